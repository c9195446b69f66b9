import { readFormattedPrice } from '../values/formattedPrice';

/** The fields of a catalog product that hold its price. Facts 6.2. */
export interface PricedProduct {
	/** Formatted and localised, such as "$5.00". */
	price?: string | undefined;
	sale_price?: string | undefined;
	currency?: string | undefined;
}

/** The current price of a product: the sale price if there is one. Major units; null when it cannot be read. */
export function currentPriceOf({
	price,
	sale_price: salePrice,
	currency,
}: PricedProduct): number | null {
	const text = salePrice === undefined || salePrice === '' ? price : salePrice;
	return readFormattedPrice(text, currency);
}
