import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.mts';
import type { State } from '../state.mts';
import { CODES } from './codes.mts';
import { GraphRefusal, messageRefusal } from './refusal.mts';

/** Trouble `latency`. Ends early when the sandbox closes. */
export async function beSlow({ state, outgoing }: Context): Promise<void> {
	const { latency } = state.troubles;
	if (latency > 0)
		await sleep(latency, undefined, { signal: outgoing.closing }).catch(() => undefined);
}

/** Trouble `serverFailures`: before anything is looked at, as a gateway fails. */
export function failNowAndThen({ troubles, failures }: State, isSend: boolean): void {
	if (!failures.isDue(troubles.serverFailures)) return;
	if (isSend) throw messageRefusal(131000, 'Message failed to send due to an unknown error.');
	throw new GraphRefusal(2, CODES[2].title, { transient: true });
}

/** Trouble `cut`: only an accepted message is cut, since nothing is in doubt about a refused one. */
export function isCut({ troubles }: State, isSend: boolean, status: number): boolean {
	return isSend && status === 200 && troubles.cut === 'afterAccepted';
}
