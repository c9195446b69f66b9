import { amountText } from '../values/money';
import type { CheckedLine } from './orderCheck';

const nameOf = ({ name, sku, line }: CheckedLine): string => {
	if (sku === null) return `Line ${line}`;
	return name === null ? sku : `${name} (${sku})`;
};

const price = (minor: number | null, currency: string | null): string =>
	minor === null || currency === null
		? 'a price that cannot be read'
		: amountText(BigInt(minor), currency);

/** How an ordered line differs from the catalog now, as a sentence; null when it does not. */
export function lineSentence(line: CheckedLine): string | null {
	const named = nameOf(line);
	const ordered = price(line.unitPriceMinor, line.currency);
	const current = price(line.currentPriceMinor, line.currentCurrency);
	switch (line.lineStatus) {
		case 'ok':
			return null;
		case 'priceChanged':
			return `${named} was ordered at ${ordered} and costs ${current} now.`;
		case 'currencyChanged':
			return `${named} was ordered at ${ordered}; the catalog has ${current} now.`;
		case 'outOfStock':
			return `${named} is out of stock.`;
		case 'hidden':
			return `${named} is hidden in the catalog.`;
		case 'notApproved':
			return `${named} is not approved by Meta's review.`;
		case 'gone':
			return `${named} is no longer in the catalog.`;
		case 'unknown':
			return unknownSentence(named, line);
	}
}

function unknownSentence(named: string, line: CheckedLine): string {
	if (line.sku === null) return `${named} has no SKU.`;
	if (!line.quantity) return `${named} has no quantity that can be counted.`;
	if (line.unitPrice === null || line.currency === null) {
		return `${named} was ordered at a price that cannot be read.`;
	}
	if (line.lineTotalMinor === null) return `${named} comes to more than can be counted exactly.`;
	return line.priceExplanation === null
		? `${named} has no price in the catalog.`
		: `${named} has a price in the catalog that cannot be read for sure: ${line.priceExplanation}`;
}

/** Most sentences in one explanation; nobody reads more. */
const NAMED = 10;

/** How an order differs from the catalog now, in sentences. */
export function orderSentence(lines: CheckedLine[]): string {
	if (lines.length === 0) return 'The order has no lines.';
	const sentences = lines.flatMap((line) => lineSentence(line) ?? []);
	if (sentences.length === 0) return 'Everything is as it was ordered.';
	const more = sentences.length - NAMED;
	return [...sentences.slice(0, NAMED), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}
