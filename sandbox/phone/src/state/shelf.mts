import type { Product } from '../api/types.mts';

/** What a customer pays now. */
export function priceOf({ salePriceMinor, priceMinor }: Product): number {
	return salePriceMinor ?? priceMinor;
}

/** Hidden and unapproved products are not shown to customers at all (facts 6.2). */
export function isShown(product: Product | null | undefined): product is Product {
	return product?.visibility === 'published' && product.reviewStatus === 'approved';
}

export function canBeBought(product: Product | null | undefined): product is Product {
	return isShown(product) && product.availability !== 'out of stock';
}
