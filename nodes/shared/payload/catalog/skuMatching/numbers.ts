/** A decimal number, as people and sheets write it: 17, 0017, 17.0, 1,5E+11. */
const NUMBER = /^(\d{1,40})(?:[.,](\d{1,40}))?(?:E\+?(-?\d{1,2}))?$/i;

/** Grouped by a sheet: 1,234,567. Only what cannot be a decimal number for sure is not read as one. */
const GROUPED = /^\d{1,3}(?:[.,'’ ]\d{3})+$/;

/** Larger exponents are codes such as 12E34, not numbers. */
const MOST_ZEROS = 30;

/** Digits that a SKU may have, leading zeros included. The longest usual ones, GTINs, have 14. */
const MOST_DIGITS = 14;

/**
 * One spelling for all that are the same number: 0017, 17.0 and 1.7E1 are all "17".
 *
 * @returns null for what is no number
 */
export function numberKey(text: string): string | null {
	const [isNumber, whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text) ?? [];
	if (isNumber === undefined || Math.abs(Number(exponent)) > MOST_ZEROS) return null;
	const digits = whole + fraction;
	const point = whole.length + Number(exponent);
	const before = digits.slice(0, Math.max(0, point)).padEnd(point, '0');
	const after = '0'.repeat(Math.max(0, -point)) + digits.slice(Math.max(0, point));
	const kept = after.replace(/0+$/, '');
	return `${before.replace(/^0+(?=\d)/, '') || '0'}${kept === '' ? '' : `.${kept}`}`;
}

/** The numbers that a text can be read as: 1,234 is one and a bit, or a thousand and more. */
export function numberKeys(text: string): string[] {
	const decimal = numberKey(text);
	const grouped = GROUPED.test(text) ? numberKey(text.replace(/\D/g, '')) : null;
	return [decimal, grouped].filter((key) => key !== null);
}

/** Spellings of a number that a catalog can have: with leading zeros, as 1E5, with zeros at the end. */
export function numberSpellings(key: string): string[] {
	if (key.includes('.')) return [key, `${key}0`, key.replace('.', ','), `0${key}`];
	const zeros = Array.from({ length: Math.max(0, MOST_DIGITS - key.length) }, (_, count) =>
		key.padStart(key.length + count + 1, '0'),
	);
	const [, ending = ''] = /[1-9](0{1,6})$/.exec(key) ?? [];
	const powers = Array.from(ending, (_, count) => {
		const [mantissa, exponent] = [key.slice(0, key.length - count - 1), count + 1];
		return ['E', 'e', 'E+', 'E0', 'E+0'].map((sign) => `${mantissa}${sign}${exponent}`);
	});
	return [key, ...zeros, ...powers.flat(), `${key}.0`, `${key}.00`];
}

/** What is left of a number that a sheet or JSON has rounded. */
export interface Rounded {
	/** Digits of the whole number. */
	length: number;
	/** The first of them that are certain, up to the last, which may be rounded up. */
	digits: string;
	/** Whether it was kept in 53 bits, as JSON does it, and not in a number of digits. */
	isOfJson: boolean;
}

/** Digits that a sheet keeps of a number. */
const KEPT = 15;

/** A number as sheets and JSON shorten it; 1E5 was written so by a person. */
const SHORTENED = /^([1-9])(?:[.,](\d{1,20}))?E\+(\d{2})$/i;

/**
 * Reads a number that has lost digits: 1.5E+11, or more digits than sheets keep, with zeros at the
 * end.
 */
export function roundedNumber(text: string): Rounded | null {
	const [, first, fraction = '', exponent] = SHORTENED.exec(text) ?? [];
	if (first !== undefined) {
		const [length, digits] = [Number(exponent) + 1, first + fraction];
		const isOfJson = isExponential(text) && Number(text) > Number.MAX_SAFE_INTEGER;
		const isShort = length > digits.length || isOfJson;
		return isShort && length <= MOST_ZEROS ? { length, digits, isOfJson } : null;
	}
	const [, digits = ''] = /^([1-9]\d*?)0*$/.exec(text) ?? [];
	if (text.length <= KEPT || digits === '' || digits.length > MOST_OF_JSON) return null;
	const isOfJson = digits.length > KEPT;
	return { length: text.length, digits: isOfJson ? digits : text.slice(0, KEPT), isOfJson };
}

/** Digits that JavaScript writes of a number at most. */
const MOST_OF_JSON = 17;

/** A number too large to be exact, as {@link skuText} writes it. */
export const isExponential = (text: string): boolean => /^\d(?:\.\d+)?e\+\d+$/.test(text);

/** Digits that a whole number may have that becomes the rounded one: 99,999 is rounded to 100,000. */
export const lengthsOf = ({ length, digits }: Rounded): number[] =>
	/^10*$/.test(digits) ? [length, length - 1] : [length];

/** Whether a whole number becomes the rounded one: by its bits, or by rounding or cutting off digits. */
export function roundsTo(id: string, { length, digits, isOfJson }: Rounded): boolean {
	const unit = 10n ** BigInt(Math.max(0, length - digits.length));
	const [whole, kept] = [BigInt(id), BigInt(digits)];
	if (isOfJson) return Number(whole) === Number(kept * unit);
	return whole / unit === kept || (whole + unit / 2n) / unit === kept;
}

/** With what all numbers begin that become the rounded one. */
export function beginningsOf({ digits, isOfJson }: Rounded): string[] {
	if (!isOfJson) return [BigInt(digits) - 1n, BigInt(digits)].filter((one) => one > 0n).map(String);
	// The last digits that are written may stand for any number next to it.
	const known = BigInt(digits.padEnd(KEPT, '0').slice(0, KEPT));
	return [known - 1n, known, known + 1n].map(String);
}
