import { storedText } from './storedValues';

/** Smaller numbers are a bare year or a spreadsheet's day, not a Unix time. As seconds, March 1973. */
const UNIX_TIMES_FROM = 1e8;

/** From here on a number counts milliseconds since 1970; below it seconds, which reach the year 5138. */
const SECONDS_END = 1e11;

/** 2026-11-21, with or without a time of day after it. */
const YEAR_FIRST = /^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?!\d)/;

/** With the month's name, as in an e-mail or in the text of a JavaScript date: Sat, 21 Nov 2026 · Nov 21 2026. */
const MONTH_NAMED =
	/^(?:[a-z]{3,9},? )?(?:\d{1,2}[ -])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -](?:\d{1,2},? )?\d{4}(?!\d)/i;

/**
 * Reads a time as builders and databases write it: ISO 8601, a JavaScript date, n8n's `$now`, Unix
 * seconds or milliseconds as a number or a text. 05.11.2026 and 11/05/2026 are refused: which part is
 * the day depends on the country.
 *
 * @returns milliseconds since 1970, null when it cannot be read
 */
export function readTime(value: unknown): number | null {
	// The valueOf of dates, those of libraries too, is a number.
	const text = storedText(typeof value === 'object' && value !== null ? value.valueOf() : value);
	if (text === null) return null;
	const count = Number(text);
	if (count < UNIX_TIMES_FROM) return null;
	if (Number.isNaN(count) && !YEAR_FIRST.test(text) && !MONTH_NAMED.test(text)) return null;
	const given = Number.isNaN(count) ? text : count < SECONDS_END ? count * 1000 : count;
	const time = new Date(given).getTime();
	return Number.isNaN(time) ? null : time;
}
