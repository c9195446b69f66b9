import { identityIn } from '../rules/recipient';
import { isObject, isRecord } from '../values/objects';
import { parsed } from '../values/storedValues';
import { readTimestamp, textAt } from '../values/webhookValues';
import { readDelivery } from './delivery';
import { type OrderEvent, readOrder } from './order';

/**
 * The orders in an item, as the trigger gives them, where the item has one of Meta's own shapes: a
 * webhook's body, also below `body` of n8n's Webhook node; its `value`, which n8n's WhatsApp Trigger
 * yields; a message; or the order in it, with or without other fields beside (facts 2.1, 2.2).
 *
 * @returns the item itself when it has none of them
 */
export function ordersIn(item: unknown): unknown[] {
	if (!isRecord(item)) return [item];
	const orders = deliveredIn(item);
	if (orders.length > 0) return orders;
	const order = isRecord(item.order) && 'product_items' in item.order ? item.order : item;
	return 'product_items' in order && item.lines === undefined ? [flatOrder(item, order)] : [item];
}

/** The orders in a delivery, or in a part of one. */
function deliveredIn(item: Record<string, unknown>): OrderEvent[] {
	const body = [item, item.body].find((one) => isRecord(one) && Array.isArray(one.entry));
	const value = Array.isArray(item.messages) ? item : null;
	const isMessage = item.type === 'order' && isRecord(item.order);
	const delivery =
		body ?? (value ? envelopeOf(value) : isMessage ? envelopeOf({ messages: [item] }) : null);
	if (delivery === null) return [];
	return readDelivery(delivery).flatMap((part) =>
		part.kind === 'message' && part.type === 'order' ? (readOrder(part) ?? []) : [],
	);
}

const envelopeOf = (value: object) => ({
	object: 'whatsapp_business_account',
	entry: [{ changes: [{ field: 'messages', value }] }],
});

/** An order in Meta's words, whose message has not come along or only in part. */
function flatOrder(item: Record<string, unknown>, order: Record<string, unknown>): object {
	const lines = parsed(order.product_items);
	return {
		...item,
		orderId: item.orderId ?? textAt(item, 'id'),
		placedAt: item.placedAt ?? readTimestamp(item.timestamp),
		customer: item.customer ?? identityIn(item) ?? null,
		catalogId: item.catalogId ?? textAt(order, 'catalog_id'),
		note: item.note ?? textAt(order, 'text') ?? '',
		lines: Array.isArray(lines) ? lines.map(rowInOurWords) : lines,
	};
}

/** A line of an order with the trigger's names beside Meta's. Other lines stay as they are. */
export function rowInOurWords(row: unknown): unknown {
	if (!isObject(row) || !('product_retailer_id' in row) || 'sku' in row) return row;
	const { product_retailer_id: sku, item_price: unitPrice } = row;
	return { ...row, sku, ...(!('unitPrice' in row) && { unitPrice }) };
}
