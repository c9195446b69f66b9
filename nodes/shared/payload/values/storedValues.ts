import { isObject } from './objects';
import { isBlank, textLike, trimmed } from './text';

/** Values as tables, databases and expressions give them back: read, or null. Never throws. */

/** A property of an item, or a path such as `customer.key` into its objects. */
export function valueAt(item: unknown, column: string): unknown {
	// A spreadsheet's heading may contain a dot itself, so a column of exactly that name goes first.
	const own = propertyOf(item, column);
	return own !== undefined
		? own
		: column.split('.').reduce<unknown>((value, key) => propertyOf(value, key), item);
}

const propertyOf = (value: unknown, key: string): unknown =>
	isObject(value) && Object.keys(value).includes(key) ? value[key] : undefined;

/** A text or a number without what copying adds; null for anything else, and for nothing. */
export function storedText(value: unknown): string | null {
	const text = textLike(value);
	return typeof text === 'string' && !isBlank(text) ? trimmed(text) : null;
}

/** Databases and sheets keep lists and objects as JSON text; any other value is given back as it is. */
export function parsed(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return value;
	}
}

/** WhatsApp orders up to 99 units (facts 2.2), a shop's own table more; beyond this it is something else. */
const UNITS = 1_000_000;

/** A whole number from 1 to a million. */
export function storedQuantity(value: unknown): number | null {
	const quantity = Number(storedText(value) ?? Number.NaN);
	return Number.isInteger(quantity) && quantity > 0 && quantity <= UNITS ? quantity : null;
}
