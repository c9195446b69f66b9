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
export async function sendJobs(jobs: Job[], options: SendOptions): Promise<SendReport> {
	const run = new Run(
		options,
		jobs.reduce((sum, { messages }) => sum + messages.length, 0),
	);
	const works = jobs.map((job): Work => ({ job, outcomes: [], tries: 0 }));
	const numbers = new Map<string, Work[]>();
	const last = new Map<string, Work>();
	for (const work of works) {
		recall(work, run);
		if (isOver(work)) continue;
		const recipient = recipientOf(work.job.messages[0]);
		const before = last.get(recipient);
		last.set(recipient, work);
		if (before && numberOf(before) !== numberOf(work)) work.previous = before;
		const same = numbers.get(numberOf(work));
		if (same) same.push(work);
		else numbers.set(numberOf(work), [work]);
	}
	await Promise.all(
		[...numbers].map(async ([number, own]) => await new Channel(number, own, run).sendAll()),
	);
	await options.ledger?.done();
	return {
		outcomes: works.map(({ skipped, outcomes }) => (skipped ? { skipped } : outcomes)),
		progress: run.progress,
	};
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
