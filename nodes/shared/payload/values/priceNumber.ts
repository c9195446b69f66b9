import { westernDigits } from './digits';
import { namesOtherCurrency } from './currencySigns';

/** Why a price text yields no price. */
export type UnreadReason =
	| 'missing'
	| 'noCurrency'
	| 'noNumber'
	| 'severalNumbers'
	| 'otherCurrency'
	/** A sign, a fraction or a word beside the number changes it. */
	| 'changed'
	/** Separators or decimals that fit no way of writing a price of this currency. */
	| 'odd'
	/** More digits than a number holds exactly. */
	| 'tooLong';

/** The number of a price text, taken apart: one part more than there are separators. */
export interface PriceNumber {
	/** Digits 0 to 9; may be empty. */
	parts: string[];
	/** Each a dot, a comma, or one of those that mean one thing only. */
	separators: string[];
}

/** Separators that are always before the decimals: the Arabic one, and the cifrão of Cape Verde. */
export const DECIMAL_ONLY = '٫$';

/** Separators that are always between groups of digits; the last ones are of Arabic and Adlam. */
export const GROUP_ONLY = " '٬⹁";

/** Blanks that break no line, narrow ones and other spellings of separators. */
const SPELLINGS: Record<string, string> = {
	'\u00a0': ' ',
	'\u202f': ' ',
	'\u2009': ' ',
	'’': "'",
	'．': '.',
	'，': ',',
};

/** What a number cannot hold. */
const ODD = /[^\d., '٫٬⹁$]/;

/**
 * Finds the only number of a price text.
 *
 * @param currency ISO 4217
 */
export function numberIn(text: string, currency: string): PriceNumber | UnreadReason {
	// Marks of direction stand between sign and number in Arabic, Persian and Hebrew.
	const western = westernDigits(text.replace(/\p{Cf}/gu, ''));
	if (western === null) return 'severalNumbers';
	// Everything from the first to the last digit; currency signs and letters are outside.
	const found = /\d(?:.*\d)?/su.exec(western);
	if (!found) return 'noNumber';
	const number = found[0].replace(/[^\d.,]/gu, (one) => SPELLINGS[one] ?? one);
	if (ODD.test(number)) return 'severalNumbers';
	const before = western.slice(0, found.index);
	const after = western.slice(found.index + found[0].length);
	if (namesOtherCurrency(`${before} ${after}`, currency)) return 'otherCurrency';
	if (changesNumber(before, after, currency)) return 'changed';
	return { parts: number.split(/\D/), separators: number.match(/\D/g) ?? [] };
}

/** Words after a number that multiply it or name a smaller unit. */
const UNITS = new Set(
	(
		'k t m b mm bn mn mio mln mld mil mille miles milhão milhões millón millones million millions ' +
		'billion thousand hundred lakh lakhs lac lacs crore crores cr rb ribu jt juta tr triệu nghìn ngàn ' +
		'tys bin milyon тыс тис млн c ct cts cent cents centimes p pence paise sen fils فلس ' +
		'ألف الف آلاف مليون هزار میلیون تومان toman tomans हज़ार लाख करोड़ হাজার লাখ কোটি'
	).split(' '),
);

/** Whether the text around a number changes its value: a sign, a fraction, a bare decimal separator, a unit. */
function changesNumber(before: string, after: string, currency: string): boolean {
	// "½", "5⁹⁹" and the like.
	if (/\p{N}/u.test(before + after)) return true;
	if (/[-−–—(~≈±<>≤≥]/.test(before)) return true;
	// A minus after it, but not the dash that means no cents: "5,-", "5.–".
	if (/^\s*[-−–—)+]/.test(after)) return true;
	// ".99" has lost its zero, while "Rs.500" and "S/.500" are abbreviations.
	const isAbbreviation = /[\p{L}\p{M}]\/?\.\s*$/u.test(before) && !before.includes(`${currency}.`);
	if (/[.,٫٬]\s*$/.test(before) && !isAbbreviation) return true;
	const [, unit = ''] = /^\s*([\p{L}\p{M}]+(?![\p{L}\p{M}\p{Sc}]|\/\.)|[¢%‰])/u.exec(after) ?? [];
	const isUnit = UNITS.has(unit.toLowerCase()) && !isOnlyName(unit, before, after, currency);
	return isUnit || /^[¢%‰十百千万萬億亿兆천만억]/u.test(unit);
}

/** Signs of currencies that would be units elsewhere. */
const OWN_SIGNS: Record<string, string> = { BWP: 'P', MMK: 'K', PGK: 'K', ZMW: 'K', RUB: 'rb' };

/** Whether what looks like a unit is the sign of the currency, which the text names nowhere else. */
const isOnlyName = (unit: string, before: string, after: string, currency: string): boolean =>
	OWN_SIGNS[currency] === unit && !/[\p{L}\p{Sc}]/u.test(before + after.replace(unit, ''));
