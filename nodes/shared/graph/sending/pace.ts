import { Pairs } from './pairs';

/**
 * A window of Meta's throughput limit and a little more, since messages do not arrive in exactly the
 * intervals in which they leave. Milliseconds.
 */
const WINDOW_MS = 1_025;

/** A process that was busy for up to so long makes up for it. Milliseconds. */
const CATCH_UP_MS = 100;

/**
 * Divided by the pace: two messages do not leave closer together, that is at no more than twice the pace.
 * What leaves in a burst arrives late, since each needs a connection first, and then too many arrive in one
 * window. Milliseconds.
 */
const LEAST_GAP_MS = 500;

/** After so long a silence nothing is known any more about what the number takes. Milliseconds. */
const FORGET_MS = 60_000;

/** Most requests under way at a time: each has a connection of its own. */
const MOST_AT_A_TIME = 100;

/** How soon to look again for a free connection: another run's answer may free one. Milliseconds. */
const CONNECTION_POLL_MS = 5;

/** The slowest pace, in messages a second: what is known to be possible is found out from here. */
const SLOWEST = 1;

/** Between two looks whether Meta can be reached again. Milliseconds. */
const OUTAGE_MS = 2_000;

/** Meta's way to back off: 4^X seconds (facts 4), here for X = 0 … 3. Milliseconds. */
export const BACK_OFF_MS = [1_000, 4_000, 16_000, 64_000];

/**
 * The pace at which one business number sends, shared by all runs of the process. It starts at half
 * of the limit and grows with each message that Meta takes; it shrinks when Meta refuses one for the
 * rate, which happens below the limit too when another process sends from the same number.
 */
export class Pace {
	/** The limits of its own that each user has. */
	readonly pairs = new Pairs();
	private readonly limits: number[] = [];
	private limit = SLOWEST;
	private rate = SLOWEST;
	private isStarting = true;
	/** When the next message may start; in the past when there is something to catch up on. */
	private nextAt = 0;
	/** When the last messages started, as many as the limit allows in one window. */
	private readonly starts: number[] = [];
	private underWay = 0;
	private pausedUntil = 0;
	private pauses = 0;
	private lastCutAt = 0;
	private lastStartAt = 0;

	/** Messages a second at the moment. */
	get current(): number {
		return this.rate;
	}

	/**
	 * A run begins to send from the number. The lowest limit of the runs that are under way holds.
	 *
	 * @param limit most messages a second, from 1
	 * @returns what to call when the run has ended
	 */
	join(limit: number, now: number): () => void {
		const isForgotten = this.limits.length === 0 && now - this.lastStartAt > FORGET_MS;
		// Nobody was sending: there is nothing to catch up on.
		if (this.limits.length === 0) this.nextAt = Math.max(this.nextAt, now);
		this.limits.push(limit);
		this.applyLimit();
		if (isForgotten) {
			this.isStarting = true;
			this.pauses = 0;
			this.rate = Math.max(SLOWEST, this.limit / 2);
		}
		return () => {
			this.limits.splice(this.limits.indexOf(limit), 1);
			if (this.limits.length > 0) this.applyLimit();
		};
	}

	private applyLimit(): void {
		this.limit = Math.min(...this.limits);
		this.rate = Math.min(this.rate, this.limit);
	}

	/** Milliseconds until a message may start; 0 for now. */
	wait(now: number): number {
		const isWindowFull = this.starts.length >= this.limit;
		return Math.max(
			0,
			this.pausedUntil - now,
			this.nextAt - now,
			this.lastStartAt + Math.floor(LEAST_GAP_MS / this.rate) - now,
			isWindowFull ? this.starts[0] + WINDOW_MS - now : 0,
			this.underWay >= Math.min(MOST_AT_A_TIME, 8 + this.limit / 2) ? CONNECTION_POLL_MS : 0,
		);
	}

	/** A message starts. */
	start(now: number): void {
		this.nextAt = Math.max(this.nextAt, now - CATCH_UP_MS) + 1_000 / this.rate;
		this.starts.push(now);
		while (this.starts.length > this.limit) this.starts.shift();
		this.underWay++;
		this.lastStartAt = now;
	}

	/** Every start ends with this, whatever came of it. */
	end(): void {
		this.underWay--;
	}

	/** Meta took a message. */
	accepted(): void {
		this.pauses = 0;
		const growth = this.isStarting
			? Math.max(2.5, this.limit * 0.04)
			: (this.limit * 0.1) / this.rate;
		this.rate = Math.min(this.limit, this.rate + growth);
		if (this.rate === this.limit) this.isStarting = false;
	}

	/**
	 * Meta refused a message for the rate. Only the first refusal of those that were under way together
	 * counts, since they all tell the same; and one alone is more likely to be a jolt than a limit.
	 */
	refused(startedAt: number, now: number): void {
		if (startedAt < this.lastCutAt) return;
		const isRepeated = now - this.lastCutAt < 2_000;
		this.lastCutAt = now;
		this.isStarting = false;
		this.rate = Math.max(SLOWEST, this.rate * (isRepeated ? 0.88 : 0.97));
	}

	/** Meta refused a message because the whole app or account calls too much: nothing goes for a while. */
	paused(startedAt: number, now: number): void {
		if (startedAt < this.lastCutAt) return;
		this.lastCutAt = now;
		this.isStarting = false;
		this.rate = Math.max(SLOWEST, this.rate / 2);
		this.pausedUntil = now + BACK_OFF_MS[Math.min(this.pauses++, BACK_OFF_MS.length - 1)];
	}

	/** Meta cannot be reached at the moment. */
	lookAgainLater(now: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, now + OUTAGE_MS);
	}
}

/** More numbers than any process sends from. */
const MOST_PACES = 1_000;
const paces = new Map<string, Pace>();

/** The one pace of a number, whoever sends from it in this process. */
export function paceOf(number: string): Pace {
	const known = paces.get(number);
	if (known) return known;
	if (paces.size >= MOST_PACES) paces.delete([...paces.keys()][0]);
	const pace = new Pace();
	paces.set(number, pace);
	return pace;
}
