import type { Catalog } from '../catalog/product.mts';
import { messageRefusal } from '../graph/refusal.mts';
import type { State } from '../state.mts';

/** What of a message's products the customer gets to see. */
export interface Showing {
	catalogId: string;
	products: string[];
	dropped: string[];
}

/** Facts 2.6: a catalog that is not linked (or hidden) is 131009, and only the details say so. */
export function linkedCatalog(state: State, catalogId: string): Catalog {
	const catalog = state.catalogs.get(catalogId);
	if (!catalog) {
		throw messageRefusal(
			131009,
			'Please check that a catalog is linked to your WhatsApp Business Account and enabled in its commerce settings.',
		);
	}
	return catalog;
}

/** Facts 2.6: nothing matches → refused, nothing sent; some match → sent, the others dropped. */
export function show(state: State, catalog: Catalog, skus: string[]): Showing {
	const missing = missingOnPurpose(state, skus);
	const products = skus.filter((sku) => !missing.has(sku) && isShown(catalog, sku));
	if (products.length === 0) throw messageRefusal(131009, 'Products not found in FB Catalog');
	return {
		catalogId: catalog.id,
		products,
		dropped: skus.filter((sku) => !products.includes(sku)),
	};
}

/** Trouble `catalogMatch`. By SKU, so that one that stands twice in a list is not found both times. */
function missingOnPurpose({ troubles }: State, skus: string[]): Set<string> {
	const different = [...new Set(skus)];
	if (troubles.catalogMatch === 'none') return new Set(different);
	if (troubles.catalogMatch === 'partial')
		return new Set(different.filter((_sku, index) => index % 2 === 1));
	return new Set();
}

/**
 * A choice of the sandbox: facts 6.2 only says that unapproved, hidden and out-of-stock items "may not" be sendable [?].
 * Hidden and unapproved ones count as not there; out of stock still shows, because the customer's app marks it as such.
 */
function isShown(catalog: Catalog, sku: string): boolean {
	const product = catalog.find(sku);
	return (
		product !== undefined &&
		product.visibility === 'published' &&
		product.reviewStatus === 'approved'
	);
}
