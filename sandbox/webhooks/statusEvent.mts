import type { Context } from '../context.mts';
import type { Recipient } from '../rules/recipient.mts';
import type { PhoneNumber } from '../shop/world.mts';
import { destinationFor } from './callback.mts';
import { deliver } from './delivery.mts';
import { envelope, unixSeconds } from './envelope.mts';

interface Sent {
	id: string;
	recipient: Recipient;
	phoneNumber: PhoneNumber;
	trackingData: string | null;
}

/** After an accepted send: `sent`, then `delivered`, in the background (facts 2.5). */
export function sendStatuses(context: Context, sent: Sent): void {
	const { state } = context;
	if (!state.statusWebhooks) return;
	context.background.run(async () => {
		for (const status of ['sent', 'delivered']) {
			// A reset in between ends it: the message is not part of the new state.
			if (context.state !== state) return;
			const destination = destinationFor(state, sent.phoneNumber.id);
			if ('url' in destination)
				await deliver(context, 'status', destination.url, statusEvent(sent, status));
		}
	});
}

/** Phone and user id stand there as far as the recipient has them; a stranger has only what the message was addressed to. */
function statusEvent({ id, recipient, phoneNumber, trackingData }: Sent, status: string): object {
	const phone = recipient.phone ?? recipient.customer?.phone ?? null;
	const userId = recipient.userId ?? recipient.customer?.userId ?? null;
	return envelope(phoneNumber, {
		contacts: [
			{
				...(phone === null ? {} : { wa_id: phone }),
				...(userId === null ? {} : { user_id: userId }),
			},
		],
		statuses: [
			{
				id,
				status,
				timestamp: unixSeconds(),
				...(phone === null ? {} : { recipient_id: phone }),
				...(userId === null ? {} : { recipient_user_id: userId }),
				...(trackingData === null ? {} : { biz_opaque_callback_data: trackingData }),
				pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
			},
		],
	});
}
