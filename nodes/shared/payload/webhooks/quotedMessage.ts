import { isRecord } from '../values/objects';
import { textAt } from '../values/webhookValues';

/**
 * The wamid of the message that a customer answers, or that a cart came from: `context.id`. Meta
 * leaves it out with most orders (facts 17.12).
 *
 * @param message what Meta sent, or the new content of an edited message
 */
export const quotedIdIn = (message: Record<string, unknown>): string | null =>
	isRecord(message.context) ? textAt(message.context, 'id') : null;
