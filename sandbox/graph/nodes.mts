import { readProductNodeId } from '../world/catalog/nodeId.mts';
import type { Catalog, Product } from '../world/catalog/product.mts';
import type { ProductSet } from '../world/catalog/productSet.mts';
import type { State } from '../world/state.mts';
import { findProductSet } from '../world/shop/productSets.mts';
import { APP, BUSINESS_ACCOUNT, findPhoneNumber } from '../world/shop/world.mts';
import type { PhoneNumber } from '../world/shop/world.mts';
import type { Template } from '../world/templates/template.mts';
import { parameterRefusal } from '../rules/refusal/refusal.mts';

/** The object that the id in the path names; its kind decides which edges it has. */
export type GraphNode =
	| { kind: 'app' }
	| { kind: 'debugToken' }
	| { kind: 'template'; template: Template }
	| { kind: 'businessAccount' }
	| { kind: 'phoneNumber'; phoneNumber: PhoneNumber }
	| { kind: 'catalog'; catalog: Catalog }
	| { kind: 'productSet'; catalog: Catalog; productSet: ProductSet }
	| { kind: 'product'; catalog: Catalog; product: Product };

export type NodeKind = GraphNode['kind'];

/** What Meta calls each kind in its error messages. */
export const NODE_TYPES: Record<NodeKind, string> = {
	app: 'Application',
	debugToken: 'DebugToken',
	template: 'WhatsAppMessageTemplate',
	businessAccount: 'WhatsAppBusinessAccount',
	phoneNumber: 'WhatsAppBusinessPhoneNumber',
	catalog: 'ProductCatalog',
	productSet: 'ProductSet',
	product: 'ProductItem',
};

export function findNode(state: State, id: string): GraphNode | undefined {
	if (id === APP.id) return { kind: 'app' };
	// Not an object, but addressed in the same place of the path.
	if (id === 'debug_token') return { kind: 'debugToken' };
	if (id === BUSINESS_ACCOUNT.id) return { kind: 'businessAccount' };
	const phoneNumber = findPhoneNumber(id);
	if (phoneNumber) return { kind: 'phoneNumber', phoneNumber };
	const catalog = state.catalogs.get(id);
	if (catalog) return { kind: 'catalog', catalog };
	const template = state.templates.get(id);
	if (template) return { kind: 'template', template };
	return findSet(state, id) ?? findProductBySku(state, id) ?? findProductById(state, id);
}

function findSet(state: State, id: string): GraphNode | undefined {
	const productSet = findProductSet(id);
	const catalog = productSet && state.catalogs.get(productSet.catalogId);
	return catalog && { kind: 'productSet', catalog, productSet };
}

/** `catalog:{CATALOG_ID}:{base64(retailer_id)}` (facts 6.2). */
function findProductBySku(state: State, id: string): GraphNode | undefined {
	const named = readProductNodeId(id);
	if (!named) return undefined;
	const catalog = state.catalogs.get(named.catalogId);
	if (!catalog) return undefined;
	const product = catalog.find(named.sku);
	if (!product)
		throw parameterRefusal(
			`Could not find Product Item for catalog id ${catalog.id} and retailer id ${named.sku}`,
		);
	return { kind: 'product', catalog, product };
}

function findProductById(state: State, id: string): GraphNode | undefined {
	if (!/^\d{16}$/.test(id)) return undefined;
	for (const catalog of state.catalogs.values()) {
		const product = catalog.products.find((candidate) => candidate.id === id);
		if (product) return { kind: 'product', catalog, product };
	}
	return undefined;
}
