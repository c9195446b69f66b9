import { z } from 'zod/v4';

import { readText } from '../values/webhookValues';
import type { Customer } from './customer';
import { originOf, type IncomingMessage, type Origin } from './deliveryParts';

/** A text that a customer wrote about a product ("Message business"). Facts 2.3. */
export interface ProductQuestionEvent extends Origin {
	event: 'productQuestion';
	/** The wamid, as a reply quotes it. */
	messageId: string | null;
	sentAt: string | null;
	text: string;
	product: { catalogId: string | null; sku: string };
	/** The business's message in which the customer found the product, when Meta names it. */
	quotedMessageId: string | null;
	customer: Customer;
}

const question = z.object({
	text: z.object({ body: z.string() }),
	context: z.object({
		id: z.unknown().optional(),
		referred_product: z.object({
			catalog_id: z.unknown().optional(),
			product_retailer_id: z.unknown().optional(),
		}),
	}),
});

const context = z.object({ context: z.object({ referred_product: z.unknown().optional() }) });

/** Whether a text names a product, even one that cannot be read. */
export function namesProduct({ message }: IncomingMessage): boolean {
	const read = context.safeParse(message);
	return read.success && read.data.context.referred_product != null;
}

/** Reads a text that names a product. Returns null when the text or the SKU is missing. Never throws. */
export function readProductQuestion(incoming: IncomingMessage): ProductQuestionEvent | null {
	const read = question.safeParse(incoming.message);
	if (!read.success) return null;
	const { text, context: about } = read.data;
	const sku = readText(about.referred_product.product_retailer_id);
	if (sku === null) return null;
	return {
		event: 'productQuestion',
		messageId: incoming.messageId,
		sentAt: incoming.sentAt,
		text: text.body,
		product: { catalogId: readText(about.referred_product.catalog_id), sku },
		quotedMessageId: readText(about.id),
		customer: incoming.customer,
		...originOf(incoming),
	};
}
