import { z } from 'zod/v4';

import { readText } from '../values/webhookValues';
import type { Customer } from './customer';
import { originOf, type IncomingMessage, type Origin } from './deliveryParts';

/** News about a customer, such as another number or another user id. Facts 1.10. */
export interface SystemMessageEvent extends Origin {
	event: 'systemMessage';
	messageId: string | null;
	sentAt: string | null;
	/** Meta's name of what happened, such as `user_changed_number`. */
	change: string | null;
	/** Meta's sentence about it. */
	text: string | null;
	/** Meta's object unchanged, since its fields are not documented in full. */
	system: Record<string, unknown>;
	customer: Customer;
}

const systemMessage = z.object({ system: z.object({}).passthrough() });

/** Reads a `system` message. Returns null when it has no content. Never throws. */
export function readSystemMessage(incoming: IncomingMessage): SystemMessageEvent | null {
	const read = systemMessage.safeParse(incoming.message);
	if (!read.success) return null;
	const { system } = read.data;
	return {
		event: 'systemMessage',
		messageId: incoming.messageId,
		sentAt: incoming.sentAt,
		change: readText(system.type),
		text: readText(system.body),
		system,
		customer: incoming.customer,
		...originOf(incoming),
	};
}
