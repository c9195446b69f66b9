import { z } from 'zod/v4';

import { textAt } from '../values/webhookValues';
import { readChange } from './change';
import { NOWHERE, unread, type Part } from './deliveryParts';

/**
 * Reads Meta's webhook envelope. Tolerant on purpose: shapes change without notice, so each entry,
 * change, message and status is read on its own. One that cannot be read is kept raw with the reason,
 * and its neighbours are not affected. Facts 2.1, 2.7.
 */

const envelope = z.object({
	object: z.literal('whatsapp_business_account'),
	entry: z.array(z.unknown()),
});

const entry = z.object({ id: z.unknown().optional(), changes: z.array(z.unknown()) });

/**
 * Every message and status of every change of every entry of a delivery, in Meta's order. Never
 * throws.
 *
 * @param body the parsed body of the delivery
 */
export function readDelivery(body: unknown): Part[] {
	const read = envelope.safeParse(body);
	if (!read.success)
		return [unread('The delivery is not one of a WhatsApp business account.', body)];
	return read.data.entry.flatMap((raw) => {
		const one = entry.safeParse(raw);
		const origin = { ...NOWHERE, businessAccountId: textAt(raw, 'id') };
		if (!one.success) return [unread('The entry has no list of changes.', raw, origin)];
		return one.data.changes.flatMap((rawChange) => readChange(rawChange, origin));
	});
}
