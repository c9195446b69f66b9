import type { Part } from '../../shared/payload/webhooks/deliveryParts';
import { DELIVERY } from '../../shared/payload/webhooks/statusSubject';
import { isShallow } from './unrecognized';

/** Messages that have an ID of their own, but are about another one. Facts 2.9. */
const ABOUT_ANOTHER = ['edit', 'revoke'];

/**
 * What a part is recognized by when Meta repeats it, in whichever field it comes: the wamid, with the
 * status where it is about one (facts 2.5). Null when it has no wamid.
 */
export function keyOf(part: Part): string | null {
	if (part.kind === 'unread') return null;
	const { messageId } = part;
	if (part.kind === 'message') {
		if (messageId === null || !ABOUT_ANOTHER.includes(part.type)) return messageId;
		// Were it given the ID of the message that it is about, it would pass for that one's repetition.
		return `${messageId} ${part.type}`;
	}
	const { subject, status, report } = part;
	if (subject === DELIVERY) return `${messageId} ${status}`;
	// The news of a payment are inside it, and its status stays "pending" (facts 12.5).
	return `${messageId} ${subject} ${isShallow(report) ? JSON.stringify(report) : status}`;
}
