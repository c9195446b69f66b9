import { type ProductState, obstacleOf } from '../catalog/availability';
import type { PricedProduct } from '../catalog/catalogPrice';
import { isExponential } from '../catalog/skuMatching/numbers';
import { stockOf, type StockedProduct } from '../catalog/stock';
import { lineTotalMinor, toAmount } from '../values/money';
import type { OrderLine } from '../webhooks/order';
import { comparePrice, type PriceComparison } from './priceComparison';

/** How an ordered line compares with the catalog now. */
export type LineStatus =
	| 'ok'
	| 'priceChanged'
	| 'currencyChanged'
	/** Fewer units are there than were ordered, perhaps none. */
	| 'fewerInStock'
	| 'outOfStock'
	| 'hidden'
	| 'notApproved'
	| 'gone'
	/** Something that decides cannot be read, such as a price; never treated as ok. */
	| 'unknown';

/** The fields of a catalog product that an ordered line is compared with. */
export interface CheckedProduct extends ProductState, PricedProduct, StockedProduct {
	name?: string | undefined;
	size?: string | undefined;
	color?: string | undefined;
	retailer_product_group_id?: string | undefined;
}

/** An ordered line beside the catalog of today. Amounts are null where they cannot be read. */
export interface CheckedLine extends OrderLine {
	lineStatus: LineStatus;
	name: string | null;
	size: string | null;
	color: string | null;
	/** What the variants of a product have in common. */
	groupId: string | null;
	availability: string | null;
	/** Units that are there for this line; null where the catalog does not count them. Facts 17.5. */
	quantityInStock: number | null;
	/** Minor units of the line's currency, per unit. */
	unitPriceMinor: number | null;
	/** The catalog's current price: the sale price while it counts. Major units. */
	currentPrice: number | null;
	currentPriceMinor: number | null;
	currentCurrency: string | null;
	/** Why the catalog's price is not known for sure, and what to do; null when it is, or there is none. */
	priceExplanation: string | null;
	/** At the current price, for the units that are there. */
	currentLineTotal: number | null;
	currentLineTotalMinor: number | null;
}

/** Whether a line with this status can be delivered, at least in part. */
export const isDeliverable = (status: LineStatus): boolean =>
	['ok', 'priceChanged', 'currencyChanged', 'fewerInStock', 'unknown'].includes(status);

/** What a line is checked with, beside its product. */
export interface CheckedAt {
	/** Milliseconds since 1970, for prices that hold for a time. */
	now: number;
	/** Units of the same product that earlier lines of the order take. */
	unitsBefore: number;
}

/**
 * Compares one ordered line with the catalog.
 *
 * @param product undefined when the catalog has none with this SKU
 */
export function checkLine(
	line: OrderLine,
	product: CheckedProduct | undefined,
	{ now, unitsBefore }: CheckedAt,
): CheckedLine {
	const { currency: currentCurrency = null } = product ?? {};
	const compared = product ? comparePrice(line, product, now) : NO_PRICE;
	const { current: currentPrice } = compared;
	const stock = product ? stockOf(product) : null;
	const quantityInStock = stock === null ? null : Math.max(0, stock - unitsBefore);
	const lineStatus = statusOf(line, product, quantityInStock, compared);
	const inCurrent = (quantity: number | null) =>
		currentCurrency === null || currentPrice === null
			? { total: null, totalMinor: null }
			: toAmount(lineTotalMinor(currentPrice, quantity, currentCurrency), currentCurrency);
	const isShort = lineStatus === 'fewerInStock';
	const current = inCurrent(isShort ? quantityInStock : line.quantity);
	const { currency } = line;
	return {
		...line,
		lineStatus,
		name: product?.name ?? null,
		size: product?.size ?? null,
		color: product?.color ?? null,
		groupId: product?.retailer_product_group_id ?? null,
		availability: product?.availability ?? null,
		quantityInStock,
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
	inStock: number | null,
	compared: PriceComparison,
): LineStatus {
	if (line.sku === null) return 'unknown';
	// Which product a rounded number was is not known, so it is not known to be gone.
	if (!product) return isExponential(line.sku) ? 'unknown' : 'gone';
	const obstacle = goodsObstacle(product);
	if (obstacle !== null) return obstacle;
	// The line total is unknown when its price or currency is.
	if (!line.quantity || line.lineTotalMinor === null) return 'unknown';
	const isOtherCurrency = product.currency !== undefined && product.currency !== line.currency;
	const hasChanged = isOtherCurrency || compared.hasChanged;
	if (hasChanged === null) return 'unknown';
	if (inStock !== null && inStock < line.quantity) return 'fewerInStock';
	if (isOtherCurrency) return 'currencyChanged';
	return hasChanged ? 'priceChanged' : 'ok';
}

/**
 * Why the goods cannot be sold now. A review that is not finished keeps WhatsApp from showing a product,
 * but not the shop from delivering what was ordered before: after each sync of prices it is open for
 * hours (facts 17.1).
 */
function goodsObstacle(product: ProductState): 'outOfStock' | 'hidden' | 'notApproved' | null {
	const obstacle = obstacleOf(product);
	switch (obstacle?.reason) {
		case 'hidden':
		case 'outOfStock':
			return obstacle.reason;
		case 'notApproved':
			if (obstacle.review === 'rejected') return 'notApproved';
			return goodsObstacle({ availability: product.availability });
		default:
			return null;
	}
}

/** What the shop should do with the order. */
export type SuggestedAction = 'confirm' | 'askCustomer' | 'offerSubstitute' | 'review' | 'reject';

/**
 * - `reject`: none of its products is in the catalog any more, or it has no lines;
 * - `offerSubstitute`: a product cannot be delivered, or none of it is in stock;
 * - `review`: something cannot be read, so a person has to look;
 * - `askCustomer`: a price has risen, the currency is another one, or fewer units are there;
 * - `confirm`: all is as ordered, or cheaper.
 */
export function suggestedAction(lines: CheckedLine[]): SuggestedAction {
	const has = (status: LineStatus) => lines.some(({ lineStatus }) => lineStatus === status);
	if (lines.every(({ lineStatus }) => lineStatus === 'gone')) return 'reject';
	if (lines.some((line) => !isDeliverable(line.lineStatus) || isSoldOut(line))) {
		return 'offerSubstitute';
	}
	if (has('unknown')) return 'review';
	if (has('currencyChanged') || has('fewerInStock') || lines.some(isDearer)) return 'askCustomer';
	return 'confirm';
}

const isSoldOut = ({ lineStatus, quantityInStock }: CheckedLine): boolean =>
	lineStatus === 'fewerInStock' && quantityInStock === 0;

function isDearer({ lineStatus, unitPriceMinor, currentPriceMinor }: CheckedLine): boolean {
	if (lineStatus !== 'priceChanged') return false;
	// An ordered price with more decimals than its currency is rounded: equal does not mean cheaper.
	return (currentPriceMinor ?? Number.POSITIVE_INFINITY) >= (unitPriceMinor ?? 0);
}
