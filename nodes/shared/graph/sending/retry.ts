import type { Refusal } from '../answer';
import { isRefusedAs, meaningOf, type Next } from '../refusals/codes';
import { isNeverConnected } from '../refusals/unanswered';
import { backOffMs } from './pace';

/**
 * What a refusal means for the next try of the same message: what its code asks for, or
 * - `unreachable`: the request never left
 * - `final`: the same message would be refused again
 * - `unclear`: Meta may have accepted it, so it must not be sent again unless the builder chose that
 */
export type Verdict = Next | 'unreachable' | 'final' | 'unclear';

export function verdictOn(refusal: Refusal): Verdict {
	if (refusal.kind === 'unanswered') {
		if (!isNeverConnected(refusal.code)) return 'unclear';
		return refusal.code.startsWith('ERR_') ? 'final' : 'unreachable';
	}
	return meaningOf(refusal)?.next ?? (refusal.isTransient ? 'transient' : 'final');
}

/** No sooner than this to the same user. Facts 3. Milliseconds. */
const PAIR_MS = 6_000;

/** Tries after the first one, for faults of unknown length. */
const RETRIES = 3;

/**
 * Milliseconds until the next try of a message, or null when there is none. A rate limit always passes,
 * so such a message is tried until the run's time is up; others are tried three times more.
 *
 * @param tries tries so far, from 1
 */
export function waitBeforeRetry(verdict: Verdict, refusal: Refusal, tries: number): number | null {
	switch (verdict) {
		case 'rate':
			return Math.min(250 * 2 ** (tries - 1), 16_000);
		case 'pause':
			return backOffMs(tries - 1);
		case 'pair':
			return Math.max(PAIR_MS, backOffMs(tries - 1));
		case 'transient': {
			// An upgrade of the number's throughput takes a minute or so. Facts 3, 4.
			const isLong = isRefusedAs(refusal, 'numberUpgraded');
			return tries > RETRIES ? null : backOffMs(tries - 1 + (isLong ? 2 : 0));
		}
		case 'unreachable':
			return tries > RETRIES ? null : 500 * 2 ** (tries - 1);
		default:
			return null;
	}
}
