import { readSystemMessage } from '../../shared/payload/webhooks/systemMessage';
import type { EventReader } from './event';
import { isShallow, unrecognized } from './unrecognized';

/** A customer has another number or another user id. Passed on, and nothing is updated by it. */
export const systemMessage: EventReader = (part) => {
	if (part.kind !== 'message' || part.type !== 'system') return undefined;
	const event = readSystemMessage(part);
	return event && isShallow(event.system)
		? event
		: unrecognized(part, 'The system message tells nothing that can be read.');
};
