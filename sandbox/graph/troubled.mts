import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../world/context.mts';
import type { State } from '../world/state.mts';
import { CODES } from '../rules/refusal/codes.mts';
import { GraphRefusal, messageRefusal } from '../rules/refusal/refusal.mts';

/** Trouble `latency`. Ends early when the sandbox closes. */
export async function beSlow({ state, outgoing }: Context): Promise<void> {
	const { latency } = state.troubles;
	if (latency > 0)
		await sleep(latency, undefined, { signal: outgoing.closing }).catch(() => undefined);
}

/** Troubles `serverFailures` and `unavailable`: they fail like a gateway, before anything is checked. */
export function failNowAndThen({ troubles, failures, unavailable }: State, isSend: boolean): void {
	if (isSend && unavailable.isDue(troubles.unavailable))
		throw messageRefusal(131016, 'Message failed to send because a service is unavailable.');
	if (!failures.isDue(troubles.serverFailures)) return;
	if (isSend) throw messageRefusal(131000, 'Message failed to send due to an unknown error.');
	throw new GraphRefusal(2, CODES[2].title, { transient: true });
}

/** Trouble `cutBefore`: the message is never processed. */
export function isCutBefore({ troubles, cutsBefore }: State, isSend: boolean): boolean {
	return isSend && cutsBefore.isDue(troubles.cutBefore);
}

/** Troubles `cut` and `cutAfter`: only accepted messages are cut, since a client is never in doubt about a refused one. */
export function isCut({ troubles, cutsAfter }: State, isSend: boolean, status: number): boolean {
	if (!isSend || status !== 200) return false;
	return troubles.cut === 'afterAccepted' || cutsAfter.isDue(troubles.cutAfter);
}
