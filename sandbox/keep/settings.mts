import type { PriceStyle } from '../world/catalog/price.mts';
import type { ProductEdit } from '../world/catalog/product.mts';
import type { CustomerState } from '../world/customerState.mts';
import type { Health, NumberState } from '../world/numberState.mts';
import type { AppSubscription, Held } from '../world/records.mts';
import type { State } from '../world/state.mts';
import type { Template } from '../world/templates/template.mts';
import { changedTroubles, setTroubles } from '../world/troubles/change.mts';

/**
 * Everything in the state that is not a long list: small enough to be written as a whole. The names are those of stored folders:
 * another name needs another FORM (keeper.mts); what was added later is missing in older folders.
 */
interface Settings {
	appSubscriptions: AppSubscription[];
	accountSubscribed: boolean;
	accountOverride: string | null;
	accountHealth: Health;
	numberOverrides: Array<[string, string]>;
	statusWebhooks: boolean;
	standings: Array<[string, CustomerState]>;
	troubles: Record<string, unknown>;
	held: Held[];
	connectedCatalogs: string[];
	templates: Template[];
	numbers: Array<[string, NumberState]>;
	edits: Array<[catalogId: string, Array<[sku: string, edit: ProductEdit]>]>;
	prices?: Array<[catalogId: string, PriceStyle]>;
}

export function settingsOf(state: State): Settings {
	return {
		appSubscriptions: [...state.appSubscriptions.values()],
		accountSubscribed: state.accountSubscribed,
		accountOverride: state.accountOverride,
		accountHealth: state.accountHealth,
		numberOverrides: [...state.numberOverrides],
		statusWebhooks: state.statusWebhooks,
		standings: [...state.customerStates],
		troubles: state.troubles,
		held: state.held,
		connectedCatalogs: [...state.connectedCatalogs],
		templates: [...state.templates.values()],
		numbers: [...state.numberStates],
		edits: [...state.catalogs.values()].map(({ id, edits }) => [id, [...edits]]),
		prices: [...state.catalogs.values()].map(({ id, prices }) => [id, prices]),
	};
}

/** Leaves out what no longer exists (a customer, a value of a trouble): the stored state may be older than the sandbox. */
export function applySettings(state: State, settings: Settings): void {
	const { accountSubscribed, accountOverride, accountHealth, statusWebhooks, held } = settings;
	Object.assign(state, {
		accountSubscribed,
		accountOverride,
		accountHealth,
		statusWebhooks,
		held,
	});
	for (const subscription of settings.appSubscriptions)
		state.appSubscriptions.set(subscription.object, subscription);
	for (const [number, url] of settings.numberOverrides) state.numberOverrides.set(number, url);
	state.connectedCatalogs = new Set(
		settings.connectedCatalogs.filter((id) => state.catalogs.has(id)),
	);
	state.templates = new Map(settings.templates.map((template) => [template.id, template]));
	for (const [id, number] of settings.numbers) {
		const fresh = state.numberStates.get(id);
		if (fresh) state.numberStates.set(id, { ...fresh, ...number });
	}
	for (const [key, customer] of settings.standings) {
		const fresh = state.customerStates.get(key);
		if (fresh) state.customerStates.set(key, { ...fresh, ...customer });
	}
	for (const [name, value] of Object.entries(settings.troubles)) {
		const changed = changedTroubles(state.troubles, { [name]: value });
		if (!('problem' in changed)) setTroubles(state, changed);
	}
	for (const [catalogId, edits] of settings.edits)
		for (const [sku, edit] of edits) state.catalogs.get(catalogId)?.edit(sku, edit);
	for (const [catalogId, prices] of settings.prices ?? []) {
		const catalog = state.catalogs.get(catalogId);
		if (catalog) catalog.prices = prices;
	}
}
