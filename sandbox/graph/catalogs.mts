import { pageOf } from './lists/paging.mts';
import type { Catalog } from '../world/catalog/product.mts';
import type { Context } from '../world/context.mts';
import type { State } from '../world/state.mts';
import { pickFields } from './fields.mts';
import type { Fields } from './fields.mts';
import { NODE_TYPES } from './nodes.mts';
import { requiredString } from '../rules/parameters.mts';
import type { Parameters } from '../rules/parameters.mts';
import { parameterRefusal } from '../rules/refusal/refusal.mts';
import type { GraphCallFacts, GraphRequest } from './request.mts';

const DEFAULT_FIELDS = ['id', 'name'];

/** GET /{WABA_ID}/product_catalogs (facts 6.1; why there are two: shop/catalogs.mts). */
export function listCatalogs({ state }: Context, request: GraphRequest<'businessAccount'>): object {
	const connected = [...state.connectedCatalogs].flatMap((id) => state.catalogs.get(id) ?? []);
	const { rows, paging } = pageOf(connected, (catalog) => catalog.id, request);
	return { data: rows.map((catalog) => show(catalog, request)), ...(paging ? { paging } : {}) };
}

/** POST /{WABA_ID}/product_catalogs (facts 6.1). */
export function connectCatalog(
	{ state, changes }: Context,
	{ parameters }: GraphRequest<'businessAccount'>,
): object {
	state.connectedCatalogs.add(catalogIdIn(state, parameters));
	changes.tell('setup');
	return { success: true };
}

/** DELETE /{WABA_ID}/product_catalogs: its products can no longer be sent. */
export function disconnectCatalog(
	{ state, changes }: Context,
	{ parameters }: GraphRequest<'businessAccount'>,
): object {
	state.connectedCatalogs.delete(catalogIdIn(state, parameters));
	changes.tell('setup');
	return { success: true };
}

/** A catalog that the token cannot see is code 100 as well (facts 6.1). */
function catalogIdIn(state: State, parameters: Parameters): string {
	const id = requiredString(parameters, 'catalog_id');
	if (!state.catalogs.has(id))
		throw parameterRefusal(`Param catalog_id must be a catalog of this business - got "${id}".`);
	return id;
}

/** GET /{CATALOG_ID}. */
export function readCatalog(_context: Context, request: GraphRequest<'catalog'>): object {
	return show(request.node.catalog, request);
}

function show(catalog: Catalog, request: GraphCallFacts): object {
	const fields: Fields = {
		id: () => catalog.id,
		name: () => catalog.name,
		product_count: () => catalog.products.length,
		vertical: () => 'commerce',
	};
	return pickFields(fields, request.parameters, NODE_TYPES.catalog, DEFAULT_FIELDS);
}
