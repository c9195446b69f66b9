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
}

/** Digits that a sheet keeps of a number, and that JSON keeps of one. */
const KEPT = { sheet: 15, json: 17 } as const;

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
		const isShort = length > digits.length || isExponential(text);
		return isShort && length <= MOST_ZEROS ? { length, digits } : null;
	}
	const [, digits = ''] = /^([1-9]\d*?)0*$/.exec(text) ?? [];
	if (text.length <= KEPT.sheet || digits === '' || digits.length > KEPT.json) return null;
	const kept = digits.length > KEPT.sheet ? digits.length : KEPT.sheet;
	return { length: text.length, digits: text.slice(0, kept) };
}

/** A number too large to be exact, as {@link skuText} writes it. */
export const isExponential = (text: string): boolean => /^\d(?:\.\d+)?e\+\d+$/.test(text);

/** Whether a whole number becomes the rounded one, by rounding or by cutting off. */
export function roundsTo(id: string, { length, digits }: Rounded): boolean {
	if (!/^\d+$/.test(id) || id.length !== length) return false;
	const cut = id.slice(0, digits.length);
	const isUp = (id[digits.length] ?? '0') >= '5';
	const rounded = String(BigInt(cut) + (isUp ? 1n : 0n));
	const exact = Number(id) === Number(digits.padEnd(length, '0')) && digits.length > KEPT.sheet;
	return cut === digits || rounded === digits || exact;
}

/** With what all numbers begin that become the rounded one. */
export const beginningsOf = ({ digits }: Rounded): string[] => [
	digits,
	String(BigInt(digits) - 1n),
];
