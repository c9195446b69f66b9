import { readOrder } from '../../shared/payload/webhooks/order';
import type { EventReader } from './event';
import { unrecognized } from './unrecognized';

/** A cart that a customer sent. */
export const order: EventReader = (part) => {
	if (part.kind !== 'message' || part.type !== 'order') return undefined;
	return (
		readOrder(part) ?? unrecognized(part, 'The order message has no ID or no list of products.')
	);
};
