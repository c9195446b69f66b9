import type { Repetition } from '../webhooks/delivery.mts';
import { optionalBoolean } from './body.mts';
import type { Body } from './body.mts';
import { ControlRefusal } from './refusal.mts';

const MOST_TIMES = 1_000;

/** `times` and `atOnce` of a delivery. */
export function repetitionOf(body: Body): Repetition {
	const times = body.times ?? 1;
	if (typeof times !== 'number' || !Number.isInteger(times) || times < 1 || times > MOST_TIMES) {
		throw new ControlRefusal(400, `"times" must be a whole number from 1 to ${MOST_TIMES}.`);
	}
	return { times, atOnce: optionalBoolean(body, 'atOnce', false) };
}
