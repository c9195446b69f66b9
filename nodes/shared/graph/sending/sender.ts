import { Channel } from './channel';
import { recipientOf, type Job, type JobOutcome } from './outcome';
import { isOver, Run, type Progress, type SendOptions, type Work } from './run';

/** What came of a run: an outcome for each job, in their order, and what it took. */
export interface SendReport {
	outcomes: JobOutcome[];
	progress: Progress;
}

/**
 * Sends all messages of a run as fast as their numbers may, those to one recipient in order, and says
 * what became of every one. Never throws. A message that may have been sent is not sent again, unless
 * the options say so.
 */
export class Sender {
	private readonly run: Run;
	private readonly works: Work[] = [];
	private readonly channels = new Map<string, Channel>();
	/** The newest work of each recipient. */
	private readonly last = new Map<string, Work>();

	constructor(options: SendOptions) {
		this.run = new Run(options);
	}

	/** Takes further jobs: the first of them may leave at once, while their like is still being made. */
	add(jobs: Job[]): void {
		const works = jobs.map((job): Work => ({ job, outcomes: [], tries: 0 }));
		this.works.push(...works);
		this.run.expect(jobs.reduce((sum, { messages }) => sum + messages.length, 0));
		const numbers = new Map<string, Work[]>();
		for (const work of works) {
			recall(work, this.run);
			if (work.outcomes.length > 0) this.run.options.ledger?.own(work.job.key);
			if (isOver(work)) continue;
			const number = numberOf(work);
			const recipient = recipientOf(work.job.messages[0]);
			const before = this.last.get(recipient);
			this.last.set(recipient, work);
			if (before && numberOf(before) !== number) work.previous = before;
			const same = numbers.get(number);
			if (same) same.push(work);
			else numbers.set(number, [work]);
		}
		for (const [number, own] of numbers) {
			const channel = this.channels.get(number) ?? new Channel(number, this.run);
			this.channels.set(number, channel);
			channel.add(own);
		}
	}

	/** No more jobs come. Resolves when every one has its outcome. */
	async end(): Promise<SendReport> {
		await Promise.all([...this.channels.values()].map(async (channel) => await channel.end()));
		await this.run.options.ledger?.done();
		return {
			outcomes: this.works.map(({ skipped, outcomes }) => (skipped ? { skipped } : outcomes)),
			progress: this.run.progress,
		};
	}
}

/** What an earlier try of the same run has sent stays as it was. */
function recall(work: Work, run: Run): void {
	const { memory } = run.options;
	const { messages } = work.job;
	for (const outcome of memory?.recall(work.job.item, messages.length) ?? []) {
		run.note(work, outcome);
		if (outcome.status !== 'ambiguous') continue;
		while (work.outcomes.length < messages.length) {
			run.note(work, { status: 'unsent', reason: 'earlierPart' });
		}
		return;
	}
}

const numberOf = ({ job }: Work): string => job.messages[0].phoneNumberId;
