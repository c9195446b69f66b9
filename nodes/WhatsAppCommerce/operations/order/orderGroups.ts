import type { IDataObject } from 'n8n-workflow';

import type { MatchMode } from '../../../shared/payload/catalog/skuMatching/matchMode';
import type { MatchedSku } from '../../../shared/payload/catalog/skuMatching/matchSku';
import type { CheckedLine } from '../../../shared/payload/orderCheck/orderCheck';
import type { OrderToCheck } from '../../../shared/payload/orderCheck/orderToCheck';
import { textLike } from '../../../shared/payload/values/text';
import type { NodeFailure } from '../../items/failure';

/** An input item, with what is known about its order so far. */
export interface Entry {
	item: number;
	/** Which order of the item it is: a delivery can hold several. */
	place: number;
	json: IDataObject;
	order?: OrderToCheck;
	catalogId?: string;
	matchMode: MatchMode;
	lines: Array<CheckedLine & { matched: MatchedSku | null }>;
	failure?: NodeFailure;
}

/** Lines that came one by one are grouped by their order; a whole order is a group of its own. */
export const orderKey = ({ item, place, order }: Entry): string =>
	order?.key == null ? `item ${item} ${place}` : `order ${order.key}`;

/** What tells a line that came alone from others of its order; null where nothing does. */
function lineKey(entry: Entry): string | null {
	const { order, json } = entry;
	const number = textLike(json.line);
	if (order?.isWhole || number === '') return null;
	return JSON.stringify([orderKey(entry), number, order?.lines.map(({ sku }) => sku)]);
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
 * For each line of each entry, how many units of its product earlier lines of the same order have: they
 * take them from the same stock.
 *
 * @param idOf the content ID of the catalog for a SKU of an entry
 */
export function unitsBefore(
	entries: Entry[],
	idOf: (entry: Entry, sku: string) => string,
): Map<Entry, number[]> {
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
		const id = sku === null ? null : idOf(entry, sku);
		const key = JSON.stringify([orderKey(entry), entry.catalogId, id]);
		const taken = units.get(key) ?? 0;
		units.set(key, taken + (quantity ?? 0));
		return taken;
	}
}
