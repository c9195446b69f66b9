/**
 * Content IDs that the plug-ins of shops make out of their own numbers (facts 17.10):
 * - WooCommerce: `123`, before `SKU_123`, or `wc_post_id_123` without a SKU;
 * - PrestaShop: `12-34`, product and combination, with `-en` where each language has a catalog;
 * - Shopify: the ID of the variant, before `shopify_US_11_22`, product and variant;
 * - Magento: the SKU, or the ID of the entity.
 */

/** The shops whose plug-ins are known, as workflows store them. */
export const SHOP_SYSTEMS = ['magento', 'prestashop', 'shopify', 'woocommerce'] as const;

export type ShopSystem = (typeof SHOP_SYSTEMS)[number];

/** A product as its shop knows it. What an ID does not tell is null. */
export interface ShopProduct {
	system: ShopSystem;
	productId: string | null;
	variantId: string | null;
	sku: string | null;
}

const WOO_POST = /^wc_post_id_(\d+)$/;
const WOO_SKU = /^(.+)_(\d{2,})$/;
const SHOPIFY = /^shopify_[A-Z]{2}_(\d+)_(\d+)$/;
const PRESTA = /^(\d+)-(\d+)(?:-[a-z]{2}(?:-[a-z]{2})?)?$/;
const NUMBER = /^\d+$/;

/**
 * The product of a shop behind a content ID.
 *
 * @param system the shop, where it is known: a bare number does not tell
 * @returns null when the form of the ID does not tell
 */
export function shopProduct(id: string, system?: ShopSystem): ShopProduct | null {
	const none = { productId: null, variantId: null, sku: null };
	const is = (one: ShopSystem) => system === undefined || system === one;
	const [, shopifyProduct, variant] = SHOPIFY.exec(id) ?? [];
	if (is('shopify') && shopifyProduct !== undefined && variant !== undefined) {
		return { system: 'shopify', ...none, productId: shopifyProduct, variantId: variant };
	}
	const [, post] = WOO_POST.exec(id) ?? [];
	if (is('woocommerce') && post !== undefined) {
		return { system: 'woocommerce', ...none, productId: post };
	}
	const [, sku, postOfSku] = WOO_SKU.exec(id) ?? [];
	if (is('woocommerce') && sku !== undefined && postOfSku !== undefined) {
		return { system: 'woocommerce', ...none, productId: postOfSku, sku };
	}
	const [, product, combination] = PRESTA.exec(id) ?? [];
	if (is('prestashop') && product !== undefined) {
		const variantId = combination === '0' ? null : (combination ?? null);
		return { system: 'prestashop', ...none, productId: product, variantId };
	}
	return system === undefined ? null : bareProduct(id, system);
}

/** What an ID without a form of its own is in a shop that is known. */
function bareProduct(id: string, system: ShopSystem): ShopProduct {
	const none = { system, productId: null, variantId: null, sku: null };
	if (!NUMBER.test(id)) return { ...none, sku: id };
	if (system === 'shopify') return { ...none, variantId: id };
	return system === 'magento' ? { ...none, productId: id, sku: id } : { ...none, productId: id };
}

/**
 * What a content ID stands for in a shop, as keys that are equal for the same product. Those of the
 * ID itself: what is given can be a part of it, see {@link shopKeysOfGiven}.
 */
export function shopKeysOfId(id: string): string[] {
	const [, shopifyProduct, variant] = SHOPIFY.exec(id) ?? [];
	if (variant !== undefined) return [`variant ${variant}`, `shopify ${shopifyProduct}`];
	const [, post] = WOO_POST.exec(id) ?? [];
	if (post !== undefined) return [`post ${post}`, `post of ${post}`];
	const [, sku, postOfSku] = WOO_SKU.exec(id) ?? [];
	if (postOfSku !== undefined) return [`sku ${sku}`, `post of ${postOfSku}`];
	const [, product, combination] = PRESTA.exec(id) ?? [];
	if (product !== undefined) return [`presta ${product}`, `combination ${product}-${combination}`];
	return NUMBER.test(id) ? [`post ${id}`, `variant ${id}`] : [];
}

/**
 * The keys that a given SKU or ID of a shop can be found by. Two IDs with different SKUs before the
 * same number are different products: SHIRT_38 is not SHOES_38.
 */
export function shopKeysOfGiven(given: string): string[] {
	const [, , variant] = SHOPIFY.exec(given) ?? [];
	if (variant !== undefined) return [`variant ${variant}`];
	const [, post] = WOO_POST.exec(given) ?? [];
	if (post !== undefined) return [`post ${post}`, `post of ${post}`];
	const bySku = `sku ${given}`;
	const [, , postOfSku] = WOO_SKU.exec(given) ?? [];
	if (postOfSku !== undefined) return [bySku, `post ${postOfSku}`];
	const [, product, combination] = PRESTA.exec(given) ?? [];
	if (product !== undefined) return [bySku, `combination ${product}-${combination}`];
	// Shops number their products from two digits on, and a size or a pack is no product.
	const isNumber = NUMBER.test(given) && given.length > 1;
	const byNumber = ['post of', 'variant', 'shopify', 'presta'].map((key) => `${key} ${given}`);
	return isNumber ? [bySku, ...byNumber] : [bySku];
}

/** Content IDs that a given SKU or ID of a shop certainly finds, for a catalog asked for exact ones. */
export function shopSpellings(given: string): string[] {
	const product = shopProduct(given);
	const [, , variant] = SHOPIFY.exec(given) ?? [];
	if (variant !== undefined) return [variant];
	if (product?.system === 'woocommerce') {
		return [String(product.productId), `wc_post_id_${product.productId}`];
	}
	const [, id, combination] = PRESTA.exec(given) ?? [];
	if (id !== undefined) return [`${id}-${combination}`];
	return NUMBER.test(given) ? [`wc_post_id_${given}`, `${given}-0`] : [];
}

/** Parts of the content IDs that a given SKU or ID of a shop can be found in. */
export function shopParts(given: string): string[] {
	const bySku = `${given}_`;
	const [, , variant] = SHOPIFY.exec(given) ?? [];
	if (variant !== undefined) return [`_${variant}`];
	const [, post] = WOO_POST.exec(given) ?? [];
	if (post !== undefined) return [`_${post}`];
	const [, product, combination] = PRESTA.exec(given) ?? [];
	if (product !== undefined) return [bySku, `${product}-${combination}-`];
	return NUMBER.test(given) && given.length > 1 ? [bySku, `_${given}`, `${given}-`] : [bySku];
}
