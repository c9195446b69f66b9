import type { IDataObject } from 'n8n-workflow';

import type { CheckedLine } from '../../../shared/payload/orderCheck/orderCheck';
import type { OrderToCheck } from '../../../shared/payload/orderCheck/orderToCheck';
import { textLike } from '../../../shared/payload/values/text';
import type { NodeFailure } from '../../items/failure';

/** An input item, with what is known about its order so far. */
export interface Entry {
	item: number;
	json: IDataObject;
	order?: OrderToCheck;
	catalogId?: string;
	lines: CheckedLine[];
	failure?: NodeFailure;
}

/** Lines that came one by one are grouped by the id of their order; a whole order is a group of its own. */
export function orderKey({ item, order }: Entry): string {
	return order?.isWhole || !order?.orderId ? `item ${item}` : `order ${order.orderId}`;
}

/** What tells a line that came alone from others of its order; null where nothing does. */
function lineKey(entry: Entry): string | null {
	const { line, sku } = entry.json;
	if (entry.order?.isWhole || textLike(line) === '') return null;
	return JSON.stringify([orderKey(entry), textLike(line), sku]);
}

/** The lines of each order. A line that comes twice counts once: it has its order's id, its number and its SKU. */
export function linesByOrder(entries: Entry[]): Map<string, CheckedLine[]> {
	const orders = new Map<string, CheckedLine[]>();
	const seen = new Set<string>();
	for (const entry of entries) {
		const key = orderKey(entry);
		const ofOrder = orders.get(key) ?? [];
		orders.set(key, ofOrder);
		const row = lineKey(entry);
		if (row !== null && seen.has(row)) continue;
		if (row !== null) seen.add(row);
		for (const checked of entry.lines) ofOrder.push(checked);
	}
	return orders;
}

/**
 * For each line of each entry, how many units of its SKU earlier lines of the same order have: they take
 * them from the same stock.
 */
export function unitsBefore(entries: Entry[]): Map<Entry, number[]> {
	const units = new Map<string, number>();
	const known = new Map<string, number[]>();
	const before = new Map<Entry, number[]>();
	for (const entry of entries) {
		const row = lineKey(entry);
		const again = row === null ? undefined : known.get(row);
		const counts =
			again ??
			(entry.order?.lines ?? []).map(({ sku, quantity }) => takeUnits(entry, sku, quantity));
		if (row !== null) known.set(row, counts);
		before.set(entry, counts);
	}
	return before;

	function takeUnits(entry: Entry, sku: string | null, quantity: number | null): number {
		const key = JSON.stringify([orderKey(entry), entry.catalogId, sku]);
		const taken = units.get(key) ?? 0;
		units.set(key, taken + (quantity ?? 0));
		return taken;
	}
}
