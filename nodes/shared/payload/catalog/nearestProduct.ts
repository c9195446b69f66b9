import { unsendableReason, type ProductState } from './availability';
import { currentPriceOf, type PricedProduct } from './catalogPrice';

/** The fields of a catalog product that decide how near it is to another. */
export interface NearProduct extends ProductState, PricedProduct {
	retailer_id: string;
	brand?: string | undefined;
}

/**
 * The product that can replace another: one that can be sent, in the same currency, with the closest
 * current price; on a tie one of the same brand, then the first of the list. A product whose own price
 * cannot be read has no nearest one.
 *
 * @param isTaken whether a product is already in the message
 */
export function nearestProduct(
	wanted: NearProduct,
	candidates: readonly NearProduct[],
	isTaken: (sku: string) => boolean,
): string | null {
	const price = currentPriceOf(wanted);
	if (price === null) return null;
	const near = candidates.flatMap((one) => {
		const its = currentPriceOf(one);
		const fits =
			one.retailer_id !== wanted.retailer_id &&
			one.currency === wanted.currency &&
			unsendableReason(one) === null &&
			!isTaken(one.retailer_id);
		if (!fits || its === null) return [];
		const isOtherBrand = one.brand === undefined || one.brand !== wanted.brand;
		return [{ sku: one.retailer_id, distance: Math.abs(its - price), isOtherBrand }];
	});
	const [nearest] = near.toSorted(
		(a, b) => a.distance - b.distance || Number(a.isOtherBrand) - Number(b.isOtherBrand),
	);
	return nearest?.sku ?? null;
}
