/**
 * Length of a text as Meta counts it: in Unicode code points, like the maxLength of a JSON schema.
 * An apple emoji is one, a family emoji several. UTF-16 units (`text.length`) would refuse texts
 * that Meta accepts.
 */
export const codePointCount = (text: string): number => Array.from(text).length;

/** A text for people to read in a sentence: one line, shortened to `max` code points. */
export function preview(text: string, max = 40): string {
	const oneLine = text.replace(/\s+/g, ' ').trim();
	const points = Array.from(oneLine);
	return points.length <= max ? oneLine : `${points.slice(0, max - 1).join('')}…`;
}

/** Whether a text shows nothing: empty, white space, or only invisible format characters. */
export function isBlank(text: string): boolean {
	return /^[\s\p{Cf}]*$/u.test(text);
}

/** Texts arrive as numbers too (a SKU from a sheet, an id from a database): both are read as text. */
export function textLike(value: unknown): unknown {
	if (value === undefined || value === null) return '';
	if (typeof value === 'number' || typeof value === 'bigint') return String(value);
	return value;
}

/**
 * Splits a pasted list of SKUs. Commas, semicolons, tabs and new lines separate; blanks between
 * them are skipped, and white space around a SKU is dropped while white space inside it stays.
 */
export function splitSkus(text: string): string[] {
	return text
		.split(/[,;\t\r\n]+/)
		.map((sku) => sku.trim())
		.filter((sku) => !isBlank(sku));
}
