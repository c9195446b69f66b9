import type { Refusal } from '../answer';
import { isRefusedAs } from '../refusals/codes';
import { Lanes } from './lanes';
import type { SentKeys } from './sentKeys';
import type { UnsentReason } from './outcome';
import { paceOf, type Pace } from './pace';
import { verdictOn, waitBeforeRetry } from './retry';
import { isOver, type JobState, type SendRun } from './sendRun';

/** Longest sleep, so that a stop is noticed soon. Milliseconds. */
const SLICE_MS = 250;

/** How soon to look again whether another number has sent the recipient's job before. Milliseconds. */
const PREVIOUS_POLL_MS = 20;

/**
 * Jobs that are admitted at a time: as many as leave in this many seconds at the current pace; the next ones are
 * admitted while these still leave. With keys, a crash leaves admitted jobs in doubt.
 */
const ADMITTED = { seconds: 0.5, least: 5, most: 50 } as const;

/**
 * One business number's part of a run: sends its messages at the number's pace, those to one
 * recipient one after another, those to different recipients at the same time.
 */
export class Channel {
	private readonly lanes = new Lanes<JobState>();
	private readonly pace: Pace;
	private readonly states: JobState[] = [];
	private next = 0;
	private inFlight = 0;
	private isEnding = false;
	private isAdmitting = false;
	private sending?: Promise<void>;
	private wake = (): void => {};

	constructor(
		private readonly number: string,
		private readonly run: SendRun,
	) {
		this.pace = paceOf(`${run.options.host} ${number}`);
	}

	/** Takes further jobs, and starts to send them. */
	add(states: JobState[]): void {
		this.states.push(...states);
		this.sending ??= this.sendAll();
		this.wake();
	}

	/** No more jobs will be added. Resolves when all of them have outcomes. */
	async end(): Promise<void> {
		this.isEnding = true;
		this.wake();
		await this.sending;
	}

	private async sendAll(): Promise<void> {
		const { limitOf, signal } = this.run.options;
		const leave = this.pace.join(limitOf(this.number), Date.now());
		const onStop = () => this.wake();
		signal?.addEventListener('abort', onStop);
		try {
			for (;;) {
				const now = Date.now();
				if (this.run.check(now) !== undefined) this.giveUp();
				else if (this.lanes.readyNow < this.atATime && !this.isAdmitting) this.admitNext();
				const wait = this.startNext(now);
				const isBusy = this.isAdmitting || this.inFlight > 0;
				if (wait === null && !isBusy && this.isEnding) return;
				if (wait !== 0) await this.rest(wait ?? SLICE_MS);
			}
		} finally {
			signal?.removeEventListener('abort', onStop);
			leave();
		}
	}

	private get atATime(): number {
		const { seconds, least, most } = ADMITTED;
		return Math.min(most, Math.max(least, Math.ceil(seconds * this.pace.current)));
	}

	/** Admits the next jobs, except those whose key has been used before. */
	private admitNext(): void {
		const states = this.states.slice(this.next, this.next + this.atATime);
		this.next += states.length;
		const { sentKeys } = this.run.options;
		// The key of a job that an earlier try of this run has begun is claimed already.
		const keyed = states.filter(({ job, outcomes }) => job.key !== '' && outcomes.length === 0);
		if (sentKeys && keyed.length > 0) void this.admitKeyed(sentKeys, states, keyed);
		else for (const state of states) this.admit(state);
	}

	private async admitKeyed(
		sentKeys: SentKeys,
		states: JobState[],
		keyed: JobState[],
	): Promise<void> {
		this.isAdmitting = true;
		const claims = await sentKeys.claim(keyed.map(({ job }) => job.key));
		this.isAdmitting = false;
		for (const state of states) {
			const claim = claims[keyed.indexOf(state)];
			if (claim === 'noRecord') {
				this.leaveRest(state, 'noRecord');
			} else if (claim !== undefined && claim !== 'claimed') {
				state.skipped = claim;
				this.run.count(state.job.messages.length);
			} else {
				this.admit(state);
			}
		}
		this.wake();
	}

	private admit(state: JobState): void {
		state.isClaimed = this.run.options.sentKeys !== undefined && state.job.key !== '';
		this.lanes.add(state.job.messages[0].recipient, state);
	}

	/** Starts a message if one may start. Returns the milliseconds to wait, or null if none is left. */
	private startNext(now: number): number | null {
		const wait = this.lanes.waitForNext(now);
		if (wait !== 0) return wait;
		const paceWait = this.pace.wait(now);
		if (paceWait > 0) return paceWait;
		const taken = this.lanes.take(now);
		if (!taken) return 0;
		const { recipient, work: state } = taken;
		const isNext = state.previous === undefined || isOver(state.previous);
		const ownWait = isNext ? this.pace.pairs.wait(recipient, now) : PREVIOUS_POLL_MS;
		if (ownWait > 0) this.lanes.again(recipient, now + ownWait);
		else void this.send(recipient, state, now);
		return 0;
	}

	private async send(recipient: string, state: JobState, startedAt: number): Promise<void> {
		this.inFlight++;
		this.pace.start(startedAt);
		this.pace.pairs.countSend(recipient, startedAt);
		state.tries++;
		const result = await this.run.options.send(state.job.messages[state.outcomes.length]);
		this.pace.end();
		this.inFlight--;
		this.run.progress.pace = this.pace.current;
		if (result.ok) {
			this.pace.accepted();
			this.run.recordAnswer(true, Date.now());
			this.run.recordOutcome(state, { status: 'accepted', sent: result.sent });
			this.goOn(recipient, state);
		} else {
			this.refused(recipient, state, result.refusal, startedAt);
		}
		this.wake();
	}

	private refused(recipient: string, state: JobState, refusal: Refusal, startedAt: number): void {
		const now = Date.now();
		const verdict = verdictOn(refusal);
		const isUnclear = verdict === 'unclear';
		const { resendUnanswered } = this.run.options;
		const isOutage = verdict === 'unreachable' && this.run.waitsForMeta(startedAt, now);
		// The length of the outage counts then, not how many tries of this message fell into it.
		if (isOutage) state.tries = 1;
		else this.run.recordAnswer(!isUnclear && verdict !== 'unreachable', now);
		if (verdict === 'rate') this.pace.refused(startedAt, now);
		if (verdict === 'pause') this.pace.paused(startedAt, now);
		if (isOutage) this.pace.pauseForOutage(now);
		if (!isUnclear) this.pace.pairs.uncountSend(recipient);
		const retryAs = isUnclear && resendUnanswered ? 'transient' : verdict;
		const wait = waitBeforeRetry(retryAs, refusal, state.tries);
		if (verdict === 'pair' && wait !== null) this.pace.pairs.refused(recipient, now, wait);
		const mayRetry = this.run.check(now) === undefined && !this.run.isTimeUp(now + (wait ?? 0));
		if (wait !== null && mayRetry) {
			if (verdict === 'rate' || verdict === 'pause' || verdict === 'pair') {
				this.run.progress.delayed++;
			}
			state.refusal = refusal;
			this.lanes.again(recipient, now + wait);
			return;
		}
		if (isRefusedAs(refusal, 'tokenRefused')) this.run.tokenRefused(refusal);
		this.run.recordOutcome(state, { status: statusAfter(refusal), refusal });
		this.leaveRest(state, 'earlierPart');
		this.lanes.done(recipient);
	}

	/** Continues with the next part of the same list, or with the recipient's next job. */
	private goOn(recipient: string, state: JobState): void {
		state.tries = 0;
		state.refusal = undefined;
		if (state.outcomes.length < state.job.messages.length) {
			this.lanes.again(recipient, 0);
			return;
		}
		this.settle(state);
		this.lanes.done(recipient);
	}

	/** No message starts any more: the messages that have not started get their reason. */
	private giveUp(): void {
		const left = [...this.lanes.drain(), ...this.states.slice(this.next)];
		this.next = this.states.length;
		for (const state of left) {
			const refusal = state.refusal ?? this.run.refusal;
			if (refusal) this.run.recordOutcome(state, { status: statusAfter(refusal), refusal });
			this.leaveRest(state, refusal ? 'earlierPart' : (this.run.halted ?? 'stopped'));
		}
	}

	private leaveRest(state: JobState, reason: UnsentReason): void {
		while (state.outcomes.length < state.job.messages.length) {
			this.run.recordOutcome(state, { status: 'unsent', reason });
		}
		this.settle(state);
	}

	/** A key stays used if any message may have been sent; otherwise it is free again. */
	private settle({ job, outcomes, isClaimed }: JobState): void {
		if (!isClaimed) return;
		const { sentKeys } = this.run.options;
		if (outcomes.every(({ status }) => status === 'accepted')) sentKeys?.settle(job.key);
		else if (outcomes.every(({ status }) => status === 'refused' || status === 'unsent')) {
			sentKeys?.release(job.key);
		}
	}

	private async rest(ms: number): Promise<void> {
		const woken = new Promise<void>((resolve) => (this.wake = resolve));
		await Promise.race([this.run.options.sleep(Math.min(ms, SLICE_MS)), woken]);
	}
}

const statusAfter = (refusal: Refusal) =>
	verdictOn(refusal) === 'unclear' ? ('ambiguous' as const) : ('refused' as const);
