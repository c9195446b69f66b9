import type { OutgoingMessage } from '../../payload/messages/envelope';
import type { Refusal } from '../answer';
import type { SendResult } from './sendMessage';
import type { KeyRecord } from './sameKeys';
import type { RetryMemory } from './retryMemory';
import type { Job, MessageOutcome, UnsentReason } from './outcome';

/** What a run needs from outside, and the builder's choices for it. */
export interface SendOptions {
	/** Sends one message. Never throws. */
	send(message: OutgoingMessage): Promise<SendResult>;
	sleep(ms: number): Promise<void>;
	/** At least this many messages will be added, where that is known before the jobs are. */
	expected?: number;
	/** Fires when the run is stopped. */
	signal?: AbortSignal;
	/** Most messages a second from this number. */
	limitOf(phoneNumberId: string): number;
	/** Tells numbers of different hosts apart, for instance of a sandbox beside the real one. */
	host: string;
	/** No message starts after this many milliseconds. */
	maxMs: number;
	/** Whether a refused message ends the run. */
	stopAtRefusal: boolean;
	/** Whether the builder accepts a second copy for a message that got no answer. */
	resendUnanswered: boolean;
	/** Keys that were used in earlier runs, where the builder gave keys. */
	sentKeys?: KeyRecord;
	/** What an earlier try of the same run has sent, where n8n may try again. */
	retryMemory?: RetryMemory;
	/** Called after each message that has its outcome. */
	onProgress?(progress: Progress): void;
}

/** Counts of messages. */
export interface Progress {
	/** All that are known so far. */
	total: number;
	accepted: number;
	/** Those that have their outcome. */
	done: number;
	/** Refused because of a limit, and tried again later. */
	delayed: number;
	/** Messages a second at the moment. */
	pace: number;
}

/** A job and the outcomes of its messages so far. */
export interface JobState {
	readonly job: Job;
	readonly outcomes: MessageOutcome[];
}

/** Whether every message of the job has its outcome. */
export const isOver = ({ job, outcomes }: JobState): boolean =>
	outcomes.length === job.messages.length;

/** This many messages in a row without any answer end a run: more than a number has in flight at a time. */
const MOST_UNANSWERED = 150;

/** How long a run waits for Meta after it has reached it before. Milliseconds. */
const LONGEST_OUTAGE_MS = 120_000;

/** What all numbers of a run share: whether it goes on, and its progress. */
export class SendRun {
	halted?: UnsentReason;
	/** The refusal that every other message would get too, if there is one. */
	refusal?: Refusal;
	readonly progress: Progress;
	private readonly endsAt: number;
	private unansweredInARow = 0;
	private answeredAt = -Infinity;
	private outageSince: number | undefined;
	private added = 0;

	constructor(readonly options: SendOptions) {
		this.endsAt = Date.now() + options.maxMs;
		const { expected = 0 } = options;
		this.progress = { total: expected, accepted: 0, done: 0, delayed: 0, pace: 0 };
	}

	/** This many messages were added. */
	expect(messages: number): void {
		this.added += messages;
		this.progress.total = Math.max(this.progress.total, this.added);
	}

	/** Why no further message may start, if so. */
	check(now: number): UnsentReason | undefined {
		if (this.options.signal?.aborted) this.halted = 'stopped';
		else if (this.halted === undefined && this.isTimeUp(now)) this.halted = 'timeUp';
		return this.halted;
	}

	/** Whether a message that was just refused may be tried again at that time. */
	mayRetryAt(time: number, now: number): boolean {
		return this.check(now) === undefined && !this.isTimeUp(time);
	}

	private isTimeUp(time: number): boolean {
		return time >= this.endsAt;
	}

	/** A job, with the outcomes of what an earlier try of the same run has sent. */
	begin(job: Job): JobState {
		const state: JobState = { job, outcomes: [] };
		const { retryMemory } = this.options;
		for (const outcome of retryMemory?.recall(job.item, job.messages.length) ?? []) {
			if (!isOver(state)) this.recordOutcome(state, outcome);
		}
		return state;
	}

	/** Records the outcome of the job's next message. Unless it was accepted, the rest of the job is not sent. */
	recordOutcome({ job, outcomes }: JobState, outcome: MessageOutcome): void {
		const part = outcomes.push(outcome) - 1;
		if (outcome.status === 'accepted' || outcome.status === 'ambiguous') {
			this.options.retryMemory?.remember(job.item, part, outcome);
		}
		if (outcome.status === 'refused' && this.options.stopAtRefusal) this.halted ??= 'endedEarly';
		if (outcome.status === 'accepted') this.progress.accepted++;
		this.count(1);
		if (outcome.status === 'accepted') return;
		const reason = outcome.status === 'unsent' ? outcome.reason : 'earlierPart';
		while (outcomes.length < job.messages.length) {
			outcomes.push({ status: 'unsent', reason });
			this.count(1);
		}
	}

	count(messages: number): void {
		this.progress.done += messages;
		this.options.onProgress?.(this.progress);
	}

	/** Records whether Meta itself answered. Too many messages without an answer end the run. */
	recordAnswer(isAnswer: boolean, now: number): void {
		this.unansweredInARow = isAnswer ? 0 : this.unansweredInARow + 1;
		if (isAnswer) {
			this.answeredAt = now;
			this.outageSince = undefined;
		}
		if (this.unansweredInARow >= MOST_UNANSWERED) this.halted ??= 'noAnswers';
	}

	/**
	 * Whether the run waits for Meta after a message could not reach it: not if Meta was never reached, since a wrong
	 * Base URL is more likely then, and not if it has answered another message since this one started. An outage that
	 * lasts too long ends the run.
	 */
	waitsForMeta(startedAt: number, now: number): boolean {
		if (this.answeredAt === -Infinity || this.answeredAt >= startedAt) return false;
		this.outageSince ??= now;
		if (now - this.outageSince < LONGEST_OUTAGE_MS) return true;
		this.halted ??= 'noAnswers';
		return false;
	}

	/** The token itself is refused: every further call would be too. */
	tokenRefused(refusal: Refusal): void {
		this.halted ??= 'endedEarly';
		this.refusal ??= refusal;
	}
}
