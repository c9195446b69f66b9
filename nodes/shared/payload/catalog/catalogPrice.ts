import type { PriceReading } from '../values/formattedPrice';
import { type PriceWriting, readCatalogPrice } from '../values/priceWriting';

/** The fields of a catalog product that hold its price. Facts 6.2. */
export interface PricedProduct {
	/** Formatted and localised, such as "$5.00". */
	price?: string | undefined;
	sale_price?: string | undefined;
	currency?: string | undefined;
	/** How its catalog writes prices, as far as it is known. */
	priceWriting?: PriceWriting | undefined;
}

/** The current price of a product: the sale price if there is one. Major units; null when it cannot be read. */
export const currentPriceOf = (product: PricedProduct): number | null =>
	priceReading(product, currentTextOf(product)).price;

/** The text that says what a product costs now. */
export const currentTextOf = ({
	price,
	sale_price: salePrice,
}: PricedProduct): string | undefined =>
	salePrice === undefined || salePrice === '' ? price : salePrice;

/** What one of the price texts of a product says. */
export const priceReading = (
	{ currency, priceWriting }: PricedProduct,
	text: string | undefined,
): PriceReading => readCatalogPrice(text, currency, priceWriting);

/** Whether a price of the product can be read in two ways, and nothing has decided yet. */
export const isUndecided = (product: PricedProduct): boolean =>
	[product.price, product.sale_price].some((text) => {
		const reading = priceReading(product, text);
		return reading.price === null && reading.reason === 'twoWays';
	});
