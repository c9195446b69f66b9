import { currencyExponent } from './money';
import {
	DECIMAL_ONLY,
	GROUP_ONLY,
	numberIn,
	type PriceNumber,
	type UnreadReason,
} from './priceNumber';
import { isBlank } from './text';

/** What the separators of a price text are for; what is not known or not there is undefined. */
export interface Separators {
	decimal?: string;
	group?: string;
}

/** A price text, read or not. Prices are major units. */
export type PriceReading =
	| { price: number; separators: Separators }
	| { price: null; reason: UnreadReason }
	/** "KWD 1.250" is one dinar and a quarter or 1,250 dinars, depending on what the separator is. */
	| { price: null; reason: 'twoWays'; separator: string; asDecimal: number; asGroup: number };

/**
 * Reads a price as Meta's catalog shows it: formatted and localised, such as "$5.00", "Rp460.000",
 * "1.234,56 €", "₹1,00,000.00" or "١٬٢٣٤٫٥٠ ج.م." (facts 6.2).
 *
 * @param currency ISO 4217, which decides what a single separator can mean
 * @param known what other prices of the same catalog and currency have shown about separators
 * @returns never a guess: a text that can be read in two ways is read in neither
 */
export function readPriceText(
	text: unknown,
	currency: unknown,
	known: Separators = {},
): PriceReading {
	if (typeof text !== 'string' || isBlank(text)) return { price: null, reason: 'missing' };
	if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) {
		return { price: null, reason: 'noCurrency' };
	}
	const number = numberIn(text, currency);
	if (typeof number === 'string') return { price: null, reason: number };
	const exponent = currencyExponent(currency);
	const meanings = meaningsOf(number, exponent);
	const fitting = meanings.length > 1 ? meanings.filter((one) => fits(one, known)) : meanings;
	const [meaning, other] = fitting.length === 0 ? meanings : fitting;
	if (!meaning) return { price: null, reason: 'odd' };
	if (!other) return amountOf(number, meaning, exponent);
	return {
		price: null,
		reason: 'twoWays',
		separator: number.separators[0] ?? '',
		asDecimal: Number(number.parts.join('.')),
		asGroup: Number(number.parts.join('')),
	};
}

/** A formatter has one decimal separator and one between groups, and they differ. */
const fits = ({ decimal, group }: Separators, known: Separators): boolean =>
	decimal === undefined
		? (known.group ?? group) === group && known.decimal !== group
		: (known.decimal ?? decimal) === decimal && known.group !== decimal;

/** All that the separators of a number can be: two possibilities at most, none for an odd number. */
function meaningsOf({ parts, separators }: PriceNumber, exponent: number): Separators[] {
	const [first = '', ...more] = new Set(separators);
	const last = separators.at(-1) ?? '';
	if (first === '') return [{}];
	if (more.length > 1) return [];
	if (more.length === 1) {
		const isLast = separators.indexOf(last) === separators.length - 1;
		const isPair = isLast && !DECIMAL_ONLY.includes(first) && !GROUP_ONLY.includes(last);
		return isPair ? [{ group: first, decimal: last }] : [];
	}
	if (GROUP_ONLY.includes(first)) return [{ group: first }];
	if (separators.length > 1) return DECIMAL_ONLY.includes(first) ? [] : [{ group: first }];
	// Once, so it can be either. Three digits are no decimals unless the currency has as many.
	const [whole = '', rest = ''] = parts;
	const isDecimal = rest.length <= Math.max(exponent, 2) && isGrouped([whole]);
	const isGroup = rest.length === 3 && isGrouped(parts) && !DECIMAL_ONLY.includes(first);
	return [...(isDecimal ? [{ decimal: first }] : []), ...(isGroup ? [{ group: first }] : [])];
}

function amountOf({ parts }: PriceNumber, separators: Separators, exponent: number): PriceReading {
	const hasDecimals = separators.decimal !== undefined;
	const decimals = hasDecimals ? (parts.at(-1) ?? '') : '';
	const groups = hasDecimals ? parts.slice(0, -1) : parts;
	if (/[1-9]/.test(decimals.slice(exponent)) || !isGrouped(groups)) {
		return { price: null, reason: 'odd' };
	}
	const whole = groups.join('');
	if (whole.length > 15 - exponent) return { price: null, reason: 'tooLong' };
	return { price: Number(`${whole}.${decimals === '' ? '0' : decimals}`), separators };
}

/**
 * Whether these are groups of three digits, or as in India of two before the last three. None may be
 * empty, and nothing has a leading zero.
 */
function isGrouped(groups: string[]): boolean {
	const [first = '', ...rest] = groups;
	if (first === '' || rest.some((group) => group === '')) return false;
	if (rest.length === 0) return first === '0' || !first.startsWith('0');
	if (rest.at(-1)?.length !== 3 || first.length > 3 || first.startsWith('0')) return false;
	const between = rest.slice(0, -1);
	return between.every(({ length }) => length === 3) || between.every(({ length }) => length === 2);
}
