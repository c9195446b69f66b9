import { majorUnits } from '../../world/catalog/price.mts';
import type { Product } from '../../world/catalog/product.mts';
import { unitPriceOf } from '../../world/catalog/salePrice.mts';

/** What a filter may ask about. Prices in a filter are numbers ×100 under the keys `…_amount` (facts 6.2). */
export const TEXT_FIELDS: Record<string, (product: Product) => string> = {
	id: (product) => product.id,
	retailer_id: (product) => product.sku,
	// Whether the next three can be asked for is not in the facts; they are general knowledge of product sets.
	retailer_product_group_id: (product) => product.groupId ?? product.sku,
	size: (product) => product.size ?? '',
	color: (product) => product.color ?? '',
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
	price_amount: (product) => amountOf(product.priceMinor, product),
	sale_price_amount: (product) => amountOf(unitPriceOf(product), product),
	inventory: (product) => product.inventory ?? 0,
};

/** ×100 whatever the currency: 1.250 dinars are 125, and 500 yen 50,000. */
function amountOf(minor: number, { currency }: Product): number {
	return Math.round(majorUnits(minor, currency) * 100);
}
