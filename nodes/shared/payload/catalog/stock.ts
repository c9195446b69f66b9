/** The fields of a catalog product that say how much of it there is. */
export interface StockedProduct {
	/** The stock that counts; the catalog's `inventory` is stale (facts 17.5). */
	quantity_to_sell_on_facebook?: unknown;
	availability?: string | undefined;
}

/** Values of `availability` with which a product is sold before it is there: nothing in stock is no lack. */
const SOLD_AHEAD: readonly (string | undefined)[] = ['preorder', 'available for order'];

/** Units in stock, a whole number from 0; null where Meta gives none or something that is no count. */
export function stockOf(product: StockedProduct): number | null {
	const given = product.quantity_to_sell_on_facebook;
	const count = typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : given;
	if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < 0) return null;
	return count === 0 && SOLD_AHEAD.includes(product.availability) ? null : count;
}
