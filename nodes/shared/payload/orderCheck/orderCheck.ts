import { type ProductState, unsendableReason } from '../catalog/availability';
import type { PricedProduct } from '../catalog/catalogPrice';
import { lineTotalMinor, toAmount } from '../values/money';
import type { OrderLine } from '../webhooks/order';
import { comparePrice, type PriceComparison } from './priceComparison';

/** How an ordered line compares with the catalog now. */
export type LineStatus =
	| 'ok'
	| 'priceChanged'
	| 'currencyChanged'
	| 'outOfStock'
	| 'hidden'
	| 'notApproved'
	| 'gone'
	/** Something that decides cannot be read, such as a price; never treated as ok. */
	| 'unknown';

/** The fields of a catalog product that an ordered line is compared with. */
export interface CheckedProduct extends ProductState, PricedProduct {
	name?: string | undefined;
}

/** An ordered line beside the catalog of today. Amounts are null where they cannot be read. */
export interface CheckedLine extends OrderLine {
	lineStatus: LineStatus;
	name: string | null;
	availability: string | null;
	/** Minor units of the line's currency, per unit. */
	unitPriceMinor: number | null;
	/** The catalog's current price: the sale price if there is one. Major units. */
	currentPrice: number | null;
	currentPriceMinor: number | null;
	currentCurrency: string | null;
	/** Why the catalog's price is not known for sure, and what to do; null when it is, or there is none. */
	priceExplanation: string | null;
	currentLineTotal: number | null;
	currentLineTotalMinor: number | null;
}

/** Whether a line with this status can be delivered. */
export const isDeliverable = (status: LineStatus): boolean =>
	['ok', 'priceChanged', 'currencyChanged', 'unknown'].includes(status);

/**
 * Compares one ordered line with the catalog.
 *
 * @param product undefined when the catalog has none with this SKU
 */
export function checkLine(line: OrderLine, product: CheckedProduct | undefined): CheckedLine {
	const { currency: currentCurrency = null } = product ?? {};
	const compared = product ? comparePrice(line, product) : NO_PRICE;
	const { current: currentPrice } = compared;
	const inCurrent = (quantity: number | null) =>
		currentCurrency === null || currentPrice === null
			? { total: null, totalMinor: null }
			: toAmount(lineTotalMinor(currentPrice, quantity, currentCurrency), currentCurrency);
	const current = inCurrent(line.quantity);
	const { currency } = line;
	return {
		...line,
		lineStatus: statusOf(line, product, compared),
		name: product?.name ?? null,
		availability: product?.availability ?? null,
		unitPriceMinor:
			currency === null
				? null
				: toAmount(lineTotalMinor(line.unitPrice, 1, currency), currency).totalMinor,
		currentPrice,
		currentPriceMinor: inCurrent(1).totalMinor,
		currentCurrency,
		priceExplanation: compared.explanation,
		currentLineTotal: current.total,
		currentLineTotalMinor: current.totalMinor,
	};
}

const NO_PRICE: PriceComparison = { current: null, hasChanged: null, explanation: null };

function statusOf(
	line: OrderLine,
	product: CheckedProduct | undefined,
	{ hasChanged }: PriceComparison,
): LineStatus {
	if (line.sku === null) return 'unknown';
	if (!product) return 'gone';
	const reason = unsendableReason(product);
	if (reason === 'outOfStock' || reason === 'hidden' || reason === 'notApproved') return reason;
	// The line total is unknown when its price or currency is.
	if (!line.quantity || line.lineTotalMinor === null) return 'unknown';
	if (product.currency !== undefined && product.currency !== line.currency) {
		return 'currencyChanged';
	}
	if (hasChanged === null) return 'unknown';
	return hasChanged ? 'priceChanged' : 'ok';
}

/** What the shop should do with the order. */
export type SuggestedAction = 'confirm' | 'askCustomer' | 'offerSubstitute' | 'review' | 'reject';

/**
 * - `reject`: none of its products is in the catalog any more, or it has no lines;
 * - `offerSubstitute`: a product cannot be delivered;
 * - `review`: something cannot be read, so a person has to look;
 * - `askCustomer`: a price has risen, or the currency is another one;
 * - `confirm`: all is as ordered, or cheaper.
 */
export function suggestedAction(lines: CheckedLine[]): SuggestedAction {
	const has = (status: LineStatus) => lines.some(({ lineStatus }) => lineStatus === status);
	if (lines.every(({ lineStatus }) => lineStatus === 'gone')) return 'reject';
	if (lines.some(({ lineStatus }) => !isDeliverable(lineStatus))) return 'offerSubstitute';
	if (has('unknown')) return 'review';
	if (has('currencyChanged') || lines.some(isDearer)) return 'askCustomer';
	return 'confirm';
}

function isDearer({ lineStatus, unitPriceMinor, currentPriceMinor }: CheckedLine): boolean {
	if (lineStatus !== 'priceChanged') return false;
	// An ordered price with more decimals than its currency is rounded: equal does not mean cheaper.
	return (currentPriceMinor ?? Number.POSITIVE_INFINITY) >= (unitPriceMinor ?? 0);
}
