import type { Context } from '../context.mts';
import { newDeliveryId } from '../ids.mts';
import { post } from './http.mts';
import type { Outgoing } from './http.mts';
import { signatureHeaders } from './signature.mts';
import type { SignatureKind } from './signature.mts';
import { wireForm } from './wireForm.mts';

export interface Attempt {
	at: string;
	ms: number;
	/** null when no answer came; `answer` then tells why. */
	status: number | null;
	/** First 2 kB of the answer. */
	answer: string;
}

export type EventKind = 'order' | 'text' | 'status' | 'custom';

export interface Delivery {
	id: string;
	url: string;
	event: EventKind;
	/** The very bytes that were sent (ASCII, see wireForm.mts). */
	body: string;
	signature: SignatureKind;
	attempts: Attempt[];
}

export interface Repetition {
	times: number;
	/** All at once instead of one after the other. */
	atOnce: boolean;
}

/** Attempts beyond these are forgotten, oldest first. */
const KEPT_ATTEMPTS = 1_000;

export const ONCE: Repetition = { times: 1, atOnce: false };

/** Sends a webhook and records it. A failed one is not repeated by itself; the control API can do so. */
export async function deliver(
	context: Context,
	event: EventKind,
	url: string,
	payload: object,
	signature: SignatureKind = 'valid',
	repetition: Repetition = ONCE,
): Promise<Delivery> {
	const delivery: Delivery = {
		id: newDeliveryId(),
		url,
		event,
		body: wireForm(payload),
		signature,
		attempts: [],
	};
	context.state.deliveries.add(delivery);
	await attempt(delivery, repetition, context.outgoing);
	return delivery;
}

/** The same bytes with the same signature, once more or many times more. */
export async function attempt(
	delivery: Delivery,
	{ times, atOnce }: Repetition,
	outgoing: Outgoing,
): Promise<void> {
	const once = () => tryOnce(delivery, outgoing);
	if (atOnce) {
		await Promise.all(Array.from({ length: times }, once));
		return;
	}
	for (let count = 0; count < times; count += 1) await once();
}

async function tryOnce(delivery: Delivery, outgoing: Outgoing): Promise<void> {
	const at = new Date().toISOString();
	const started = performance.now();
	const headers = {
		'content-type': 'application/json',
		...signatureHeaders(delivery.body, delivery.signature),
	};
	const { status, text } = await post(delivery.url, delivery.body, headers, outgoing);
	delivery.attempts.push({ at, ms: Math.round(performance.now() - started), status, answer: text });
	if (delivery.attempts.length > KEPT_ATTEMPTS) delivery.attempts.shift();
}
