import { sleep, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import type { Graph } from '../../../shared/graph/connection';
import { sendMessage } from '../../../shared/graph/messages';
import { sendJobs } from '../../../shared/graph/sending/engine';
import { Ledger } from '../../../shared/graph/sending/ledger';
import type { Job } from '../../../shared/graph/sending/outcome';
import { readThroughput, THROUGHPUT } from '../../../shared/graph/throughput';
import type { Draft, OutgoingMessage } from '../../../shared/payload/messages';
import { readSendingChoices, type SendingChoices } from '../../fields/sendingOptions';
import { failedItem } from '../failure';
import { messagesOf, type Attempt, type Output } from '../attempt';
import { itemsOf } from './items';
import { keepCountWhenStopped, progressLog } from './progress';
import { memoryOf, processedEntries } from './remembered';
import { hintAtRun, logAccepted } from './report';
import { resultsOf } from './results';
import { runFailure } from './runFailure';

/** An attempt whose messages are on their way. */
export interface Sending {
	attempt: Attempt & { draft: Draft };
	job: Job;
}

/** Sends what the attempts of a run have come to, and makes items of what became of it. */
export async function deliver(
	this: IExecuteFunctions,
	graph: Graph,
	attempts: Attempt[],
): Promise<Output> {
	const sendings = attempts.flatMap(sendingOf);
	if (sendings.length === 0) {
		return new Map(attempts.map((one) => [one, failed.call(this, one)]));
	}
	const [first] = sendings;
	const choices = readSendingChoices.call(this, first.attempt.items[0]);
	const limits = await limitsOf.call(this, graph, choices, sendings);
	const { resendUnanswered, maxMs } = choices;
	const isKeyed = sendings.some(({ job }) => job.key !== '');
	const ledger = isKeyed
		? new Ledger(processedEntries.call(this), storeName.call(this), resendUnanswered, sleep)
		: undefined;
	const memory = memoryOf.call(this);
	const signal = this.getExecutionCancelSignal?.();
	const tellProgress = progressLog.call(this);
	const count = keepCountWhenStopped.call(this);
	const report = await sendJobs(
		sendings.map(({ job }) => job),
		{
			send: async (message: OutgoingMessage) => await sendMessage(graph, message),
			sleep,
			signal,
			limitOf: (number) => limits.get(number) ?? THROUGHPUT.standard,
			host: graph.root,
			maxMs,
			stopAtRefusal: !this.continueOnFail(),
			resendUnanswered,
			ledger,
			memory,
			onProgress(progress) {
				tellProgress(progress);
				count.note(progress);
			},
		},
	);
	count.end();
	const results = resultsOf(sendings, report);
	hintAtRun.call(this, results, report.progress.delayed, ledger?.hasFailed === true);
	const isStopped = signal?.aborted === true;
	const failure = this.continueOnFail() || isStopped ? undefined : runFailure.call(this, results);
	if (failure || isStopped) logAccepted.call(this, results);
	if (failure) throw failure;
	const places = new Map(sendings.map(({ job }, place) => [job.item, place]));
	const output: Output = new Map(
		attempts.map((attempt) => {
			const place = places.get(attempt.items[0]);
			const items =
				place === undefined
					? failed.call(this, attempt)
					: itemsOf.call(this, sendings[place], report.outcomes[place]);
			return [attempt, items];
		}),
	);
	// n8n tries again when the first item says so; otherwise this run of the node is over.
	if (output.get(attempts[0])?.[0]?.json.error === undefined) memory?.forget();
	return output;
}

function sendingOf(attempt: Attempt): Sending[] {
	const { draft, items, key } = attempt;
	const messages = messagesOf(attempt);
	if (!draft || messages.length === 0) return [];
	return [{ attempt: { ...attempt, draft }, job: { item: items[0], messages, key } }];
}

function failed(this: IExecuteFunctions, { failure, items }: Attempt): INodeExecutionData[] {
	return failure ? [failedItem.call(this, failure, items)] : [];
}

/** Messages a second for each number of the run. */
async function limitsOf(
	this: IExecuteFunctions,
	graph: Graph,
	{ messagesPerSecond, ownThroughput }: SendingChoices,
	sendings: Sending[],
): Promise<Map<string, number>> {
	const limits = new Map<string, number>();
	for (const number of new Set(sendings.map(({ job }) => job.messages[0].phoneNumberId))) {
		const own = ownThroughput ? await readThroughput(graph, number) : null;
		const chosen = messagesPerSecond ?? (own === null ? THROUGHPUT.standard : THROUGHPUT.high);
		limits.set(number, Math.min(chosen, own ?? chosen));
	}
	return limits;
}

/** One name for all runs of this node. */
function storeName(this: IExecuteFunctions): string {
	return `${this.getWorkflow().id} ${this.getNode().id}`;
}
