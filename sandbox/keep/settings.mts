import type { ProductEdit } from '../world/catalog/product.mts';
import type { Standing } from '../world/customerState.mts';
import type { Health, NumberStanding } from '../world/numberState.mts';
import type { AppSubscription, State } from '../world/state.mts';
import type { Template } from '../world/templates/template.mts';
import { changedTroubles, setTroubles } from '../world/troubles/change.mts';
import type { Held } from '../webhooks/outbox.mts';

/** Everything of the state that is not a long list: small enough to be written as a whole. */
interface Settings {
	appSubscriptions: AppSubscription[];
	accountSubscribed: boolean;
	accountOverride: string | null;
	accountHealth: Health;
	numberOverrides: Array<[string, string]>;
	statusWebhooks: boolean;
	standings: Array<[string, Standing]>;
	troubles: Record<string, unknown>;
	held: Held[];
	connectedCatalogs: string[];
	templates: Template[];
	numbers: Array<[string, NumberStanding]>;
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
		standings: [...state.standings],
		troubles: state.troubles,
		held: state.held,
		connectedCatalogs: [...state.connectedCatalogs],
		templates: [...state.templates.values()],
		numbers: [...state.numbers],
		edits: [...state.catalogs.values()].map(({ id, edits }) => [id, [...edits]]),
	};
}

/** What the world no longer knows (a customer, a trouble's value) is left out: the kept state may be older than the sandbox. */
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
	for (const [id, standing] of settings.numbers)
		if (state.numbers.has(id)) state.numbers.set(id, standing);
	for (const [key, standing] of settings.standings)
		if (state.standings.has(key)) state.standings.set(key, standing);
	for (const [name, value] of Object.entries(settings.troubles)) {
		const changed = changedTroubles(state.troubles, { [name]: value });
		if (!('problem' in changed)) setTroubles(state, changed);
	}
	for (const [catalogId, edits] of settings.edits)
		for (const [sku, edit] of edits) state.catalogs.get(catalogId)?.edit(sku, edit);
}
