import { isRecord } from '../values/objects';
import { parsed, storedText } from '../values/storedValues';
import { readLine, type OrderLine } from '../webhooks/order';

/** An order, or one line of it, as an item of the trigger or of a table holds it. */
export interface OrderToCheck {
	/** Whether the item holds all lines of its order. */
	isWhole: boolean;
	orderId: string | null;
	catalogId: string | null;
	/** The lines unchanged, with all their fields. */
	rows: Array<Record<string, unknown>>;
	/** The same, read. */
	lines: OrderLine[];
}

/**
 * Reads an item of the trigger in either Output Mode. Amounts are computed again from price and
 * quantity, so that texts from a table work as well as numbers.
 *
 * @returns null when the item is neither an order nor a line of one
 */
export function readOrderToCheck(item: Record<string, unknown>): OrderToCheck | null {
	const lines = listOf(item.lines);
	if (lines === null && item.sku === undefined) return null;
	const rows = (lines ?? [item]).map((row) => (isRecord(row) ? row : {}));
	return {
		isWhole: lines !== null,
		orderId: storedText(item.orderId),
		catalogId: storedText(item.catalogId),
		rows,
		lines: rows.map(lineOf),
	};
}

function lineOf(row: Record<string, unknown>, index: number): OrderLine {
	const { sku, quantity, unitPrice, currency, line: number } = row;
	const { line } = readLine(
		{ product_retailer_id: storedText(sku), quantity, item_price: unitPrice, currency },
		index,
	);
	const isNumbered = typeof number === 'number' && Number.isSafeInteger(number);
	return isNumbered ? { ...line, line: number } : line;
}

function listOf(value: unknown): unknown[] | null {
	const list = parsed(value);
	return Array.isArray(list) ? list : null;
}
