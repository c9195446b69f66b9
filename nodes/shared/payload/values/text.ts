/**
 * Length of a text as Meta counts it: in Unicode code points, like the maxLength of a JSON schema.
 * An apple emoji is one, a family emoji several. UTF-16 units (`text.length`) would refuse texts
 * that Meta accepts.
 */
export const codePointCount = (text: string): number => Array.from(text).length;

/** A text for people to read in a sentence: one line, shortened to `max` code points. */
export function preview(text: string, max = 40): string {
	return shortened(text.replace(/\s+/g, ' ').trim(), max);
}

/** A text of at most `max` code points, the last one an ellipsis where it is cut; no character is torn. */
export function shortened(text: string, max: number): string {
	if (codePointCount(text) <= max) return text;
	let kept = '';
	let room = max - 1;
	// What people see as one character, such as a family emoji, may be several code points.
	for (const { segment } of new Intl.Segmenter().segment(text)) {
		room -= codePointCount(segment);
		if (room < 0) break;
		kept += segment;
	}
	return `${kept}…`;
}

/** Whether a text shows nothing: empty, white space, or only invisible format characters. */
export function isBlank(text: string): boolean {
	return /^[\s\p{Cf}]*$/u.test(text);
}

/**
 * Texts arrive as numbers too (a SKU from a sheet, an id from a database). Numbers that JSON has
 * rounded, and NaN, are returned unchanged: a schema then says that a text is needed.
 */
export function textLike(value: unknown): unknown {
	if (value === undefined || value === null) return '';
	if (typeof value === 'bigint') return String(value);
	return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER
		? String(value)
		: value;
}

/**
 * A SKU as text. A number that is too large to be exact gets a form that no SKU has, such as
 * 1.2345678901234568e+18: it names a product only when it can be no other.
 */
export const skuText = (value: unknown): unknown =>
	typeof value === 'number' && Number.isFinite(value) && value > Number.MAX_SAFE_INTEGER
		? value.toExponential()
		: textLike(value);

/** Removes the white space and invisible marks that copying adds at both ends. */
export const trimmed = (text: string): string =>
	// Most texts have none, and this check is cheap.
	PLAIN_ENDS.test(text) ? text : text.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '');

const PLAIN_ENDS = /^[!-~](?:[^]*[!-~])?$/;

/** The same for anything that counts as text; returns other values unchanged. */
export function trimmedText(value: unknown): unknown {
	const text = textLike(value);
	return typeof text === 'string' ? trimmed(text) : text;
}

/**
 * Splits a pasted list of SKUs at commas and semicolons of any script, tabs and line breaks. Empty
 * parts are skipped; white space is removed around a SKU, but not inside it.
 */
export function splitSkus(text: string): string[] {
	return text
		.split(/[,;，、；،؛\t\r\n\u2028\u2029]+/)
		.map(trimmed)
		.filter((sku) => !isBlank(sku));
}

/** The text, or undefined when it is blank. */
export const present = (text: string): string | undefined => (isBlank(text) ? undefined : text);
