import { storedText } from './storedValues';

/** Smaller numbers are no Unix time but a bare year or a spreadsheet's day. As seconds, March 1973. */
const UNIX_TIMES_FROM = 1e8;

/** Above this a number counts milliseconds since 1970, below it seconds: those reach the year 5138. */
const SECONDS_END = 1e11;

/** 2026-11-21, and whatever time of day stands behind it. */
const YEAR_FIRST = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?!\d)/;

/** With the month's name, as in an e-mail or what JavaScript makes of a date: Sat, 21 Nov 2026 · Nov 21 2026. */
const MONTH_NAMED =
	/^(?:[a-z]{3,9},? )?(?:\d{1,2}[ -])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -](?:\d{1,2},? )?\d{4}(?!\d)/i;

/**
 * A time as builders and databases have it: ISO 8601, a date of JavaScript or of n8n's `$now`, Unix
 * seconds or milliseconds, as a number or a text. 05.11.2026 and 11/05/2026 are none: they say to
 * each reader another day.
 *
 * @returns milliseconds since 1970, null when it cannot be read
 */
export function readTime(value: unknown): number | null {
	// Dates, those of libraries too, are numbers by their value.
	const text = storedText(typeof value === 'object' && value !== null ? value.valueOf() : value);
	if (text === null) return null;
	const count = Number(text);
	if (count < UNIX_TIMES_FROM) return null;
	if (Number.isNaN(count) && !YEAR_FIRST.test(text) && !MONTH_NAMED.test(text)) return null;
	const given = Number.isNaN(count) ? text : count < SECONDS_END ? count * 1000 : count;
	const time = new Date(given).getTime();
	return Number.isNaN(time) ? null : time;
}
