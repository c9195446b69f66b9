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
	// Everything from the first to the last digit; currency signs and letters stand outside.
	const number = /\d(?:.*\d)?/su.exec(text)?.[0].replace(/[\s\u00a0\u202f\u2019']/g, ' ');
	if (number === undefined || /[^\d., ]/.test(number)) return null;
	if (/[-−–(]/.test(text.slice(0, text.search(/\d/)))) return null;
	const parts = number.split(/[., ]/);
	const separators = [...number.matchAll(/[., ]/g)].map(([one]) => one);
	const decimals = decimalsOf(parts, separators, currencyExponent(currency));
	if (decimals === null) return null;
	const whole = decimals === '' ? parts : parts.slice(0, -1);
	return isGrouped(whole) ? Number(`${whole.join('')}.${decimals === '' ? '0' : decimals}`) : null;
}

/** The digits after the decimal separator: empty when there is none, null when that is not clear. */
function decimalsOf(parts: string[], separators: string[], exponent: number): string | null {
	if (separators.length === 0) return '';
	const last = parts[parts.length - 1];
	const sign = separators[separators.length - 1];
	const isOnly = separators.filter((one) => one === sign).length === 1;
	const hasOthers = new Set(separators).size > 1;
	if (sign === ' ' || !isOnly) return last.length === 3 ? '' : null;
	// "1.234,567": another separator groups, so this one can only be the decimal one.
	if (hasOthers) return last;
	if (last.length !== 3) return last.length <= Math.max(exponent, 2) ? last : null;
	// Three digits behind the only separator: thousands, unless the currency has three decimals.
	return exponent === 3 ? null : '';
}

/** Groups of three, or of two before the last three as in India; no group is empty. */
function isGrouped(groups: string[]): boolean {
	const [first, ...rest] = groups;
	if (first === undefined || first === '' || rest.some((group) => group === '')) return false;
	if (rest.length === 0) return true;
	if (rest[rest.length - 1].length !== 3 || first.length > 3) return false;
	const between = rest.slice(0, -1);
	return between.every(({ length }) => length === 3) || between.every(({ length }) => length === 2);
}
