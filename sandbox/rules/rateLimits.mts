import { messageRefusal } from './refusal/refusal.mts';
import type { State } from '../world/state.mts';
import { PAIR_BURST } from '../world/rates.mts';

/** Refuses a message beyond a rate limit, if the troubles `throughput` or `pairLimit` are on (facts 4). */
export function takeTurn(
	{ rates, troubles }: State,
	number: string,
	addressee: string,
	now = Date.now(),
): void {
	if (troubles.throughput > 0 && !rates.hasThroughput(number, troubles.throughput, now)) {
		throw messageRefusal(130429, 'Cloud API message throughput has been reached.');
	}
	if (
		troubles.pairLimit !== 'off' &&
		!rates.takePair(`${number} ${addressee}`, PAIR_BURST[troubles.pairLimit], now)
	) {
		throw messageRefusal(
			131056,
			'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
		);
	}
	countTurn({ rates, troubles }, number, now);
}

/** Counts a message without checking: incoming ones use up throughput too, but cannot be refused. */
export function countTurn(
	{ rates, troubles }: Pick<State, 'rates' | 'troubles'>,
	number: string,
	now = Date.now(),
): void {
	if (troubles.throughput > 0) rates.countThroughput(number, now);
}
