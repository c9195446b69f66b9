import { pageOf } from '../catalog/paging.mts';
import type { Catalog } from '../catalog/product.mts';
import type { Context } from '../context.mts';
import { pickFields } from './fields.mts';
import type { Fields } from './fields.mts';
import { NODE_TYPES } from './nodes.mts';
import type { GraphCallFacts, GraphRequest } from './request.mts';

const DEFAULT_FIELDS = ['id', 'name'];

/** GET /{WABA_ID}/product_catalogs (facts 6.1; why there are two: shop/catalogs.mts). */
export function listCatalogs({ state }: Context, request: GraphRequest<'businessAccount'>): object {
	const { rows, paging } = pageOf([...state.catalogs.values()], (catalog) => catalog.id, request);
	return { data: rows.map((catalog) => show(catalog, request)), ...(paging ? { paging } : {}) };
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
