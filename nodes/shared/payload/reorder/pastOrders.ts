import { readRecipient } from '../rules/recipient';
import { parsed, storedQuantity, storedSku, storedText, valueAt } from '../values/storedValues';
import { isBlank, textLike } from '../values/text';
import { readTime } from '../values/time';
import { ordersIn, rowInOurWords } from '../webhooks/metaOrders';

/** Where an entry has the parts of an order: a column's name, or a path such as `customer.key`. */
export interface OrderColumns {
	orderId: string;
	placedAt: string;
	customer: string;
	/** A list of lines, or that list as JSON text. An entry without it is one line itself. */
	lines: string;
	sku: string;
	quantity: string;
	unitPrice: string;
	currency: string;
}

/** The trigger's own names. */
export const ORDER_COLUMNS: OrderColumns = {
	orderId: 'orderId',
	placedAt: 'placedAt',
	customer: 'customer',
	lines: 'lines',
	sku: 'sku',
	quantity: 'quantity',
	unitPrice: 'unitPrice',
	currency: 'currency',
};

/** One order, gathered from its entries. */
export interface PastOrder {
	/** Indexes of the entries that it was read from. */
	items: number[];
	orderId: string | null;
	/** Milliseconds since 1970; null where the time cannot be read: such an order counts as the oldest. */
	placedAt: number | null;
	/** As given: the trigger's `customer`, a phone number, a user id (with the row's `phone`) … */
	customer: unknown;
	catalogId: string | null;
	phoneNumberId: string | null;
	/** The number of the business that received it, as Meta writes it. */
	displayPhoneNumber: string | null;
	/** Lines whose SKU can be read. */
	lines: OrderedLine[];
}

export interface OrderedLine {
	sku: string;
	/** Whole units; null when it cannot be read. */
	quantity: number | null;
}

export interface PastOrders {
	orders: PastOrder[];
	/** Indexes of the entries that are neither an order nor a line of one. */
	unread: number[];
	/** Lines without a SKU that can be read. */
	unreadLines: number;
	/** Whether it holds lines instead of whole orders. */
	isPerLine: boolean;
}

/**
 * Reads orders as the trigger yields them or a store returns them: whole, or one line for each entry.
 * Entries with the same order id are one order, and without an id lines of the same customer and time
 * are. A line that repeats another's order id, number and SKU is left out.
 *
 * @param entries items of a table, or what entriesIn finds
 */
export function readPastOrders(entries: unknown[], columns = ORDER_COLUMNS): PastOrders {
	const orders = new Map<string, PastOrder>();
	const timeIn = (entry: unknown) => valueAt(entry, columns.placedAt) ?? null;
	const seen = new Set<string>();
	const read = { unread: [] as number[], unreadLines: 0, isPerLine: false };
	const found = entries.flatMap((entry, index) =>
		ordersIn(entry).map((one, place) => ({ entry: rowInOurWords(one), index, place })),
	);
	for (const { entry, index, place: placeOfOrder } of found) {
		const rows = rowsOf(entry, columns);
		if (rows === null) {
			read.unread.push(index);
			continue;
		}
		read.isPerLine ||= !rows.isWhole;
		const head = headOf(entry, columns);
		const alone = [index, placeOfOrder];
		const key = JSON.stringify(
			head.orderId ?? (rows.isWhole ? alone : [head.customer, timeIn(entry)]),
		);
		const order = orders.get(key) ?? { ...head, items: [], lines: [] };
		orders.set(key, order);
		if (order.items.at(-1) !== index) order.items.push(index);
		for (const [place, row] of rows.list.entries()) {
			const sku = storedSku(valueAt(row, columns.sku));
			if (sku === null) {
				read.unreadLines++;
				continue;
			}
			const number = String(textLike(valueAt(row, 'line')) || (rows.isWhole ? place + 1 : ''));
			const line = JSON.stringify([key, number, sku]);
			const isRepeated = head.orderId !== null && number !== '' && seen.has(line);
			seen.add(line);
			if (isRepeated) continue;
			order.lines.push({ sku, quantity: storedQuantity(valueAt(row, columns.quantity)) });
		}
	}
	return { orders: [...orders.values()], ...read };
}

/** The orders or lines that an expression yields: one or a list, also as JSON text or in n8n's items. */
export function entriesIn(input: unknown): unknown[] {
	const given = parsed(input) ?? [];
	return (Array.isArray(given) ? given : [given]).map((one) => unwrapped(parsed(one)));
}

/** `$input.all()` gives items that hold the order in `json`. */
const unwrapped = (one: unknown): unknown =>
	typeof one === 'object' && one !== null && 'json' in one ? one.json : one;

interface Rows {
	isWhole: boolean;
	list: unknown[];
}

/** The lines in an entry; null when it is neither an order nor a line. */
function rowsOf(entry: unknown, columns: OrderColumns): Rows | null {
	const lines = parsed(valueAt(entry, columns.lines));
	if (Array.isArray(lines)) return { isWhole: true, list: lines.map(rowInOurWords) };
	return valueAt(entry, columns.sku) === undefined ? null : { isWhole: false, list: [entry] };
}

/** Whether the lines are something other than a list, such as truncated JSON text. */
export function hasBrokenLines(entry: unknown, columns = ORDER_COLUMNS): boolean {
	const lines = parsed(valueAt(entry, columns.lines)) ?? '';
	return typeof lines === 'string'
		? !isBlank(lines)
		: typeof lines === 'object' && !Array.isArray(lines);
}

function headOf(entry: unknown, columns: OrderColumns): Omit<PastOrder, 'items' | 'lines'> {
	return {
		orderId: storedText(valueAt(entry, columns.orderId)),
		placedAt: readTime(valueAt(entry, columns.placedAt)),
		customer: customerIn(entry, columns),
		catalogId: storedText(valueAt(entry, 'catalogId')),
		phoneNumberId: storedText(valueAt(entry, 'phoneNumberId')),
		displayPhoneNumber: storedText(valueAt(entry, 'displayPhoneNumber')),
	};
}

/** A phone in a column of its own links rows from before user ids to later ones. */
function customerIn(entry: unknown, columns: OrderColumns): unknown {
	const customer = parsed(valueAt(entry, columns.customer)) ?? null;
	const phone = storedText(valueAt(entry, 'phone'));
	const isUserId = typeof customer === 'string' && 'recipient' in readRecipient(customer);
	return isUserId && phone !== null ? { userId: customer, phone } : customer;
}
