import { signal } from '@preact/signals';
import type { Outcome } from '../api/types.mts';
import { say } from './messages.mts';

/** How the webhook of a customer's message was answered: shown as ticks beside it, until the page is closed. */
export interface Fate {
	arrived: boolean;
	words: string;
}

export const fates = signal<Readonly<Record<string, Fate>>>({});

export function keepOutcome(outcome: Outcome): void {
	const id = outcome.messageId ?? outcome.orderId;
	const fate = fateOf(outcome);
	if (id) fates.value = { ...fates.value, [id]: fate };
	if (!fate.arrived) say(fate.words, true);
}

function fateOf({ deliveries, reason }: Outcome): Fate {
	const attempt = deliveries.at(-1)?.attempts.at(-1);
	if (!attempt) {
		return {
			arrived: deliveries.length > 0,
			words: reason ?? 'The webhook has not been answered yet.',
		};
	}
	const { status, ms, answer } = attempt;
	if (status === null) return { arrived: false, words: `The webhook had no answer: ${answer}` };
	// Meta repeats everything but a 200 (facts 2.7).
	const arrived = status === 200;
	return { arrived, words: `The webhook was answered with ${status} after ${ms} ms.` };
}
