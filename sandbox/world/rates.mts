const PAIR_INTERVAL_MS = 6_000; // facts 4: one message every 6 s from one number to one user
const WINDOW_MS = 1_000;
/** More pairs than these are looked through for such as have nothing borrowed any more. */
const MANY_PAIRS = 10_000;

/** How many messages a pair may be ahead of its interval: facts 4 lets 45 be borrowed from the future. */
export const PAIR_BURST = { on: 45, strict: 1 } as const;

/** What the two limits of facts 4 have to remember. Refused messages do not count; Meta does not say whether they do there. */
export class Rates {
	/** When all that a pair has sent would have left at the interval's pace. */
	#pairs = new Map<string, number>();
	#numbers = new Map<string, number[]>();

	/** Takes a place for a message from a number to a user, or says that there is none. */
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
	 * Whether a number has had fewer than `limit` messages within the last second. Which second Meta counts in is not known: the sliding
	 * one is the strictest reading.
	 */
	hasThroughput(number: string, limit: number, now: number): boolean {
		return this.#recent(number, now).length < limit;
	}

	/** Facts 4 counts in and out together. */
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
