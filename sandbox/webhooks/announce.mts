import type { Context } from '../world/context.mts';
import { recordSilence } from '../log/record.mts';
import type { Delivery, EventKind } from '../world/records.mts';
import { destinationFor } from './callback.mts';
import type { WebhookField } from './callback.mts';
import { deliver } from './delivery.mts';

export interface Sent {
	deliveries: Delivery[];
	/** Why no webhook went out, when none did. */
	reason?: string;
}

/** Sends one webhook about a customer, or tells the log why there is none. */
export async function announce(
	context: Context,
	event: EventKind,
	phoneNumberId: string,
	field: WebhookField,
	payload: object,
): Promise<Sent> {
	const destination = destinationFor(context.state, phoneNumberId, field);
	if ('url' in destination)
		return { deliveries: [await deliver(context, event, destination.url, payload)] };
	recordSilence(context, payload, destination.reason);
	return { deliveries: [], reason: destination.reason };
}
