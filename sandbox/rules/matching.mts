import type { Catalog } from '../world/catalog/product.mts';
import { obstacleOf } from '../world/catalog/review.mts';
import type { Obstacle } from '../world/catalog/review.mts';
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
	if (!catalog || !state.connectedCatalogs.has(catalogId)) throw wrongCatalog(state);
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

/** Meta's words for a catalog id that is not linked differ, and once even the code (facts 2.6, 17.2): trouble `wrongCatalog`. */
function wrongCatalog({ troubles }: State): GraphRefusal {
	if (troubles.wrongCatalog === 'checkLinked') return notLinked();
	const code = troubles.wrongCatalog === 'invalidIdAs100' ? 100 : 131009;
	return messageRefusal(code, 'Invalid catalog_id');
}

function notLinked(): GraphRefusal {
	return messageRefusal(
		131009,
		'Please check that a catalog is linked to your WhatsApp Business Account and enabled in its commerce settings.',
	);
}

/** The product whose picture the message shows has to be in the catalog (facts 1.4). */
export function checkThumbnail({ state }: Seller, catalog: Catalog, sku: string): void {
	showOne(state, catalog, sku);
}

/** A product that stands alone, in a message or as its picture. */
export function showOne(state: State, catalog: Catalog, sku: string): Showing {
	return shownOf(
		state,
		catalog,
		[sku],
		`product not found for product_retailer_id ${sku} in catalog_id ${catalog.id}`,
	);
}

/** The products of a list or of cards: some match → sent, the others dropped without a word (facts 2.6, 17.1). */
export function show(state: State, catalog: Catalog, skus: string[]): Showing {
	return shownOf(
		state,
		catalog,
		skus,
		'None of the products provided could be sent. Please check your catalog.',
	);
}

/**
 * Nothing matches → refused, nothing sent. The words of 131009 tell one cause: `heldBack` is said where WhatsApp's own review holds
 * back what is in the catalog (facts 17.2), the others where nothing is found (facts 2.6).
 */
function shownOf(state: State, catalog: Catalog, skus: string[], heldBack: string): Showing {
	const missing = missingOnPurpose(state, skus);
	const obstacles = skus.map((sku) =>
		missing.has(sku) ? 'missing' : obstacleTo(state, catalog, sku),
	);
	const products = skus.filter((_sku, place) => obstacles[place] === null);
	if (products.length === 0) {
		if (!obstacles.includes('whatsappReview'))
			throw messageRefusal(131009, 'Products not found in FB Catalog');
		const unreviewed = skus.some((sku) => catalog.find(sku)?.whatsappReview === 'NO_REVIEW');
		throw messageRefusal(131009, heldBack, unreviewed ? 'noReview' : undefined);
	}
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

/** Also for a group's id: the group of variants is no product (facts 17.10). */
function obstacleTo(
	{ troubles }: State,
	catalog: Catalog,
	sku: string,
): Obstacle | 'missing' | null {
	const product = catalog.find(sku);
	return product ? obstacleOf(product, troubles.noReview) : 'missing';
}
