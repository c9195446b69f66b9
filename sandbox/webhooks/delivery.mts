import type { Context } from '../world/context.mts';
import { newDeliveryId } from '../world/ids.mts';
import { answerReason } from './answerReason.mts';
import { record } from '../log/record.mts';
import { webhookSummary } from '../log/webhookSummary.mts';
import type { Delivery, EventKind, SignatureKind } from '../world/records.mts';
import type { TroubleValues } from '../world/troubles/table.mts';
import { post } from './http.mts';
import { signatureHeaders } from './signature.mts';
import { wireForm } from './wireForm.mts';

export interface Repetition {
	times: number;
	/** All at once instead of one after the other. */
	atOnce: boolean;
}

/** Beyond this number the oldest attempts are forgotten. */
const KEPT_ATTEMPTS = 1_000;

const REPETITIONS: Record<TroubleValues['deliveries'], Repetition> = {
	once: { times: 1, atOnce: false },
	twice: { times: 2, atOnce: false },
	fourAtOnce: { times: 4, atOnce: true },
};

/**
 * Sends a webhook and records it. How often, and with which signature, is decided by the troubles `deliveries` and `signature`, or by the
 * caller. Failed deliveries are repeated only through the control API.
 */
export async function deliver(
	context: Context,
	event: EventKind,
	url: string,
	payload: object,
	signature: SignatureKind = context.state.troubles.signature,
	repetition: Repetition = REPETITIONS[context.state.troubles.deliveries],
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
	await attempt(context, delivery, repetition);
	return delivery;
}

/** Sends the same bytes with the same signature, once or several times. */
export async function attempt(
	context: Context,
	delivery: Delivery,
	{ times, atOnce }: Repetition,
): Promise<void> {
	const once = () => tryOnce(context, delivery);
	if (atOnce) {
		await Promise.all(Array.from({ length: times }, once));
		return;
	}
	for (let count = 0; count < times; count += 1) await once();
}

async function tryOnce(context: Context, delivery: Delivery): Promise<void> {
	const { state } = context;
	const at = new Date().toISOString();
	const started = performance.now();
	const headers = {
		'content-type': 'application/json',
		...signatureHeaders(delivery.body, delivery.signature),
	};
	const answer = await post(delivery.url, delivery.body, headers, context.outgoing);
	const { status, text } = answer;
	const ms = Math.round(performance.now() - started);
	delivery.attempts.push({ at, ms, status, answer: text });
	if (delivery.attempts.length > KEPT_ATTEMPTS) delivery.attempts.shift();
	state.deliveries.altered(delivery);
	const payload: unknown = JSON.parse(delivery.body);
	record(context, state, {
		at,
		direction: 'out',
		method: 'POST',
		url: delivery.url,
		status,
		ms,
		summary: webhookSummary(payload),
		reason: answerReason(answer, delivery.signature),
		request: { headers, body: payload },
		response: text,
	});
}
