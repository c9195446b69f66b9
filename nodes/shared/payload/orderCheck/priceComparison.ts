import { type PricedProduct, priceReading, pricesOf } from '../catalog/catalogPrice';
import { currentPriceExplanation } from '../catalog/priceWords';
import { amountText, currencyExponent, hasMoreDecimals, lineTotalMinor } from '../values/money';
import { learnFromOrder, showsDecimals } from '../values/priceWriting';
import { preview } from '../values/text';
import type { OrderLine } from '../webhooks/order';

/** An ordered price beside the catalog's. */
export interface PriceComparison {
	/** The catalog's price of now, in major units; null when it is not known for sure. */
	current: number | null;
	/** Null when that cannot be told: a price that is not known, or another currency. */
	hasChanged: boolean | null;
	/** Why the price of the catalog is not known, and what to do; null when it is, or there is none. */
	explanation: string | null;
}

/** The fields of an ordered line that its price is compared by. */
type OrderedPrice = Pick<OrderLine, 'unitPrice' | 'currency'>;

/**
 * Lets ordered prices say how the catalog writes its own. To be called with all lines before the first
 * one is compared: the price of one product can decide about another's.
 *
 * @param products by SKU
 */
export function learnFromLines(
	lines: readonly OrderLine[],
	products: ReadonlyMap<string, PricedProduct>,
): void {
	for (const { sku, unitPrice, currency } of lines) {
		const product = products.get(sku ?? '');
		if (!product?.priceWriting || currency === null || currency !== product.currency) continue;
		for (const text of [product.price, product.sale_price]) {
			learnFromOrder(product.priceWriting, text, currency, unitPrice);
		}
	}
}

/**
 * Compares in the currency's smallest unit.
 *
 * @param now milliseconds since 1970, for prices that hold for a time
 */
export function comparePrice(
	{ unitPrice, currency }: OrderedPrice,
	product: PricedProduct,
	now: number,
): PriceComparison {
	const { amount: current, text } = pricesOf(product, now).current;
	if (current === null) {
		return { current, hasChanged: null, explanation: currentPriceExplanation(product, now) };
	}
	const unknown = { current, hasChanged: null, explanation: null };
	if (currency === null || currency !== product.currency) return unknown;
	const ordered = lineTotalMinor(unitPrice, 1, currency);
	const costs = lineTotalMinor(current, 1, currency);
	if (ordered === null || costs === null) return unknown;
	if (mayBeRounded(product, text, ordered, costs)) {
		const shown = preview(text ?? '');
		const price = amountText(ordered, currency);
		const explanation = `"${shown}" shows no decimals, so it may still be ${price}. Look at the product in Commerce Manager.`;
		return { current: null, hasChanged: null, explanation };
	}
	// Surplus decimals are rounded above, and no price of the catalog has them.
	return {
		current,
		hasChanged: ordered !== costs || hasMoreDecimals(unitPrice, currency),
		explanation: null,
	};
}

/** Whether the catalog seems to hide decimals, and the ordered price may be the one that it shows. */
function mayBeRounded(
	product: PricedProduct,
	text: string | null,
	ordered: bigint,
	costs: bigint,
): boolean {
	const { currency = '', priceWriting } = product;
	const unit = 10n ** BigInt(currencyExponent(currency));
	const difference = ordered > costs ? ordered - costs : costs - ordered;
	if (ordered % unit === 0n || costs % unit !== 0n || difference >= unit) return false;
	const reading = priceReading(product, text);
	const hasDecimals = reading.price !== null && reading.separators.decimal !== undefined;
	return !hasDecimals && !showsDecimals(priceWriting, currency);
}
