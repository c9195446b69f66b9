import { Channel } from './channel';
import type { Job, JobOutcome } from './outcome';
import { isOver, SendRun, type JobState, type Progress, type SendOptions } from './sendRun';

/** The result of a run: an outcome for each job, in their order, and the counts. */
export interface SendReport {
	outcomes: JobOutcome[];
	progress: Progress;
}

/**
 * Sends all messages of a run as fast as their numbers may, those to one recipient in order, and reports
 * an outcome for each. Never throws. A message that may have been sent is not sent again, unless the
 * options say so.
 */
export class Sender {
	private readonly run: SendRun;
	private readonly states: JobState[] = [];
	private readonly channels = new Map<string, Channel>();
	/** The newest job of each recipient. */
	private readonly last = new Map<string, JobState>();

	constructor(options: SendOptions) {
		this.run = new SendRun(options);
	}

	/** Takes further jobs. Their first messages may leave at once, while later jobs are still being prepared. */
	add(jobs: Job[]): void {
		const states = jobs.map((job): JobState => ({ job, outcomes: [], tries: 0 }));
		this.states.push(...states);
		this.run.expect(jobs.reduce((sum, { messages }) => sum + messages.length, 0));
		const numbers = new Map<string, JobState[]>();
		for (const state of states) {
			recall(state, this.run);
			if (state.outcomes.length > 0) this.run.options.sentKeys?.alreadyClaimed(state.job.key);
			if (isOver(state)) continue;
			const number = numberOf(state);
			const { recipient } = state.job.messages[0];
			const before = this.last.get(recipient);
			this.last.set(recipient, state);
			if (before && numberOf(before) !== number) state.previous = before;
			const same = numbers.get(number);
			if (same) same.push(state);
			else numbers.set(number, [state]);
		}
		for (const [number, own] of numbers) {
			const channel = this.channels.get(number) ?? new Channel(number, this.run);
			this.channels.set(number, channel);
			channel.add(own);
		}
	}

	/** No more jobs will be added. Resolves when every job has its outcome. */
	async end(): Promise<SendReport> {
		await Promise.all([...this.channels.values()].map(async (channel) => await channel.end()));
		await this.run.options.sentKeys?.done();
		return {
			outcomes: this.states.map(({ skipped, outcomes }) => (skipped ? { skipped } : outcomes)),
			progress: this.run.progress,
		};
	}
}

/** Takes over the outcomes of what an earlier try of the same run has sent. */
function recall(state: JobState, run: SendRun): void {
	const { retryMemory } = run.options;
	const { messages } = state.job;
	for (const outcome of retryMemory?.recall(state.job.item, messages.length) ?? []) {
		run.recordOutcome(state, outcome);
		if (outcome.status !== 'ambiguous') continue;
		while (state.outcomes.length < messages.length) {
			run.recordOutcome(state, { status: 'unsent', reason: 'earlierPart' });
		}
		return;
	}
}

const numberOf = ({ job }: JobState): string => job.messages[0].phoneNumberId;
