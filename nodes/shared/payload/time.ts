import { storedText } from './storedValues';

/** Smaller numbers are no Unix time but a bare year or a spreadsheet's day. As seconds, March 1973. */
const UNIX_TIMES_FROM = 1e8;

/** Above this a number counts milliseconds since 1970, below it seconds: those reach the year 5138. */
const SECONDS_END = 1e11;

/**
 * A time as builders and databases have it: ISO 8601, a date of JavaScript or of n8n's `$now`, Unix
 * seconds or milliseconds, as a number or a text.
 *
 * @returns milliseconds since 1970, null when it cannot be read
 */
export function readTime(value: unknown): number | null {
	// Dates, those of libraries too, are numbers by their value.
	const text = storedText(typeof value === 'object' && value !== null ? value.valueOf() : value);
	if (text === null) return null;
	const count = Number(text);
	if (count < UNIX_TIMES_FROM) return null;
	const given = Number.isNaN(count) ? text : count < SECONDS_END ? count * 1000 : count;
	const time = new Date(given).getTime();
	return Number.isNaN(time) ? null : time;
}
