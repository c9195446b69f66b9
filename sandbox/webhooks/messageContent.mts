import type { PlacedOrder } from '../world/records.mts';
import type { PhoneNumber } from '../world/shop/world.mts';

/** Which message something refers to, and whose it is. */
type Context = { from: string; id: string } | null;

/**
 * A cart that a customer sent (facts 2.2), perhaps with the message that it came from (facts 17.12). The lines are not checked, so that
 * tests can send any price and quantity.
 */
export function orderContent(
	order: Pick<PlacedOrder, 'catalogId' | 'note' | 'lines'>,
	context: Context,
): object {
	return {
		...(context ? { context } : {}),
		type: 'order',
		order: { catalog_id: order.catalogId, text: order.note, product_items: order.lines },
	};
}

/** An ordinary text, perhaps a quoted reply: `context` then says whose message is quoted, as in facts 2.3. */
export function textContent(body: string, quoted: Context): object {
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

/**
 * A customer has changed a text, or taken a message back. The fact sheet has neither; both are from Meta's pages "Edit messages" (20 Jul
 * 2026) and "Revoke messages" (21 May 2026), which say that only numbers in coexistence with the WhatsApp Business app get them.
 */
export function editContent(messageId: string, body: string): object {
	return {
		type: 'edit',
		edit: { original_message_id: messageId, message: { type: 'text', text: { body } } },
	};
}

export function revokeContent(messageId: string): object {
	return { type: 'revoke', revoke: { original_message_id: messageId } };
}

/** What other numbers get instead: only that there was something of this kind (facts 2.4, 15.5). */
export function unsupportedContent(kind: string): object {
	return {
		type: 'unsupported',
		errors: [
			{
				code: 131051,
				title: 'Message type unknown',
				message: 'Message type unknown',
				error_data: { details: 'Message type is currently not supported.' },
			},
		],
		unsupported: { type: kind },
	};
}
