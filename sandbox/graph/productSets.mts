import { pageOf } from './lists/paging.mts';
import type { Catalog } from '../world/catalog/product.mts';
import { filterOf, productsOf } from '../world/catalog/productSet.mts';
import type { ProductSet } from '../world/catalog/productSet.mts';
import type { Context } from '../world/context.mts';
import { PRODUCT_SETS } from '../world/shop/productSets.mts';
import { pickFields } from './fields.mts';
import type { Fields } from './fields.mts';
import { NODE_TYPES } from './nodes.mts';
import { answerProducts } from './products.mts';
import { parameterRefusal } from '../rules/refusal/refusal.mts';
import type { GraphCallFacts, GraphRequest } from './request.mts';

const DEFAULT_FIELDS = ['id', 'name'];

/** GET /{CATALOG_ID}/product_sets (facts 6.3). */
export function listProductSets(_context: Context, request: GraphRequest<'catalog'>): object {
	const { catalog } = request.node;
	const sets = PRODUCT_SETS.filter((set) => set.catalogId === catalog.id);
	const { rows, paging } = pageOf(sets, (set) => set.id, request);
	return {
		data: rows.map((set) => show(set, catalog, request)),
		...(paging ? { paging } : {}),
	};
}

/** GET /{PRODUCT_SET_ID}. */
export function readProductSet(_context: Context, request: GraphRequest<'productSet'>): object {
	return show(request.node.productSet, request.node.catalog, request);
}

/** GET /{PRODUCT_SET_ID}/products: the same as the catalog's edge, but without `filter` (facts 6.2). */
export function listProductsOfSet(_context: Context, request: GraphRequest<'productSet'>): object {
	const { node, parameters } = request;
	if (parameters.filter !== undefined && parameters.filter !== '')
		throw parameterRefusal('Param filter is not supported on the products of a product set');
	return answerProducts(node.catalog, productsOf(node.productSet, node.catalog), request);
}

/** The fields of facts 6.3. */
function show(set: ProductSet, catalog: Catalog, request: GraphCallFacts): object {
	const fields: Fields = {
		id: () => set.id,
		name: () => set.name,
		filter: () => filterOf(set),
		product_count: () => productsOf(set, catalog).length,
		retailer_id: () => set.retailerId ?? undefined,
		// No set here has a cover or a description.
		live_metadata: () => undefined,
		latest_metadata: () => undefined,
	};
	return pickFields(fields, request.parameters, NODE_TYPES.productSet, DEFAULT_FIELDS);
}
