import type { Refusal } from '../answer';
import { isNeverConnected } from '../refusals/unanswered';
import { BACK_OFF_MS } from './pace';

/**
 * What a refusal means for the next try of the same message.
 * - `rate`: the number is too fast · `pause`: the whole app or account is · `pair`: too much to one user
 * - `transient`: a passing fault at Meta · `unreachable`: the request never left
 * - `final`: the same message would be refused again
 * - `unclear`: Meta may have accepted it, so it must not be sent again unless the builder chose that
 */
export type Verdict = 'rate' | 'pause' | 'pair' | 'transient' | 'unreachable' | 'final' | 'unclear';

/** Codes that mean that nothing was sent and a later try can succeed. Facts 3, last paragraph. */
const VERDICTS = new Map<number, Verdict>([
	[130429, 'rate'],
	[4, 'pause'],
	[80007, 'pause'],
	[80008, 'pause'],
	[131056, 'pair'],
	...[1, 2, 131000, 131016, 131057, 133004].map((code) => [code, 'transient'] as const),
]);

export function verdictOn(refusal: Refusal): Verdict {
	if (refusal.kind === 'unanswered') {
		if (!isNeverConnected(refusal.code)) return 'unclear';
		return refusal.code.startsWith('ERR_') ? 'final' : 'unreachable';
	}
	const known = refusal.code === null ? undefined : VERDICTS.get(refusal.code);
	return known ?? (refusal.isTransient ? 'transient' : 'final');
}

/** The throughput of the number is being upgraded, which takes about a minute. Facts 3, 4. */
const MAINTENANCE = 131057;

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
	const backOff = (step: number) => BACK_OFF_MS[Math.min(step, BACK_OFF_MS.length - 1)];
	switch (verdict) {
		case 'rate':
			return Math.min(250 * 2 ** (tries - 1), 16_000);
		case 'pause':
			return backOff(tries - 1);
		case 'pair':
			return Math.max(PAIR_MS, backOff(tries - 1));
		case 'transient': {
			const isLong = refusal.kind === 'refused' && refusal.code === MAINTENANCE;
			return tries > RETRIES ? null : backOff(tries - 1 + (isLong ? 2 : 0));
		}
		case 'unreachable':
			return tries > RETRIES ? null : 500 * 2 ** (tries - 1);
		default:
			return null;
	}
}
