import { hasMoreDecimals, lineTotalMinor } from './money';
import type { OrderLine } from './order';
import { readFormattedPrice } from './price';

/** What of a catalog product tells its price. Facts 6.2. */
export interface PricedProduct {
	/** Formatted and localised, such as "$5.00". */
	price?: string;
	sale_price?: string;
	currency?: string;
}

/** What the catalog asks for a product now: the sale price if there is one. Major units; null when it cannot be read. */
export function currentPriceOf({
	price,
	sale_price: salePrice,
	currency,
}: PricedProduct): number | null {
	const text = salePrice === undefined || salePrice === '' ? price : salePrice;
	return readFormattedPrice(text, currency);
}

/**
 * Whether the catalog's price differs from the one ordered, compared in the currency's smallest unit.
 *
 * @returns null when that is not known: a price that cannot be read, or another currency
 */
export function hasPriceChanged(
	{ unitPrice, currency }: OrderLine,
	product: PricedProduct,
): boolean | null {
	if (currency === null || currency !== product.currency) return null;
	const ordered = lineTotalMinor(unitPrice, 1, currency);
	const current = lineTotalMinor(currentPriceOf(product), 1, currency);
	if (ordered === null || current === null) return null;
	// More decimals than the currency has are rounded above, and no price of the catalog has them.
	return ordered !== current || hasMoreDecimals(unitPrice, currency);
}
