import { isBlank, textLike, trimmed } from './text';

/** Where in an input item the parts of an order are: a column's name, or a path such as `customer.key`. */
export interface OrderColumns {
	orderId: string;
	placedAt: string;
	customer: string;
	/** A list of lines, or that list as JSON text. An item without it is one line itself. */
	lines: string;
	sku: string;
	quantity: string;
}

/** The trigger's own names. */
export const ORDER_COLUMNS: OrderColumns = {
	orderId: 'orderId',
	placedAt: 'placedAt',
	customer: 'customer',
	lines: 'lines',
	sku: 'sku',
	quantity: 'quantity',
};

/** One order, gathered from the items that it came in. */
export interface PastOrder {
	/** Input items that it was read from. */
	items: number[];
	orderId: string | null;
	/** Milliseconds since 1970; null when it cannot be read. */
	placedAt: number | null;
	/** As given: the trigger's `customer`, a phone number, a user id … */
	customer: unknown;
	catalogId: string | null;
	phoneNumberId: string | null;
	lines: OrderedLine[];
}

export interface OrderedLine {
	sku: string;
	/** Whole units; null when it cannot be read. */
	quantity: number | null;
}

export interface ReadOrders {
	orders: PastOrder[];
	/** Items that are neither an order nor a line of one. */
	unreadable: number[];
}

/**
 * Reads orders from input items: whole ones, as the trigger gives them, or one line for each item.
 * Lines with the same order id are one order, without an id those of the same customer and time.
 * A line of an order that comes twice counts once: both have its order id and line number.
 */
export function readPastOrders(items: unknown[], columns: OrderColumns): ReadOrders {
	const orders = new Map<string, PastOrder>();
	const seen = new Set<string>();
	const unreadable: number[] = [];
	items.forEach((item, index) => {
		const rows = rowsOf(item, columns);
		if (rows === null) {
			unreadable.push(index);
			return;
		}
		const read = headOf(item, columns);
		const key = JSON.stringify(
			read.orderId ?? (rows.isWhole ? index : [read.customer, read.placedAt]),
		);
		const order = orders.get(key) ?? { ...read, items: [], lines: [] };
		orders.set(key, order);
		order.items.push(index);
		for (const [place, row] of rows.list.entries()) {
			const number = String(textLike(valueAt(row, 'line')) || (rows.isWhole ? place + 1 : ''));
			const line = JSON.stringify([key, number]);
			const isRepeated = read.orderId !== null && number !== '' && seen.has(line);
			seen.add(line);
			if (!isRepeated) order.lines.push(...lineOf(row, columns));
		}
	});
	return { orders: [...orders.values()], unreadable };
}

interface Rows {
	isWhole: boolean;
	list: unknown[];
}

/** The lines in an item; null when it is neither an order nor a line. */
function rowsOf(item: unknown, columns: OrderColumns): Rows | null {
	const lines = parsed(valueAt(item, columns.lines));
	if (Array.isArray(lines)) return { isWhole: true, list: lines };
	return valueAt(item, columns.sku) === undefined ? null : { isWhole: false, list: [item] };
}

function headOf(item: unknown, columns: OrderColumns): Omit<PastOrder, 'items' | 'lines'> {
	return {
		orderId: textAt(item, columns.orderId),
		placedAt: timeOf(valueAt(item, columns.placedAt)),
		customer: parsed(valueAt(item, columns.customer)) ?? null,
		catalogId: textAt(item, 'catalogId'),
		phoneNumberId: textAt(item, 'phoneNumberId'),
	};
}

function lineOf(row: unknown, columns: OrderColumns): OrderedLine[] {
	const sku = textAt(row, columns.sku);
	if (sku === null) return [];
	const quantity = Number(textLike(valueAt(row, columns.quantity)) || Number.NaN);
	return [{ sku, quantity: Number.isSafeInteger(quantity) && quantity > 0 ? quantity : null }];
}

/** A spreadsheet's heading may contain a dot itself, so a column of exactly that name goes first. */
export function valueAt(item: unknown, column: string): unknown {
	const own = propertyOf(item, column);
	return own !== undefined
		? own
		: column.split('.').reduce<unknown>((value, key) => propertyOf(value, key), item);
}

const propertyOf = (value: unknown, key: string): unknown =>
	typeof value === 'object' && value !== null && Object.keys(value).includes(key)
		? (value as Record<string, unknown>)[key]
		: undefined;

function textAt(item: unknown, column: string): string | null {
	const text = textLike(valueAt(item, column));
	return typeof text === 'string' && !isBlank(text) ? trimmed(text) : null;
}

/** Tables keep lists and objects as JSON text. */
function parsed(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}

/** Seconds since 1970 stay below this number until the year 5138; milliseconds passed it in 1973. */
const SECONDS_BELOW = 1e11;

/** ISO texts, dates of a database, and Unix time in seconds or milliseconds. */
function timeOf(value: unknown): number | null {
	if (value === null || value === undefined || value === '') return null;
	const count = typeof value === 'object' ? Number.NaN : Number(value);
	// A bare year or a spreadsheet's day number is too small to be a Unix time.
	if (count > 1e8) return count < SECONDS_BELOW ? count * 1000 : count;
	const time = Number.isNaN(count) ? Date.parse(String(value)) : Number.NaN;
	return Number.isNaN(time) ? null : time;
}
