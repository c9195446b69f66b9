import type { PriceReading } from '../values/formattedPrice';
import { type PriceWriting, readCatalogPrice } from '../values/priceWriting';
import { readTime } from '../values/time';

/** The fields of a catalog product that hold its price. Facts 6.2, 17.4. */
export interface PricedProduct {
	/** Formatted and localised, such as "$5.00". */
	price?: string | undefined;
	sale_price?: string | undefined;
	/** Times, as text; absent where the sale has no beginning or no end. */
	sale_price_start_date?: unknown;
	sale_price_end_date?: unknown;
	currency?: string | undefined;
	/** How its catalog writes prices, as far as it is known. */
	priceWriting?: PriceWriting | undefined;
}

/** A price, as a number and as Meta writes it. */
export interface ReadPrice {
	/** Major units; null when it cannot be read for sure. */
	amount: number | null;
	text: string | null;
}

/** What a product costs. */
export interface CurrentPrices {
	regular: ReadPrice;
	/** The sale price while it counts, else null. */
	sale: ReadPrice | null;
	/** The one of the two that customers pay now. */
	current: ReadPrice;
}

/**
 * The one reading of a product's prices. A sale price of 0, or above the price, is none: shops' plug-ins
 * write 0 for "no sale". One with dates counts between them. Where a date cannot be read it is not known
 * which of two prices holds. Facts 17.4.
 *
 * @param now milliseconds since 1970
 */
export function pricesOf(product: PricedProduct, now: number): CurrentPrices {
	const regular = read(product, product.price);
	const sale = read(product, product.sale_price);
	const counts = isPrice(sale, regular) ? isOnSale(product, now) : false;
	if (counts === false) return { regular, sale: null, current: regular };
	const isSure = counts || (sale.amount !== null && sale.amount === regular.amount);
	return { regular, sale, current: isSure ? sale : { amount: null, text: null } };
}

/** The current price of a product: the sale price while it counts. Major units; null when it cannot be read. */
export const currentPriceOf = (product: PricedProduct, now: number): number | null =>
	pricesOf(product, now).current.amount;

const read = (product: PricedProduct, text: string | undefined): ReadPrice => ({
	amount: priceReading(product, text).price,
	text: text === undefined || text === '' ? null : text,
});

/** What one of the price texts of a product says. */
export const priceReading = (
	{ currency, priceWriting }: PricedProduct,
	text: string | null | undefined,
): PriceReading => readCatalogPrice(text, currency, priceWriting);

/** Whether a price of the product can be read in two ways, and nothing has decided yet. */
export const isUndecided = (product: PricedProduct): boolean =>
	[product.price, product.sale_price].some((text) => {
		const reading = priceReading(product, text);
		return reading.price === null && reading.reason === 'twoWays';
	});

function isPrice(sale: ReadPrice, regular: ReadPrice): boolean {
	if (sale.text === null || sale.amount === 0) return false;
	// Also a zero whose currency cannot be read.
	const digits = sale.text.match(/\p{Nd}/gu) ?? [];
	if (digits.length > 0 && digits.every((digit) => digit === '0')) return false;
	return sale.amount === null || regular.amount === null || sale.amount <= regular.amount;
}

/** Whether now is between the dates of the sale; null when that cannot be told. */
function isOnSale(product: PricedProduct, now: number): boolean | null {
	const from = readDate(product.sale_price_start_date, Number.NEGATIVE_INFINITY);
	const to = readDate(product.sale_price_end_date, Number.POSITIVE_INFINITY);
	if ((from !== null && now < from) || (to !== null && now > to)) return false;
	return from === null || to === null ? null : true;
}

function readDate(given: unknown, absent: number): number | null {
	return given === undefined || given === null || given === '' ? absent : readTime(given);
}
