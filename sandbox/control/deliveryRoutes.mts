import type { FastifyInstance } from 'fastify';
import type { Context } from '../world/context.mts';
import { callbackFor } from '../webhooks/callback.mts';
import { attempt, deliver } from '../webhooks/delivery.mts';
import { SIGNATURE_KINDS } from '../webhooks/signature.mts';
import { bodyOf, objectOf, oneOf } from './body.mts';
import { ControlRefusal } from './refusal.mts';
import { repetitionOf } from './repetition.mts';

/** Webhooks themselves: list what went out, send one again, or send a payload of the caller's own. */
export function addDeliveryRoutes(app: FastifyInstance, context: Context): void {
	app.get('/control/deliveries', () => context.state.deliveries.all());

	app.post('/control/deliveries', async (request) => {
		const body = bodyOf(request);
		const payload = objectOf(body.payload, '"payload"');
		const signature = oneOf(body, 'signature', SIGNATURE_KINDS, 'valid');
		const repetition = repetitionOf(body);
		// A test delivery, as Meta's dashboard sends them: it also reaches an app in development (facts 5.3).
		const destination = callbackFor(context.state, phoneNumberIn(payload), 'messages');
		if ('reason' in destination) return { deliveries: [], reason: destination.reason };
		return {
			deliveries: [
				await deliver(context, 'custom', destination.url, payload, signature, repetition),
			],
		};
	});

	app.post<{ Params: { id: string } }>('/control/deliveries/:id/again', async (request) => {
		const delivery = context.state.deliveries.find(
			(candidate) => candidate.id === request.params.id,
		);
		if (!delivery) throw new ControlRefusal(404, `There is no delivery "${request.params.id}".`);
		await attempt(context, delivery, repetitionOf(bodyOf(request)));
		return { deliveries: [delivery] };
	});
}

/** The phone number a payload is about, so that its own callback is used; odd payloads simply have none. */
function phoneNumberIn(payload: unknown): string | null {
	let place: unknown = payload;
	for (const key of ['entry', '0', 'changes', '0', 'value', 'metadata', 'phone_number_id']) {
		if (typeof place !== 'object' || place === null || !Object.hasOwn(place, key)) return null;
		place = (place as Record<string, unknown>)[key];
	}
	return typeof place === 'string' ? place : null;
}
