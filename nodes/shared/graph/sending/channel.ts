import type { Refusal } from '../answer';
import { isRefusedAs } from '../refusals/codes';
import { Lanes } from './lanes';
import type { Ledger } from './sentKeys';
import { recipientOf, type UnsentReason } from './outcome';
import { paceOf, type Pace } from './pace';
import { verdictOn, waitBeforeRetry } from './retry';
import { isOver, type Run, type Work } from './run';

/** Longest sleep, so that a stop is noticed soon. Milliseconds. */
const SLICE_MS = 250;

/** How soon to look again whether another number is done with the recipient. Milliseconds. */
const PREVIOUS_POLL_MS = 20;

/**
 * Jobs that are let in at a time: those of so many seconds at the pace of the moment, and the next ones before these
 * have left. With keys, a crash leaves in doubt what was let in.
 */
const ADMITTED = { seconds: 0.5, least: 5, most: 50 } as const;

/**
 * One business number's part of a run: sends its messages at the number's pace, those to one
 * recipient one after another, the others beside them.
 */
export class Channel {
	private readonly lanes = new Lanes<Work>();
	private readonly pace: Pace;
	private readonly works: Work[] = [];
	private next = 0;
	private underWay = 0;
	private isEnding = false;
	private isAdmitting = false;
	private sending?: Promise<void>;
	private wake = (): void => {};

	constructor(
		private readonly number: string,
		private readonly run: Run,
	) {
		this.pace = paceOf(`${run.options.host} ${number}`);
	}

	/** Takes further works, and begins with the first ones. */
	add(works: Work[]): void {
		this.works.push(...works);
		this.sending ??= this.sendAll();
		this.wake();
	}

	/** No more works come. Resolves when all of them have outcomes. */
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
				const isBusy = this.isAdmitting || this.underWay > 0;
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

	/** Lets the next jobs in, without those whose key has been used before. */
	private admitNext(): void {
		const works = this.works.slice(this.next, this.next + this.atATime);
		this.next += works.length;
		const { ledger } = this.run.options;
		// What an earlier try of this run has begun is its own, and is only finished.
		const keyed = works.filter(({ job, outcomes }) => job.key !== '' && outcomes.length === 0);
		if (ledger && keyed.length > 0) void this.admitKeyed(ledger, works, keyed);
		else for (const work of works) this.letIn(work);
	}

	private async admitKeyed(ledger: Ledger, works: Work[], keyed: Work[]): Promise<void> {
		this.isAdmitting = true;
		const claims = await ledger.claim(keyed.map(({ job }) => job.key));
		this.isAdmitting = false;
		for (const work of works) {
			const claim = claims[keyed.indexOf(work)];
			if (claim === 'noRecord') {
				this.leaveRest(work, 'noRecord');
			} else if (claim !== undefined && claim !== 'claimed') {
				work.skipped = claim;
				this.run.count(work.job.messages.length);
			} else {
				this.letIn(work);
			}
		}
		this.wake();
	}

	private letIn(work: Work): void {
		work.isClaimed = this.run.options.ledger !== undefined && work.job.key !== '';
		this.lanes.add(recipientOf(work.job.messages[0]), work);
	}

	/** Starts a message if one may start. Returns the milliseconds to wait, or null with nothing left. */
	private startNext(now: number): number | null {
		const wait = this.lanes.waitForNext(now);
		if (wait !== 0) return wait;
		const paceWait = this.pace.wait(now);
		if (paceWait > 0) return paceWait;
		const taken = this.lanes.take(now);
		if (!taken) return 0;
		const { recipient, work } = taken;
		const isNext = work.previous === undefined || isOver(work.previous);
		const ownWait = isNext ? this.pace.pairs.wait(recipient, now) : PREVIOUS_POLL_MS;
		if (ownWait > 0) this.lanes.again(recipient, now + ownWait);
		else void this.send(recipient, work, now);
		return 0;
	}

	private async send(recipient: string, work: Work, startedAt: number): Promise<void> {
		this.underWay++;
		this.pace.start(startedAt);
		this.pace.pairs.took(recipient, startedAt);
		work.tries++;
		const result = await this.run.options.send(work.job.messages[work.outcomes.length]);
		this.pace.end();
		this.underWay--;
		this.run.progress.pace = this.pace.current;
		if (result.ok) {
			this.pace.accepted();
			this.run.heard(true, Date.now());
			this.run.note(work, { status: 'accepted', sent: result.sent });
			this.goOn(recipient, work);
		} else {
			this.refused(recipient, work, result.refusal, startedAt);
		}
		this.wake();
	}

	private refused(recipient: string, work: Work, refusal: Refusal, startedAt: number): void {
		const now = Date.now();
		const verdict = verdictOn(refusal);
		const isUnclear = verdict === 'unclear';
		const { resendUnanswered } = this.run.options;
		const isOutage = verdict === 'unreachable' && this.run.waitsForMeta(startedAt, now);
		// The outage counts then, not how often this message has met it.
		if (isOutage) work.tries = 1;
		else this.run.heard(!isUnclear && verdict !== 'unreachable', now);
		if (verdict === 'rate') this.pace.refused(startedAt, now);
		if (verdict === 'pause') this.pace.paused(startedAt, now);
		if (isOutage) this.pace.lookAgainLater(now);
		if (!isUnclear) this.pace.pairs.gaveBack(recipient);
		const retryAs = isUnclear && resendUnanswered ? 'transient' : verdict;
		const wait = waitBeforeRetry(retryAs, refusal, work.tries);
		if (verdict === 'pair' && wait !== null) this.pace.pairs.refused(recipient, now, wait);
		const mayRetry = this.run.check(now) === undefined && !this.run.isTimeUp(now + (wait ?? 0));
		if (wait !== null && mayRetry) {
			if (verdict === 'rate' || verdict === 'pause' || verdict === 'pair') {
				this.run.progress.delayed++;
			}
			work.refusal = refusal;
			this.lanes.again(recipient, now + wait);
			return;
		}
		if (isRefusedAs(refusal, 'tokenRefused')) this.run.tokenRefused(refusal);
		this.run.note(work, { status: statusAfter(refusal), refusal });
		this.leaveRest(work, 'earlierPart');
		this.lanes.done(recipient);
	}

	/** The next part of the same list, or the recipient's next one. */
	private goOn(recipient: string, work: Work): void {
		work.tries = 0;
		work.refusal = undefined;
		if (work.outcomes.length < work.job.messages.length) {
			this.lanes.again(recipient, 0);
			return;
		}
		this.settle(work);
		this.lanes.done(recipient);
	}

	/** No message starts any more: what has not started gets its reason. */
	private giveUp(): void {
		const left = [...this.lanes.drain(), ...this.works.slice(this.next)];
		this.next = this.works.length;
		for (const work of left) {
			const refusal = work.refusal ?? this.run.refusal;
			if (refusal) this.run.note(work, { status: statusAfter(refusal), refusal });
			this.leaveRest(work, refusal ? 'earlierPart' : (this.run.halted ?? 'stopped'));
		}
	}

	private leaveRest(work: Work, reason: UnsentReason): void {
		while (work.outcomes.length < work.job.messages.length) {
			this.run.note(work, { status: 'unsent', reason });
		}
		this.settle(work);
	}

	/** A key stays used once something went out; it is free again when surely nothing did. */
	private settle({ job, outcomes, isClaimed }: Work): void {
		if (!isClaimed) return;
		const { ledger } = this.run.options;
		if (outcomes.every(({ status }) => status === 'accepted')) ledger?.settle(job.key);
		else if (outcomes.every(({ status }) => status === 'refused' || status === 'unsent')) {
			ledger?.release(job.key);
		}
	}

	private async rest(ms: number): Promise<void> {
		const woken = new Promise<void>((resolve) => (this.wake = resolve));
		await Promise.race([this.run.options.sleep(Math.min(ms, SLICE_MS)), woken]);
	}
}

const statusAfter = (refusal: Refusal) =>
	verdictOn(refusal) === 'unclear' ? ('ambiguous' as const) : ('refused' as const);
