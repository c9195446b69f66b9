import type { OutgoingMessage } from '../../payload/messages/envelope';
import { personOf } from '../../payload/rules/identities';
import type { Refusal } from '../answer';
import { isRefusedAs } from '../refusals/codes';
import { Channel } from './channel';
import type { Job, JobOutcome, MessageOutcome } from './outcome';
import { verdictOn, waitBeforeRetry } from './retry';
import { isOver, SendRun, type JobState, type Progress, type SendOptions } from './sendRun';

/** The result of a run: an outcome for each job, in their order, and the counts. */
export interface SendReport {
	outcomes: JobOutcome[];
	progress: Progress;
}

/** A job that was added. */
interface AddedJob {
	outcome: Promise<JobOutcome>;
	/** Resolves when this job and all earlier ones of its recipient are over. */
	done: Promise<unknown>;
	isDone: boolean;
}

/** When a further message of the same job may start. */
const AT_ONCE = 0;

/**
 * Sends all messages of a run as fast as their numbers may, those to one recipient in order, and reports
 * an outcome for each. Never throws. A message that may have been sent is not sent again, unless the
 * options say so.
 */
export class Sender {
	private readonly run: SendRun;
	private readonly channels = new Map<string, Channel>();
	private readonly jobs: AddedJob[] = [];
	/** The newest job of each recipient, from whichever number. */
	private readonly newest = new Map<string, AddedJob>();

	constructor(options: SendOptions) {
		this.run = new SendRun(options);
	}

	/** Takes further jobs. Their first messages may leave at once, while later jobs are still being prepared. */
	add(jobs: Job[]): void {
		this.run.expect(jobs.reduce((sum, { messages }) => sum + messages.length, 0));
		for (const job of jobs) {
			const recipient = personOf(job.messages[0].recipient);
			const before = this.newest.get(recipient);
			const outcome = this.sendJob(job, before);
			// A job of which nothing has to be sent is over before the one before it.
			const done = before ? Promise.all([before.done, outcome]) : outcome;
			const added: AddedJob = { outcome, done, isDone: false };
			void done.then(() => (added.isDone = true));
			this.newest.set(recipient, added);
			this.jobs.push(added);
		}
	}

	/** No more jobs will be added. Resolves when every job has its outcome. */
	async end(): Promise<SendReport> {
		const outcomes = await Promise.all(this.jobs.map(({ outcome }) => outcome));
		for (const channel of this.channels.values()) channel.close();
		await this.run.options.sentKeys?.done();
		return { outcomes, progress: this.run.progress };
	}

	/**
	 * Sends one job, from its admission to the outcome of its last message.
	 *
	 * @param before the recipient's job before this one
	 */
	private async sendJob(job: Job, before?: AddedJob): Promise<JobOutcome> {
		const { run } = this;
		const { sentKeys } = run.options;
		const state = run.begin(job);
		const isBegun = state.outcomes.length > 0;
		if (isBegun) sentKeys?.alreadyClaimed(job.key);
		if (isOver(state)) return state.outcomes;

		const channel = this.channelOf(job.messages[0].phoneNumberId);
		const claim = await channel.admit(sentKeys && !isBegun ? job.key : '');
		if (claim === 'noRecord') {
			run.recordOutcome(state, { status: 'unsent', reason: 'noRecord' });
			return state.outcomes;
		}
		if (claim !== undefined && claim !== 'claimed') {
			run.count(job.messages.length);
			return { skipped: claim };
		}

		if (before && !before.isDone) await channel.giveWay(before.done);
		let from: number | undefined;
		for (const message of job.messages.slice(state.outcomes.length)) {
			await this.sendMessage(channel, state, message, from);
			// A part that was not accepted leaves out the others.
			if (isOver(state)) break;
			from = AT_ONCE;
		}

		if (claim === 'claimed' || (isBegun && job.key !== '')) this.settle(state);
		return state.outcomes;
	}

	/**
	 * Sends the next message of a job: tries until there is an outcome, and records it.
	 *
	 * @param from when it may start, as for `Channel.turn`
	 */
	private async sendMessage(
		channel: Channel,
		state: JobState,
		message: OutgoingMessage,
		from?: number,
	): Promise<void> {
		const { run } = this;
		const recipient = personOf(message.recipient);
		let lastRefusal: Refusal | undefined;
		for (let tries = 1; ; tries++) {
			const turn = await channel.turn(recipient, from);
			if ('halted' in turn) {
				const refusal = lastRefusal ?? run.refusal;
				const unsent = { status: 'unsent', reason: turn.halted } as const;
				run.recordOutcome(state, refusal ? notAccepted(refusal) : unsent);
				return;
			}

			const { startedAt } = turn;
			const result = await run.options.send(message);
			const now = Date.now();
			if (result.ok) {
				channel.accepted();
				run.recordAnswer(true, now);
				run.recordOutcome(state, { status: 'accepted', sent: result.sent });
				return;
			}

			const { refusal } = result;
			const verdict = verdictOn(refusal);
			const isUnclear = verdict === 'unclear';
			const isOutage = verdict === 'unreachable' && run.waitsForMeta(startedAt, now);
			// The length of the outage counts then, not how many tries of this message fell into it.
			if (isOutage) tries = 1;
			else run.recordAnswer(!isUnclear && verdict !== 'unreachable', now);
			const retryAs = isUnclear && run.options.resendUnanswered ? 'transient' : verdict;
			const wait = waitBeforeRetry(retryAs, refusal, tries);
			channel.refused(recipient, startedAt, isOutage ? 'outage' : verdict, wait, now);
			const mayRetry = run.mayRetryAt(now + (wait ?? 0), now);
			if (wait === null || !mayRetry) {
				if (isRefusedAs(refusal, 'tokenRefused')) run.tokenRefused(refusal);
				run.recordOutcome(state, notAccepted(refusal));
				return;
			}

			if (verdict === 'rate' || verdict === 'pause' || verdict === 'pair') run.progress.delayed++;
			lastRefusal = refusal;
			from = now + wait;
		}
	}

	/** A key stays used if any message may have been sent; otherwise it is free again. */
	private settle({ job, outcomes }: JobState): void {
		const { sentKeys } = this.run.options;
		if (outcomes.every(({ status }) => status === 'accepted')) sentKeys?.settle(job.key);
		else if (outcomes.every(({ status }) => status === 'refused' || status === 'unsent')) {
			sentKeys?.release(job.key);
		}
	}

	private channelOf(number: string): Channel {
		const known = this.channels.get(number);
		if (known) return known;
		const channel = new Channel(number, this.run);
		this.channels.set(number, channel);
		return channel;
	}
}

/** The outcome of a message after its last refusal. */
const notAccepted = (refusal: Refusal): MessageOutcome => ({
	status: verdictOn(refusal) === 'unclear' ? 'ambiguous' : 'refused',
	refusal,
});
