import { z } from 'zod/v4';

import type { Customer } from './customer';
import { originOf, type IncomingMessage, type Origin } from './deliveryParts';
import { quotedIdIn } from './quotedMessage';

/** A text that a customer wrote, for instance "menu" or a shopping list, or has changed or deleted. */
export interface TextMessageEvent extends Origin {
	event: 'textMessage';
	/** The wamid, as a reply quotes it. */
	messageId: string | null;
	sentAt: string | null;
	/** The text, or the new one of an edited message. Empty for one that was deleted. */
	text: string;
	/** The message that the customer answers, when Meta names it. */
	quotedMessageId: string | null;
	/** The message whose text this one replaces. Null when the customer has edited none. */
	editedMessageId: string | null;
	/** The message that the customer has deleted. Null when this one is no deletion. */
	revokedMessageId: string | null;
	customer: Customer;
}

/** What makes one event different from another. */
type Content = Pick<TextMessageEvent, 'text'> &
	Partial<Pick<TextMessageEvent, 'quotedMessageId' | 'editedMessageId' | 'revokedMessageId'>>;

export const textEvent = (
	incoming: IncomingMessage,
	{ text, quotedMessageId, editedMessageId, revokedMessageId }: Content,
): TextMessageEvent => ({
	event: 'textMessage',
	messageId: incoming.messageId,
	sentAt: incoming.sentAt,
	text,
	quotedMessageId: quotedMessageId ?? null,
	editedMessageId: editedMessageId ?? null,
	revokedMessageId: revokedMessageId ?? null,
	customer: incoming.customer,
	...originOf(incoming),
});

const textMessage = z.object({ text: z.object({ body: z.string() }) });

/** Reads a `text` message. Returns null when it holds no text. Never throws. */
export function readTextMessage(incoming: IncomingMessage): TextMessageEvent | null {
	const read = textMessage.safeParse(incoming.message);
	if (!read.success) return null;
	return textEvent(incoming, {
		text: read.data.text.body,
		quotedMessageId: quotedIdIn(incoming.message),
	});
}
