import type { Catalog } from '../world/catalog/product.mts';
import { messageRefusal } from './refusal/refusal.mts';
import type { GraphRefusal } from './refusal/refusal.mts';
import { numberStateOf } from '../world/numberState.mts';
import type { State } from '../world/state.mts';

/** Who sends: the number's storefront decides what may be shown. */
export interface Seller {
	state: State;
	phoneNumberId: string;
}

/** Which of a message's products the customer sees. */
export interface Showing {
	catalogId: string;
	products: string[];
	dropped: string[];
}

/** Facts 2.6: for a catalog that is not linked (or hidden) the code is 131009, and only the details tell the reason. */
export function linkedCatalog(seller: Seller, catalogId: string): Catalog {
	const { state } = seller;
	const catalog = state.catalogs.get(catalogId);
	if (!catalog || !state.connectedCatalogs.has(catalogId)) throw notLinked();
	checkHidden(seller);
	return catalog;
}

/**
 * For messages that name no catalog: the one connected to the account (facts 1.4). The sandbox connects two (shop/catalogs.mts); the
 * first one counts.
 */
export function connectedCatalog(seller: Seller): Catalog {
	const { state } = seller;
	const [id] = state.connectedCatalogs;
	const catalog = id === undefined ? undefined : state.catalogs.get(id);
	if (!catalog) throw notLinked();
	checkHidden(seller);
	return catalog;
}

/** For messages that open the storefront itself: a hidden one can make them fail (facts 6.4 [1P]). */
export function shownCatalog(seller: Seller): Catalog {
	if (isHidden(seller)) throw notLinked();
	return connectedCatalog(seller);
}

/** Whether a hidden storefront refuses products too is not known (facts 9.14): the trouble `hiddenCatalog` decides. */
function checkHidden(seller: Seller): void {
	if (seller.state.troubles.hiddenCatalog === 'allProducts' && isHidden(seller)) throw notLinked();
}

function isHidden({ state, phoneNumberId }: Seller): boolean {
	return !numberStateOf(state, phoneNumberId).catalogVisible;
}

function notLinked(): GraphRefusal {
	return messageRefusal(
		131009,
		'Please check that a catalog is linked to your WhatsApp Business Account and enabled in its commerce settings.',
	);
}

/** The product whose picture the message shows has to be in the catalog (facts 1.4). */
export function checkThumbnail({ state }: Seller, catalog: Catalog, sku: string): void {
	show(state, catalog, [sku]);
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

/** Trouble `catalogMatch`. By SKU, so that every mention of a product is missing. */
function missingOnPurpose({ troubles }: State, skus: string[]): Set<string> {
	const different = [...new Set(skus)];
	if (troubles.catalogMatch === 'none') return new Set(different);
	if (troubles.catalogMatch === 'partial')
		return new Set(different.filter((_sku, index) => index % 2 === 1));
	return new Set();
}

/**
 * A choice of the sandbox: facts 6.2 only says that unapproved, hidden and out-of-stock items "may not" be sendable [?].
 * Hidden and unapproved ones count as missing; those out of stock are shown, because the customer's app marks them.
 */
function isShown(catalog: Catalog, sku: string): boolean {
	const product = catalog.find(sku);
	return (
		product !== undefined &&
		product.visibility === 'published' &&
		product.reviewStatus === 'approved'
	);
}
