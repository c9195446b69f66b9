import { Pairs } from './pairs';

/**
 * The window of Meta's throughput limit plus a margin, since messages do not arrive in exactly the
 * intervals in which they leave. Milliseconds.
 */
const WINDOW_MS = 1_025;

/** A process that was busy for up to this long makes up for it. Milliseconds. */
const CATCH_UP_MS = 100;

/**
 * Divided by the pace: two messages do not leave closer together, that is at no more than twice the pace.
 * A burst arrives late, since each of its messages needs a connection first, and then too many arrive in one
 * window. Milliseconds.
 */
const LEAST_GAP_MS = 500;

/** After this long without a message, the pace that was found no longer counts. Milliseconds. */
const FORGET_MS = 60_000;

/**
 * Requests in flight at a time, each with a connection of its own: enough for answers that take half a second at
 * the limit, and a few more for low limits. The values were found with `bench/send.mts`.
 */
const CONNECTIONS = { spare: 8, secondsOfLimit: 0.5, most: 100 } as const;

/** How soon to look again for a free connection: an answer to another run may free one. Milliseconds. */
const CONNECTION_POLL_MS = 5;

/** The slowest pace, from which the possible one is found. Messages a second. */
const SLOWEST = 1;

/**
 * How the pace grows with each accepted message, in messages a second: at the start of a run by `startLeast`, or by
 * this share of the limit if that is more; after the first refusal, or once the limit was reached, by `laterOfLimit`
 * of the limit within one second, however many messages are accepted in it. The values were found with
 * `bench/send.mts`: a run reaches its limit within a second and is hardly ever refused.
 */
const GROWTH = { startLeast: 2.5, startOfLimit: 0.04, laterOfLimit: 0.1 } as const;

/**
 * What the pace is multiplied with when Meta refuses a message for the rate: a single refusal is more likely jitter
 * than the limit; one within `repeatedMs` after another means that the pace is too high. Found with `bench/send.mts`.
 */
const CUT = { single: 0.97, repeated: 0.88, repeatedMs: 2_000 } as const;

/** What the pace is multiplied with when the whole app or account calls too much. */
const PAUSE_CUT = 0.5;

/** The share of the limit at which an unknown number starts. */
const START_OF_LIMIT = 0.5;

/** Between two tries to reach Meta during an outage. Milliseconds. */
const OUTAGE_MS = 2_000;

/** Meta's way to back off: 4^X seconds (facts 4), here for X = 0 … 3. Milliseconds. */
const BACK_OFF_MS = [1_000, 4_000, 16_000, 64_000] as const;

/** Milliseconds to wait at this step, from 0; the last step holds for all later ones. */
export const backOffMs = (step: number): number => BACK_OFF_MS[step] ?? BACK_OFF_MS[3];

/**
 * The pace at which one business number sends, shared by all runs of the process. It starts at half
 * of the limit and grows with each message that Meta accepts; it shrinks when Meta refuses one for the
 * rate, which happens below the limit too when another process sends from the same number.
 */
export class Pace {
	/** The limit of each user. */
	readonly pairs = new Pairs();
	private readonly limits: number[] = [];
	private limit = SLOWEST;
	private rate = SLOWEST;
	private isStarting = true;
	/** When the next message may start; in the past when there is something to catch up on. */
	private nextAt = 0;
	/** When the last messages started, as many as the limit allows in one window. */
	private readonly starts: number[] = [];
	private inFlight = 0;
	private pausedUntil = 0;
	private pauses = 0;
	private lastCutAt = 0;
	private lastStartAt = 0;

	/** Messages a second at the moment. */
	get current(): number {
		return this.rate;
	}

	/**
	 * A run begins to send from the number. The lowest limit of the current runs holds.
	 *
	 * @param limit most messages a second, from 1
	 * @returns a function to call when the run has ended
	 */
	join(limit: number, now: number): () => void {
		const isForgotten = this.limits.length === 0 && now - this.lastStartAt > FORGET_MS;
		// Nothing was being sent, so there is nothing to catch up on.
		if (this.limits.length === 0) this.nextAt = Math.max(this.nextAt, now);
		this.limits.push(limit);
		this.applyLimit();
		if (isForgotten) {
			this.isStarting = true;
			this.pauses = 0;
			this.rate = Math.max(SLOWEST, this.limit * START_OF_LIMIT);
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
		return Math.max(
			0,
			this.pausedUntil - now,
			this.nextAt - now,
			this.lastStartAt + Math.floor(LEAST_GAP_MS / this.rate) - now,
			this.starts.length >= this.limit ? (this.starts[0] ?? now) + WINDOW_MS - now : 0,
			this.inFlight >= this.connections ? CONNECTION_POLL_MS : 0,
		);
	}

	private get connections(): number {
		const { spare, secondsOfLimit, most } = CONNECTIONS;
		return Math.min(most, spare + secondsOfLimit * this.limit);
	}

	/** A message starts. */
	start(now: number): void {
		this.nextAt = Math.max(this.nextAt, now - CATCH_UP_MS) + 1_000 / this.rate;
		this.starts.push(now);
		while (this.starts.length > this.limit) this.starts.shift();
		this.inFlight++;
		this.lastStartAt = now;
	}

	/** Every start ends with this, whatever the result. */
	end(): void {
		this.inFlight--;
	}

	/** Meta accepted a message. */
	accepted(): void {
		this.pauses = 0;
		const { startLeast, startOfLimit, laterOfLimit } = GROWTH;
		const growth = this.isStarting
			? Math.max(startLeast, this.limit * startOfLimit)
			: (this.limit * laterOfLimit) / this.rate;
		this.rate = Math.min(this.limit, this.rate + growth);
		if (this.rate === this.limit) this.isStarting = false;
	}

	/**
	 * Meta refused a message for the rate. Of several messages that were in flight together only the first refusal
	 * counts, since they all say the same.
	 */
	refused(startedAt: number, now: number): void {
		if (startedAt < this.lastCutAt) return;
		const isRepeated = now - this.lastCutAt < CUT.repeatedMs;
		this.lastCutAt = now;
		this.isStarting = false;
		this.rate = Math.max(SLOWEST, this.rate * (isRepeated ? CUT.repeated : CUT.single));
	}

	/** Meta refused a message because the whole app or account calls too much: nothing starts for a while. */
	paused(startedAt: number, now: number): void {
		if (startedAt < this.lastCutAt) return;
		this.lastCutAt = now;
		this.isStarting = false;
		this.rate = Math.max(SLOWEST, this.rate * PAUSE_CUT);
		this.pausedUntil = now + backOffMs(this.pauses++);
	}

	/** Meta cannot be reached: nothing starts until it is worth another try. */
	pauseForOutage(now: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, now + OUTAGE_MS);
	}
}

/** More numbers than any process sends from. */
const MOST_PACES = 1_000;
const paces = new Map<string, Pace>();

/** The pace of a number, the same for all runs of this process. */
export function paceOf(number: string): Pace {
	const known = paces.get(number);
	if (known) return known;
	const [oldest] = paces.keys();
	if (oldest !== undefined && paces.size >= MOST_PACES) paces.delete(oldest);
	const pace = new Pace();
	paces.set(number, pace);
	return pace;
}
