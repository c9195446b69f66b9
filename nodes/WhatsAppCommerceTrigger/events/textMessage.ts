import { readTextMessage } from '../../shared/payload/webhooks/textMessage';
import type { EventReader } from './event';
import { unrecognized } from './unrecognized';

/** A text that a customer wrote, to be answered with products. */
export const textMessage: EventReader = (part) => {
	if (part.kind !== 'message' || part.type !== 'text') return undefined;
	return readTextMessage(part) ?? unrecognized(part, 'The text message holds no text.');
};
