const PAIR_INTERVAL_MS = 6_000; // facts 4: one message every 6 s from one number to one user
const WINDOW_MS = 1_000;
/** Above this number, pairs that have nothing borrowed are removed. */
const MANY_PAIRS = 10_000;

/** How many messages a pair may be ahead of its interval: facts 4 lets 45 be borrowed from the future. */
export const PAIR_BURST = { on: 45, strict: 1 } as const;

/** Remembers what the two limits of facts 4 need. Refused messages do not count; whether they do at Meta is not known. */
export class Rates {
	/** By pair: when its next message is due at the pace of the interval. */
	#pairs = new Map<string, number>();
	#numbers = new Map<string, number[]>();

	/** Counts a message from a number to a user, or returns false when the limit is reached. */
	takePair(pair: string, burst: number, now: number): boolean {
		const paced = Math.max(this.#pairs.get(pair) ?? now, now);
		if (paced - now > (burst - 1) * PAIR_INTERVAL_MS) return false;
		this.#pairs.set(pair, paced + PAIR_INTERVAL_MS);
		if (this.#pairs.size > MANY_PAIRS) {
			for (const [known, time] of this.#pairs) if (time <= now) this.#pairs.delete(known);
		}
		return true;
	}

	/**
	 * Whether a number has had fewer than `limit` messages within the last second. Which second Meta counts is not known: a sliding
	 * one is the strictest reading.
	 */
	hasThroughput(number: string, limit: number, now: number): boolean {
		return this.#recent(number, now).length < limit;
	}

	/** Incoming and outgoing messages count together (facts 4). */
	countThroughput(number: string, now: number): void {
		this.#recent(number, now).push(now);
	}

	#recent(number: string, now: number): number[] {
		const times = this.#numbers.get(number) ?? [];
		this.#numbers.set(number, times);
		while (times[0] !== undefined && times[0] <= now - WINDOW_MS) times.shift();
		return times;
	}
}
