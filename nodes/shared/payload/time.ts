/** Above this a number counts milliseconds since 1970, below it seconds: those reach the year 5138. */
const SECONDS_END = 1e11;

/**
 * A time as builders have it: ISO 8601, a date of JavaScript or of n8n's `$now`, Unix seconds or
 * milliseconds, as a number or a text.
 *
 * @returns milliseconds since 1970, null when it cannot be read
 */
export function readTime(value: unknown): number | null {
	// Dates, those of libraries too, are numbers by their value.
	const given = typeof value === 'object' && value !== null ? value.valueOf() : value;
	const text =
		typeof given === 'string' ? given.trim() : typeof given === 'number' ? String(given) : '';
	const count = /^\d{9,}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
	if (!Number.isNaN(count)) return count < SECONDS_END ? count * 1000 : count;
	const time = Date.parse(text);
	return Number.isNaN(time) ? null : time;
}
