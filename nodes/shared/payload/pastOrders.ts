import { z } from 'zod';

import { isBlank, textLike, trimmed } from './text';
import { readTime } from './time';

/** What a past order tells about what a customer buys. */
export interface PastOrder {
	/** Null where it has none. */
	id: string | null;
	/** Milliseconds since 1970; 0 where the time cannot be read: such an order counts as the oldest. */
	placedAt: number;
	/** Lines whose SKU can be read. */
	lines: Array<{ sku: string; quantity: number }>;
}

export interface PastOrders {
	orders: PastOrder[];
	/** Lines without a SKU that can be read. */
	unreadLines: number;
	/** Entries that are neither an order nor a line of one. */
	unread: number;
	/** Whether it holds lines instead of whole orders. */
	isPerLine: boolean;
}

const entry = z.object({
	orderId: z.unknown().optional(),
	placedAt: z.unknown().optional(),
	lines: z.unknown().optional(),
	sku: z.unknown().optional(),
	quantity: z.unknown().optional(),
});

/**
 * Reads orders as the trigger yields them, or as they come back from where they were stored: one or
 * a list, whole or a line each (gathered by `orderId`), `placedAt` as a date or a number, `lines` or
 * all of it as JSON text, n8n's items around them.
 */
export function readPastOrders(input: unknown): PastOrders {
	const gathered = new Map<string, PastOrder>();
	const read: PastOrders = { orders: [], unreadLines: 0, unread: 0, isPerLine: false };
	for (const one of listIn(input)) {
		const { success, data } = entry.safeParse(unwrapped(parsed(one)));
		const isLine = success && textLike(data.lines) === '' && data.sku !== undefined;
		const lines = isLine ? [data] : success ? parsed(data.lines) : undefined;
		if (!success || !Array.isArray(lines)) {
			read.unread++;
			continue;
		}
		const id = textOf(data.orderId);
		const known = isLine && id !== null ? gathered.get(id) : undefined;
		const order = known ?? { id, placedAt: readTime(data.placedAt) ?? 0, lines: [] };
		if (!known) read.orders.push(order);
		if (isLine && id !== null) gathered.set(id, order);
		if (isLine) read.isPerLine = true;
		for (const line of lines as unknown[]) {
			const { data: given } = entry.safeParse(line);
			const sku = textOf(given?.sku);
			if (sku === null) read.unreadLines++;
			else order.lines.push({ sku, quantity: quantityOf(given?.quantity) });
		}
	}
	return read;
}

function listIn(input: unknown): unknown[] {
	const given = parsed(input);
	if (given === undefined || given === null) return [];
	return Array.isArray(given) ? given : [given];
}

/** `$input.all()` gives items that hold the order in `json`. */
const unwrapped = (one: unknown): unknown =>
	typeof one === 'object' && one !== null && 'json' in one ? one.json : one;

/** Databases and sheets give lists back as text. */
function parsed(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return undefined;
	}
}

/** A text or a number without what copying adds; null for anything else, and for nothing. */
function textOf(value: unknown): string | null {
	const text = textLike(value);
	return typeof text === 'string' && !isBlank(text) ? trimmed(text) : null;
}

function quantityOf(value: unknown): number {
	const quantity = Number(textOf(value) ?? 0);
	return Number.isFinite(quantity) && quantity > 0 ? quantity : 0;
}
