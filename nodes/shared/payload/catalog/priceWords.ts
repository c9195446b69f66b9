import type { PriceReading } from '../values/formattedPrice';
import { amountText, lineTotalMinor } from '../values/money';
import type { UnreadReason } from '../values/priceNumber';
import { isMixed } from '../values/priceWriting';
import { preview } from '../values/text';
import { type PricedProduct, priceReading, pricesOf } from './catalogPrice';

/** Why a text yields no price, as the end of a sentence that begins with the text. */
const REASONS: Record<Exclude<UnreadReason, 'missing'>, (currency: string) => string> = {
	noCurrency: () => 'comes without a currency',
	noNumber: () => 'holds no number',
	severalNumbers: () => 'holds more than one number',
	otherCurrency: (currency) => `names another currency than ${currency}`,
	changed: () => 'has a sign or a word beside the number that changes it',
	odd: (currency) => `has separators or decimals that do not fit ${currency}`,
	tooLong: () => 'has more digits than can be counted exactly',
};

/**
 * Why the current price of a product cannot be read, and what to do; null when it can, or there is none.
 *
 * @param now milliseconds since 1970
 */
export function currentPriceExplanation(product: PricedProduct, now: number): string | null {
	const { sale, current } = pricesOf(product, now);
	if (current.text !== null || sale === null) return explanationOf(product, current.text);
	return `Whether "${preview(sale.text ?? '')}" holds now is not clear, since the dates of the sale cannot be read. Look at the product in Commerce Manager.`;
}

/** The same for all prices of a product that count now. */
export function priceExplanation(product: PricedProduct, now: number): string | null {
	const { regular, sale } = pricesOf(product, now);
	const sentences = new Set([
		explanationOf(product, regular.text),
		explanationOf(product, sale?.text ?? null),
		currentPriceExplanation(product, now),
	]);
	return [...sentences].filter((one) => one !== null).join(' ') || null;
}

function explanationOf(product: PricedProduct, text: string | null): string | null {
	const reading = priceReading(product, text);
	if (text === null || reading.price !== null || reading.reason === 'missing') return null;
	const shown = `"${preview(text)}"`;
	if (reading.reason === 'twoWays') return `${shown} ${twoWays(product, reading)}`;
	const why = REASONS[reading.reason](product.currency ?? '');
	return `${shown} ${why}. Look at the product in Commerce Manager.`;
}

type TwoWays = Extract<PriceReading, { reason: 'twoWays' }>;

function twoWays(product: PricedProduct, { asDecimal, asGroup }: TwoWays): string {
	const { currency = '', priceWriting } = product;
	const amount = (price: number) => amountText(lineTotalMinor(price, 1, currency) ?? 0n, currency);
	const either = `can mean ${amount(asDecimal)} or ${amount(asGroup)}`;
	return isMixed(priceWriting, currency)
		? `${either}: the catalog writes other prices in both ways. Look at the product in Commerce Manager.`
		: `${either}, and no other price of the catalog says which. One product with a price below 1 ${currency} or above a million, even a hidden one, settles it for all of them.`;
}
