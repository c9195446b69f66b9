/** One message every 6 seconds from one number to one user. Facts 4. Milliseconds. */
const INTERVAL_MS = 6_000;

/** This many messages may go ahead of that, borrowed from the future. Facts 4. */
const BURST = 45;

/** With more pairs than this, those that have nothing borrowed are forgotten. */
const MANY_PAIRS = 10_000;

/**
 * What Meta's limit for one number and each of its users still allows, as far as this process has
 * used it. Messages are counted from the first one on, but the limit is kept only after a first refusal:
 * a provider that mirrors the Cloud API, or a sandbox, need not have this limit.
 */
export class Pairs {
	/** When all messages to a user would have left at one message per interval. */
	private readonly pacedUntil = new Map<string, number>();
	private isKept = false;

	/** Milliseconds until the user may have a message; 0 for now. */
	wait(user: string, now: number): number {
		if (!this.isKept) return 0;
		const ahead = (this.pacedUntil.get(user) ?? now) - now;
		return Math.max(0, ahead - (BURST - 1) * INTERVAL_MS);
	}

	/** A message to the user starts. */
	countSend(user: string, now: number): void {
		this.pacedUntil.set(user, Math.max(this.pacedUntil.get(user) ?? now, now) + INTERVAL_MS);
		if (this.pacedUntil.size <= MANY_PAIRS) return;
		for (const [known, until] of this.pacedUntil) if (until <= now) this.pacedUntil.delete(known);
	}

	/** The message was not sent to the user after all, so it does not count. */
	uncountSend(user: string): void {
		const until = this.pacedUntil.get(user);
		if (until !== undefined) this.pacedUntil.set(user, until - INTERVAL_MS);
	}

	/** Meta refused a message for this limit: the user gets nothing for this many milliseconds. */
	refused(user: string, now: number, waitMs: number): void {
		this.isKept = true;
		this.pacedUntil.set(user, now + waitMs + (BURST - 1) * INTERVAL_MS);
	}
}
