import type { Product } from '../../world/catalog/product.mts';

/** What a filter may ask about. Prices in a filter are numbers ×100 under the keys `…_amount` (facts 6.2). */
export const TEXT_FIELDS: Record<string, (product: Product) => string> = {
	id: (product) => product.id,
	retailer_id: (product) => product.sku,
	name: (product) => product.name,
	description: (product) => product.description,
	category: (product) => product.category,
	product_type: (product) => product.category,
	brand: (product) => product.brand,
	currency: (product) => product.currency,
	availability: (product) => product.availability,
	visibility: (product) => product.visibility,
	review_status: (product) => product.reviewStatus,
};

export const NUMBER_FIELDS: Record<string, (product: Product) => number> = {
	price_amount: (product) => product.priceMinor,
	sale_price_amount: (product) => product.salePriceMinor ?? product.priceMinor,
	inventory: (product) => product.inventory,
};
