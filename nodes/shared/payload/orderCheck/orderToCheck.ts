import type { ShopProduct } from '../catalog/skuMatching/shopIds';
import { ORDER_COLUMNS, type OrderColumns } from '../reorder/pastOrders';
import { isRecord } from '../values/objects';
import { parsed, storedSku, storedText, valueAt } from '../values/storedValues';
import { textLike } from '../values/text';
import { rowInOurWords } from '../webhooks/metaOrders';
import { readLine, type OrderLine } from '../webhooks/order';

/** An order, or one line of it, as an item of the trigger or of a table holds it. */
export interface OrderToCheck {
	/** Whether the item holds all lines of its order. */
	isWhole: boolean;
	/** Equal for lines that came one by one and are of the same order; null for what stands alone. */
	key: string | null;
	catalogId: string | null;
	/** The lines unchanged, with all their fields. */
	rows: Array<Record<string, unknown>>;
	/** The same, read. */
	lines: OrderLine[];
}

/**
 * Reads an order in the trigger's words, in either Output Mode, or a row of a table. Amounts are
 * computed again from price and quantity, so that texts from a table work as well as numbers.
 *
 * @param given one of what ordersIn finds
 * @returns null when it is neither an order nor a line of one
 */
export function readOrderToCheck(
	given: Record<string, unknown>,
	columns = ORDER_COLUMNS,
): OrderToCheck | null {
	const item = rowInOurWords(given) as Record<string, unknown>;
	const lines = parsed(valueAt(item, columns.lines));
	const isWhole = Array.isArray(lines);
	if (!isWhole && valueAt(item, columns.sku) === undefined) return null;
	const rows = (isWhole ? lines : [item]).map((row) => (isRecord(row) ? row : {}));
	return {
		isWhole,
		key: isWhole ? null : keyOf(item, columns),
		catalogId: storedText(item.catalogId),
		rows,
		lines: rows.map((row, index) => lineOf(row, index, columns)),
	};
}

/** Rows with the same order ID are one order; without one, rows of the same customer and time are. */
function keyOf(item: Record<string, unknown>, columns: OrderColumns): string | null {
	const orderId = storedText(valueAt(item, columns.orderId));
	if (orderId !== null) return JSON.stringify([orderId]);
	const placedAt = textLike(valueAt(item, columns.placedAt));
	return placedAt === '' ? null : JSON.stringify([valueAt(item, columns.customer), placedAt]);
}

function lineOf(given: Record<string, unknown>, index: number, columns: OrderColumns): OrderLine {
	const row = rowInOurWords(given);
	const at = (column: keyof OrderColumns) => valueAt(row, columns[column]);
	const { line } = readLine(
		{
			product_retailer_id: storedSku(at('sku')),
			quantity: at('quantity'),
			item_price: at('unitPrice'),
			currency: at('currency'),
		},
		index,
	);
	const { line: number, shop } = given;
	const isNumbered = typeof number === 'number' && Number.isSafeInteger(number);
	return {
		...line,
		...(isNumbered && { line: number }),
		// The trigger may have been told which shop it is.
		...(isRecord(shop) && { shop: shop as unknown as ShopProduct }),
	};
}
