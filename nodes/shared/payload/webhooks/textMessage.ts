import { z } from 'zod/v4';

import type { Customer } from './customer';
import { originOf, type IncomingMessage, type Origin } from './deliveryParts';

/** A text that a customer wrote, for instance "menu" or a shopping list. */
export interface TextMessageEvent extends Origin {
	event: 'textMessage';
	/** The wamid, as a reply quotes it. */
	messageId: string | null;
	sentAt: string | null;
	text: string;
	customer: Customer;
}

const textMessage = z.object({ text: z.object({ body: z.string() }) });

/** Reads a `text` message. Returns null when it holds no text. Never throws. */
export function readTextMessage(incoming: IncomingMessage): TextMessageEvent | null {
	const read = textMessage.safeParse(incoming.message);
	if (!read.success) return null;
	return {
		event: 'textMessage',
		messageId: incoming.messageId,
		sentAt: incoming.sentAt,
		text: read.data.text.body,
		customer: incoming.customer,
		...originOf(incoming),
	};
}
