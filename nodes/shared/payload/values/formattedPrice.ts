import { currencyExponent } from './money';

/**
 * Reads a price as Meta's catalog shows it: formatted and localised, such as "$5.00", "Rp460.000",
 * "1.234,56 €" or "₹1,00,000.00" (facts 6.2).
 *
 * @param currency ISO 4217, which decides what a single separator can mean
 * @returns major units, or null when the text can be read in two ways or not at all: never a guess
 */
export function readFormattedPrice(text: unknown, currency: unknown): number | null {
	if (typeof text !== 'string' || typeof currency !== 'string') return null;
	if (!/^[A-Z]{3}$/.test(currency)) return null;
	// Everything from the first to the last digit; currency signs and letters are outside.
	const found = /\d(?:.*\d)?/su.exec(text);
	if (!found) return null;
	const number = found[0].replace(/[\s\u00a0\u202f\u2019']/g, ' ');
	if (/[^\d., ]/.test(number)) return null;
	const before = text.slice(0, found.index);
	const after = text.slice(found.index + found[0].length);
	if (changesNumber(before, after, currency)) return null;
	const parts = number.split(/[., ]/);
	const separators = [...number.matchAll(/[., ]/g)].map(([one]) => one);
	const exponent = currencyExponent(currency);
	const decimals = decimalsOf(parts, separators, exponent);
	if (decimals === null || /[1-9]/.test(decimals.slice(exponent))) return null;
	const whole = decimals === '' ? parts : parts.slice(0, -1);
	// More digits than a number holds exactly.
	if (!isGrouped(whole) || whole.join('').length > 15 - exponent) return null;
	return Number(`${whole.join('')}.${decimals === '' ? '0' : decimals}`);
}

/** Words after a number that multiply it or name a smaller unit. */
const UNITS = new Set(
	(
		'k t m b mm bn mn mio mln mld mil mille miles milhão milhões millón millones million millions ' +
		'billion thousand hundred lakh lakhs lac lacs crore crores cr rb ribu jt juta tr triệu nghìn ngàn ' +
		'tys bin milyon тыс тис млн c ct cts cent cents centimes p pence paise sen'
	).split(' '),
);

/** Whether the text around a number changes its value: a sign, a bare decimal separator, a unit. */
function changesNumber(before: string, after: string, currency: string): boolean {
	if (/[-−–(]/.test(before)) return true;
	// A minus after it, but not the dash that means no cents: "5,-", "5.–".
	if (/^\s*[-−–)]/.test(after)) return true;
	// ".99" has lost its zero, while "Rs.500" is an abbreviation.
	const isAbbreviation = /\p{L}\.\s*$/u.test(before) && !before.includes(`${currency}.`);
	if (/[.,]\s*$/.test(before) && !isAbbreviation) return true;
	const [, unit = ''] = /^\s*(\p{L}+|[¢%‰])/u.exec(after) ?? [];
	return UNITS.has(unit.toLowerCase()) || /^[¢%‰千万萬億亿兆천만억]/u.test(unit);
}

/** The digits after the decimal separator: empty when there is none, null when that is not clear. */
function decimalsOf(parts: string[], separators: string[], exponent: number): string | null {
	if (separators.length === 0) return '';
	const last = parts.at(-1) ?? '';
	const sign = separators.at(-1);
	const isOnly = separators.filter((one) => one === sign).length === 1;
	const hasOthers = new Set(separators).size > 1;
	if (sign === ' ' || !isOnly) return last.length === 3 ? '' : null;
	// "1.234,567": another separator groups thousands, so this one is the decimal separator.
	if (hasOthers) return last;
	if (last.length !== 3) return last.length <= Math.max(exponent, 2) ? last : null;
	// Three digits after the only separator: thousands, unless the currency has as many decimals.
	if (exponent < 3) return '';
	// A grouped number never begins with a zero.
	return parts[0] === '0' ? last : null;
}

/**
 * Whether these are groups of three digits, or as in India of two before the last three. None may be
 * empty, and the first has no leading zero.
 */
function isGrouped(groups: string[]): boolean {
	const [first, ...rest] = groups;
	if (first === undefined || first === '' || rest.some((group) => group === '')) return false;
	if (rest.length === 0) return true;
	if (rest.at(-1)?.length !== 3 || first.length > 3 || first.startsWith('0')) return false;
	const between = rest.slice(0, -1);
	return between.every(({ length }) => length === 3) || between.every(({ length }) => length === 2);
}
