import type { UnsentReason } from './outcome';
import { paceOf, type Pace } from './pace';
import type { Verdict } from './retry';
import type { SendRun } from './sendRun';
import type { Claim } from './sentKeys';
import { TurnQueue } from './turnQueue';

/** Longest sleep, so that the end of the run is noticed soon. A stop is noticed at once. Milliseconds. */
const SLICE_MS = 250;

/**
 * Jobs that are admitted at a time: as many as leave in this many seconds at the current pace; the next ones are
 * admitted while these still leave. With keys, a crash leaves admitted jobs in doubt.
 */
const ADMITTED = { seconds: 0.5, least: 5, most: 50 } as const;

/** A message may start, or the reason why no message of the run may start any more. */
export type Turn = { startedAt: number } | { halted: UnsentReason };

/** A job that waits to be admitted. */
interface Entrant {
	/** Empty if it has nothing to claim. */
	key: string;
	admit(claim?: Claim): void;
}

/** A message that waits for its turn. */
interface WaitingMessage {
	recipient: string;
	start(turn: Turn): void;
}

/**
 * One business number's part of a run. Jobs ask it to be admitted, and then for a turn for each of their
 * messages; it answers in the order of the jobs and at the number's pace.
 */
export class Channel {
	private readonly pace: Pace;
	private readonly leavePace: () => void;
	private readonly entrants: Entrant[] = [];
	private readonly waiting = new TurnQueue<WaitingMessage>();
	/** Admitted jobs that are about to ask for their first turn. */
	private arriving = 0;
	private isClaiming = false;
	private willWake = false;
	/** When the current sleep ends; infinite without one. */
	private sleepsUntil = Infinity;

	constructor(
		number: string,
		private readonly run: SendRun,
	) {
		const { host, limitOf, signal } = run.options;
		this.pace = paceOf(`${host} ${number}`);
		this.leavePace = this.pace.join(limitOf(number), Date.now());
		signal?.addEventListener('abort', this.wakeSoon);
	}

	/**
	 * Resolves when the job may begin, or when the run is halted.
	 *
	 * @param key the key that the job claims; empty for none
	 * @returns the result of the claim; undefined if none was made
	 */
	admit(key: string): Promise<Claim | undefined> {
		return new Promise((resolve) => {
			this.entrants.push({ key, admit: resolve });
			this.wakeSoon();
		});
	}

	/** An admitted job waits for another one, while further jobs are admitted in its place. */
	async giveWay(other: Promise<unknown>): Promise<void> {
		this.arriving--;
		this.wakeSoon();
		await other;
		this.arriving++;
	}

	/**
	 * Resolves when a message may start, or when the run is halted. A started message ends with a call of
	 * `accepted` or `refused`.
	 *
	 * @param from undefined for the first message of a job; any other message starts before those, but not before
	 * this time in milliseconds
	 */
	turn(recipient: string, from?: number): Promise<Turn> {
		return new Promise((start) => {
			if (from === undefined) {
				this.arriving--;
				this.waiting.add({ recipient, start });
			} else {
				this.waiting.addBegun({ recipient, start }, from);
			}
			this.wakeSoon();
		});
	}

	/** Meta accepted a message. */
	accepted(): void {
		this.ended();
		this.pace.accepted();
	}

	/**
	 * A message was refused or got no answer.
	 *
	 * @param verdict what the refusal means; `outage` if the run waits until Meta can be reached again
	 * @param wait milliseconds until its next try; null if there is none
	 */
	refused(
		recipient: string,
		startedAt: number,
		verdict: Verdict | 'outage',
		wait: number | null,
		now: number,
	): void {
		this.ended();
		const { pairs } = this.pace;
		if (verdict !== 'unclear') pairs.uncountSend(recipient);
		if (verdict === 'rate') this.pace.refused(startedAt, now);
		if (verdict === 'pause') this.pace.paused(startedAt, now);
		if (verdict === 'outage') this.pace.pauseForOutage(now);
		if (verdict === 'pair' && wait !== null) pairs.refused(recipient, now, wait);
	}

	/** All jobs of the run are over. */
	close(): void {
		this.run.options.signal?.removeEventListener('abort', this.wakeSoon);
		this.leavePace();
	}

	private ended(): void {
		this.pace.end();
		this.run.progress.pace = this.pace.current;
		this.wakeSoon();
	}

	/** Wakes once for everything that happens in the same moment, so that jobs added together are claimed together. */
	private readonly wakeSoon = (): void => {
		if (this.willWake) return;
		this.willWake = true;
		void Promise.resolve().then(() => {
			this.willWake = false;
			this.wake();
		});
	};

	/** Starts the messages that may start, admits the next jobs, and sleeps until another message may start. */
	private wake(): void {
		const now = Date.now();
		const halted = this.run.check(now);
		if (halted !== undefined) {
			this.giveUp(halted);
			return;
		}
		const wait = this.startDue(now);
		if (wait !== Infinity) this.sleep(Math.min(Math.ceil(wait), SLICE_MS), now);
		const isLow = this.arriving + this.waiting.newCount < this.atATime;
		if (isLow && this.entrants.length > 0 && !this.isClaiming) void this.admitNext();
	}

	private sleep(ms: number, now: number): void {
		const until = now + ms;
		// The earlier wake sleeps again if it has to.
		if (this.sleepsUntil <= until) return;
		this.sleepsUntil = until;
		void this.run.options.sleep(ms).then(() => {
			// Otherwise an earlier sleep has replaced this one.
			if (this.sleepsUntil !== until) return;
			this.sleepsUntil = Infinity;
			this.wake();
		});
	}

	/** Returns the milliseconds until another message may start; infinite if none waits. */
	private startDue(now: number): number {
		for (;;) {
			const wait = Math.max(this.waiting.wait(now), this.pace.wait(now));
			const message = wait > 0 ? undefined : this.waiting.take(now);
			if (!message) return wait;
			const pairWait = this.pace.pairs.wait(message.recipient, now);
			if (pairWait > 0) {
				this.waiting.addBegun(message, now + pairWait);
				continue;
			}
			this.pace.start(now);
			this.pace.pairs.countSend(message.recipient, now);
			message.start({ startedAt: now });
		}
	}

	private get atATime(): number {
		const { seconds, least, most } = ADMITTED;
		return Math.min(most, Math.max(least, Math.ceil(seconds * this.pace.current)));
	}

	/** Admits the next jobs and claims their keys together. */
	private async admitNext(): Promise<void> {
		const entrants = this.entrants.splice(0, this.atATime);
		const keys = entrants.map(({ key }) => key).filter((key) => key !== '');
		const { sentKeys } = this.run.options;
		let claims: Claim[] = [];
		if (sentKeys && keys.length > 0) {
			this.isClaiming = true;
			claims = await sentKeys.claim(keys);
			this.isClaiming = false;
		}
		for (const { key, admit } of entrants) {
			const claim = key === '' ? undefined : claims.shift();
			if (claim === undefined || claim === 'claimed') this.arriving++;
			admit(claim);
		}
		this.wakeSoon();
	}

	/** No message starts any more. */
	private giveUp(halted: UnsentReason): void {
		const entrants = this.entrants.splice(0);
		this.arriving += entrants.length;
		for (const { admit } of entrants) admit();
		for (const { start } of this.waiting.drain()) start({ halted });
	}
}
