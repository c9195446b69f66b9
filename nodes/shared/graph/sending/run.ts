import type { OutgoingMessage } from '../../payload/messages/envelope';
import type { Refusal } from '../answer';
import type { SendResult } from './sendMessage';
import type { Ledger } from './sentKeys';
import type { Memory } from './retryMemory';
import type { Job, MessageOutcome, SkipReason, UnsentReason } from './outcome';

/** What a run of messages needs from outside, and what the builder chose for it. */
export interface SendOptions {
	/** Sends one message. Never throws. */
	send(message: OutgoingMessage): Promise<SendResult>;
	sleep(ms: number): Promise<void>;
	/** Messages that come at least, where that is known before the jobs are. */
	expected?: number;
	/** Fires when the run is stopped. */
	signal?: AbortSignal;
	/** Most messages a second from this number. */
	limitOf(phoneNumberId: string): number;
	/** Set apart numbers of different hosts, for instance a sandbox beside the real one. */
	host: string;
	/** No message starts after so many milliseconds. */
	maxMs: number;
	/** Whether a message that surely was not sent ends the run. */
	stopAtRefusal: boolean;
	/** Whether the builder accepts a second copy for a message that got no answer. */
	resendUnanswered: boolean;
	/** Keys that were used in earlier runs, where the builder gave keys. */
	ledger?: Ledger;
	/** What an earlier try of the same run has sent, where n8n may try again. */
	memory?: Memory;
	/** Called after each message that is done with. */
	onProgress?(progress: Progress): void;
}

/** Counts of messages. */
export interface Progress {
	/** As far as they are known. */
	total: number;
	accepted: number;
	/** Done with, whatever came of them. */
	done: number;
	/** Refused because of a limit, and tried again later. */
	delayed: number;
	/** Messages a second at the moment. */
	pace: number;
}

/** A job on its way. */
export interface Work {
	job: Job;
	outcomes: MessageOutcome[];
	/** Tries of the message that is next. */
	tries: number;
	/** Why the last of these did not go out. */
	refusal?: Refusal;
	skipped?: SkipReason;
	isClaimed?: boolean;
	/** The recipient's one before, where that goes out from another number. */
	previous?: Work;
}

/** Whether every message of the work has its outcome. */
export const isOver = ({ skipped, outcomes, job }: Work): boolean =>
	skipped !== undefined || outcomes.length === job.messages.length;

/** So many messages in a row without any answer end a run; more than a number has under way at a time. */
const MOST_SILENT = 150;

/** So long a run waits for a Meta that it has reached before. Milliseconds. */
const LONGEST_OUTAGE_MS = 120_000;

/** What all numbers of a run share: whether it goes on, and how far it is. */
export class Run {
	halted?: UnsentReason;
	/** Where every other message would be refused in the same way. */
	refusal?: Refusal;
	readonly progress: Progress;
	private readonly endsAt: number;
	private silent = 0;
	private heardAt = -Infinity;
	private outageSince?: number;
	private added = 0;

	constructor(readonly options: SendOptions) {
		this.endsAt = Date.now() + options.maxMs;
		const { expected = 0 } = options;
		this.progress = { total: expected, accepted: 0, done: 0, delayed: 0, pace: 0 };
	}

	/** So many messages have come. */
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

	isTimeUp(time: number): boolean {
		return time >= this.endsAt;
	}

	/** Writes down what became of the next message of the work. */
	note(work: Work, outcome: MessageOutcome): void {
		const part = work.outcomes.push(outcome) - 1;
		if (outcome.status === 'accepted' || outcome.status === 'ambiguous') {
			this.options.memory?.remember(work.job.item, part, outcome);
		}
		if (outcome.status === 'refused' && this.options.stopAtRefusal) this.halted ??= 'endedEarly';
		if (outcome.status === 'accepted') this.progress.accepted++;
		this.count(1);
	}

	count(messages: number): void {
		this.progress.done += messages;
		this.options.onProgress?.(this.progress);
	}

	/** Whether Meta itself answered. Silence that lasts ends the run. */
	heard(isAnswer: boolean, now: number): void {
		this.silent = isAnswer ? 0 : this.silent + 1;
		if (isAnswer) {
			this.heardAt = now;
			this.outageSince = undefined;
		}
		if (this.silent >= MOST_SILENT) this.halted ??= 'noAnswers';
	}

	/**
	 * A message could not reach Meta. Whether the run waits for Meta: not where it was never reached, since a wrong
	 * Base URL is more likely then, nor where it has answered another message since this one started. An outage that
	 * lasts ends the run.
	 */
	waitsForMeta(startedAt: number, now: number): boolean {
		if (this.heardAt === -Infinity || this.heardAt >= startedAt) return false;
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
