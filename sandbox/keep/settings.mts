import type { ProductEdit } from '../world/catalog/product.mts';
import type { CustomerState } from '../world/customerState.mts';
import type { Health, NumberState } from '../world/numberState.mts';
import type { AppSubscription, Held } from '../world/records.mts';
import type { State } from '../world/state.mts';
import type { Template } from '../world/templates/template.mts';
import { changedTroubles, setTroubles } from '../world/troubles/change.mts';

/**
 * Everything in the state that is not a long list: small enough to be written as a whole. The names are those of stored folders:
 * another name needs another FORM (keeper.mts).
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
	for (const [id, number] of settings.numbers)
		if (state.numberStates.has(id)) state.numberStates.set(id, number);
	for (const [key, customer] of settings.standings)
		if (state.customerStates.has(key)) state.customerStates.set(key, customer);
	for (const [name, value] of Object.entries(settings.troubles)) {
		const changed = changedTroubles(state.troubles, { [name]: value });
		if (!('problem' in changed)) setTroubles(state, changed);
	}
	for (const [catalogId, edits] of settings.edits)
		for (const [sku, edit] of edits) state.catalogs.get(catalogId)?.edit(sku, edit);
}
