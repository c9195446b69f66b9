import { unsendableReason, type ProductState } from './availability';
import { currentPriceOf, type PricedProduct } from './catalogPrice';
import { isUnreviewed } from './reviewState';
import { stockOf, type StockedProduct } from './stock';

/** The fields of a catalog product that decide how near it is to another. */
export interface NearProduct extends ProductState, PricedProduct, StockedProduct {
	retailer_id: string;
	brand?: string | undefined;
}

/**
 * The product that can replace another: one that can be sent and is there, in the same currency, with the closest
 * current price; on a tie one of the same brand, then the first of the list. One that Meta has not
 * reviewed yet comes after all others, since WhatsApp may leave it out. A product whose own price cannot
 * be read has no nearest one.
 *
 * @param isTaken whether a product is already in the message
 * @param now milliseconds since 1970, for prices that hold for a time
 */
export function nearestProduct(
	wanted: NearProduct,
	candidates: readonly NearProduct[],
	isTaken: (sku: string) => boolean,
	now: number,
): string | null {
	const price = currentPriceOf(wanted, now);
	if (price === null) return null;
	const near = candidates.flatMap((one) => {
		const its = currentPriceOf(one, now);
		const fits =
			one.retailer_id !== wanted.retailer_id &&
			one.currency === wanted.currency &&
			unsendableReason(one) === null &&
			stockOf(one) !== 0 &&
			!isTaken(one.retailer_id);
		if (!fits || its === null) return [];
		const isOtherBrand = one.brand === undefined || one.brand !== wanted.brand;
		const distance = Math.abs(its - price);
		return [{ sku: one.retailer_id, isNew: isUnreviewed(one), distance, isOtherBrand }];
	});
	const [nearest] = near.toSorted(
		(a, b) =>
			Number(a.isNew) - Number(b.isNew) ||
			a.distance - b.distance ||
			Number(a.isOtherBrand) - Number(b.isOtherBrand),
	);
	return nearest?.sku ?? null;
}
