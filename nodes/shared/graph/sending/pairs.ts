/** One message every 6 seconds from one number to one user. Facts 4. Milliseconds. */
const INTERVAL_MS = 6_000;

/** So many messages may be ahead of that, borrowed from the future. Facts 4. */
const BURST = 45;

/** More pairs than these are looked through for such as have nothing borrowed any more. */
const MANY_PAIRS = 10_000;

/**
 * What Meta's limit for one number and each of its users still allows, as far as this process has
 * used it. It is counted from the first message on and kept from the first refusal on: a provider
 * that mirrors the Cloud API, or a sandbox, need not have this limit.
 */
export class Pairs {
	/** When all that a user got would have left at one message per interval. */
	private readonly pacedUntil = new Map<string, number>();
	private isKept = false;

	/** Milliseconds until the user may have a message; 0 for now. */
	wait(user: string, now: number): number {
		if (!this.isKept) return 0;
		const ahead = (this.pacedUntil.get(user) ?? now) - now;
		return Math.max(0, ahead - (BURST - 1) * INTERVAL_MS);
	}

	/** A message to the user starts. */
	took(user: string, now: number): void {
		this.pacedUntil.set(user, Math.max(this.pacedUntil.get(user) ?? now, now) + INTERVAL_MS);
		if (this.pacedUntil.size <= MANY_PAIRS) return;
		for (const [known, until] of this.pacedUntil) if (until <= now) this.pacedUntil.delete(known);
	}

	/** It did not get to the user, so it counts for nothing. */
	gaveBack(user: string): void {
		const until = this.pacedUntil.get(user);
		if (until !== undefined) this.pacedUntil.set(user, until - INTERVAL_MS);
	}

	/** Meta refused one for this limit: nothing more to the user for so many milliseconds. */
	refused(user: string, now: number, waitMs: number): void {
		this.isKept = true;
		this.pacedUntil.set(user, now + waitMs + (BURST - 1) * INTERVAL_MS);
	}
}
