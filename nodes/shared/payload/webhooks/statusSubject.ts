import { isRecord } from '../values/objects';
import { readText } from '../values/webhookValues';

/** The subject of a status that tells how far a message came. Meta's `type` is left out then. Facts 2.5. */
export const DELIVERY = 'message';

/**
 * What a status is about: Meta's `type`, such as `payment`, or {@link DELIVERY}. Only such a one says
 * anything about a message, whatever its `status`: a payment's has the same places for other news
 * (facts 12.5).
 *
 * @param report the status as Meta sent it
 */
export function subjectOf({ type, payment }: Record<string, unknown>): string {
	if (isRecord(payment)) return 'payment';
	if (type === undefined || type === null || type === '') return DELIVERY;
	return readText(type) ?? 'unknown';
}
