import { isObject } from './objects';

/** Reads values of Meta's webhooks, whose types change without notice, else null. Never throws. */

/** A non-empty text. Whole numbers count too, unless JSON has already rounded them. */
export function readText(value: unknown): string | null {
	const text = Number.isSafeInteger(value) ? String(value) : value;
	return typeof text === 'string' && text !== '' ? text : null;
}

/** The text at `key` of a value that need not be an object. */
export function textAt(value: unknown, key: string): string | null {
	return isObject(value) ? readText(value[key]) : null;
}

/** Unix seconds, sent as a string (facts 2.2), as ISO 8601 in UTC. */
export function readTimestamp(value: unknown): string | null {
	const text = readText(value);
	// Eleven digits of seconds reach beyond the year 5000; more would be another unit.
	return text !== null && /^\d{1,11}$/.test(text)
		? new Date(Number(text) * 1000).toISOString()
		: null;
}
