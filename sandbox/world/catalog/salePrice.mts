import type { Product } from './product.mts';

/**
 * Whether a product is on sale: not at a sale price of 0, which means none, nor at one that is not below the price; and only between the
 * two dates where they are given (facts 17.4).
 */
export function isOnSale(
	{ priceMinor, salePriceMinor, salePriceStart, salePriceEnd }: Product,
	now = Date.now(),
): boolean {
	if (salePriceMinor === null || salePriceMinor === 0 || salePriceMinor >= priceMinor) return false;
	const hasBegun = salePriceStart === null || Date.parse(salePriceStart) <= now;
	const hasEnded = salePriceEnd !== null && Date.parse(salePriceEnd) < now;
	return hasBegun && !hasEnded;
}

/** What a customer sees and pays now, in the currency's smallest unit. */
export function unitPriceOf(product: Product, now = Date.now()): number {
	return isOnSale(product, now)
		? (product.salePriceMinor ?? product.priceMinor)
		: product.priceMinor;
}
