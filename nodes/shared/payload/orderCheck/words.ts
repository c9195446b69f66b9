import { variantName } from '../catalog/productName';
import { isExponential } from '../catalog/skuMatching/numbers';
import { amountText } from '../values/money';
import type { CheckedLine } from './orderCheck';

function nameOf(line: CheckedLine): string {
	const { sku } = line;
	if (sku === null) return `Line ${line.line}`;
	const name = variantName(line);
	return name === null ? sku : `${name} (${sku})`;
}

const price = (minor: number | null, currency: string | null): string =>
	minor === null || currency === null
		? 'a price that cannot be read'
		: amountText(BigInt(minor), currency);

/** How an ordered line differs from the catalog now, as a sentence; null when it does not. */
export function lineSentence(line: CheckedLine): string | null {
	const named = nameOf(line);
	switch (line.lineStatus) {
		case 'ok':
			return null;
		case 'priceChanged':
		case 'currencyChanged':
			return `${named} ${priceWords(line)}.`;
		case 'fewerInStock': {
			const isSamePrice =
				line.currency === line.currentCurrency && line.unitPriceMinor === line.currentPriceMinor;
			return `${named} ${stockWords(line)}.${isSamePrice ? '' : ` It ${priceWords(line)}.`}`;
		}
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

function priceWords(line: CheckedLine): string {
	const ordered = price(line.unitPriceMinor, line.currency);
	const current = price(line.currentPriceMinor, line.currentCurrency);
	return line.currency === line.currentCurrency
		? `was ordered at ${ordered} and costs ${current} now`
		: `was ordered at ${ordered}; the catalog has ${current} now`;
}

const stockWords = ({ quantity, quantityInStock }: CheckedLine): string =>
	`has ${quantityInStock || 'none'} in stock of the ${quantity} that were ordered`;

function unknownSentence(named: string, line: CheckedLine): string {
	if (line.sku === null) return `${named} has no SKU.`;
	if (line.name === null && isExponential(line.sku)) {
		return `${named} has a SKU that was rounded on its way; keep SKUs as text.`;
	}
	if (!line.quantity) return `${named} has no quantity that can be counted.`;
	if (line.unitPrice === null || line.currency === null) {
		return `${named} was ordered at a price that cannot be read.`;
	}
	if (line.lineTotalMinor === null) return `${named} comes to more than can be counted exactly.`;
	const { quantity, quantityInStock, priceExplanation } = line;
	const isShort = quantityInStock !== null && quantityInStock < quantity;
	const subject = isShort ? `${named} ${stockWords(line)}. It` : named;
	return priceExplanation === null
		? `${subject} has no price in the catalog.`
		: `${subject} has a price in the catalog that cannot be read for sure: ${priceExplanation}`;
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
