import type { PlacedOrder } from '../world/records.mts';
import type { PhoneNumber } from '../world/shop/world.mts';

/** A cart that a customer sent (facts 2.2). The lines are not checked, so that tests can send any price and quantity. */
export function orderContent(order: Pick<PlacedOrder, 'catalogId' | 'note' | 'lines'>): object {
	return {
		type: 'order',
		order: { catalog_id: order.catalogId, text: order.note, product_items: order.lines },
	};
}

/** An ordinary text, perhaps a quoted reply: `context` then says whose message is quoted, as in facts 2.3. */
export function textContent(body: string, quoted: { from: string; id: string } | null): object {
	return { ...(quoted ? { context: quoted } : {}), text: { body }, type: 'text' };
}

/**
 * "Message business" on a product (facts 2.3). `id` is the message in which the customer found the product; for a product found elsewhere
 * there is none, and what Meta sends then is not known.
 */
export function questionContent(
	body: string,
	phoneNumber: PhoneNumber,
	messageId: string | null,
	product: { catalogId: string; sku: string },
): object {
	return {
		context: {
			from: phoneNumber.digits,
			...(messageId === null ? {} : { id: messageId }),
			referred_product: { catalog_id: product.catalogId, product_retailer_id: product.sku },
		},
		text: { body },
		type: 'text',
	};
}
