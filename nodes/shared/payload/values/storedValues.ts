import { isObject } from './objects';
import { isBlank, skuText, textLike, trimmed } from './text';

/** Reads values as tables, databases and expressions return them, else null. Never throws. */

/** A property of an item, or a path such as `customer.key` into its objects. */
export function valueAt(item: unknown, column: string): unknown {
	// A spreadsheet's heading may contain a dot itself, so a column of exactly that name wins.
	const own = propertyOf(item, column);
	return own !== undefined
		? own
		: column.split('.').reduce<unknown>((value, key) => propertyOf(value, key), item);
}

const propertyOf = (value: unknown, key: string): unknown =>
	isObject(value) && Object.keys(value).includes(key) ? value[key] : undefined;

/** A text or a number, trimmed; null for anything else and for a blank. */
export function storedText(value: unknown): string | null {
	const text = textLike(value);
	return typeof text === 'string' && !isBlank(text) ? trimmed(text) : null;
}

/** The same for a SKU: a number that was rounded on its way keeps a form that no SKU has. */
export function storedSku(value: unknown): string | null {
	return storedText(skuText(value));
}

/** Parses lists and objects that a database or sheet keeps as JSON text; returns other values unchanged. */
export function parsed(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return value;
	}
}

/** A WhatsApp order has up to 99 units (facts 2.2), a shop's own table may have more, but not this many. */
const UNITS = 1_000_000;

/** A whole number from 1 to a million. */
export function storedQuantity(value: unknown): number | null {
	const quantity = Number(storedText(value) ?? Number.NaN);
	return Number.isInteger(quantity) && quantity > 0 && quantity <= UNITS ? quantity : null;
}
