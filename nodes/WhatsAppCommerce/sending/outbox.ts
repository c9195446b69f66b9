import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import type { Graph } from '../../shared/graph/connection';
import { sendMessage } from '../../shared/graph/sending/sendMessage';
import { Sender, type SendReport } from '../../shared/graph/sending/sender';
import { SentKeys } from '../../shared/graph/sending/sentKeys';
import type { Job } from '../../shared/graph/sending/outcome';
import { readThroughput, THROUGHPUT } from '../../shared/graph/account/throughput';
import { readSendingChoices, type SendingChoices } from '../fields/options/pacing';
import { keepCountWhenStopped, progressLog } from './progress';
import { memoryOf, processedEntries } from './n8nStores';

/** The sender of one run of the node, with what n8n lends it. */
export interface Outbox {
	/** Begins to send further jobs. */
	add(jobs: Job[]): Promise<void>;
	/** Resolves when all of them are done with. */
	end(): Promise<{ report: SendReport; isStopped: boolean; isRecordOpen: boolean }>;
	/** n8n will not try this run of the node again. */
	forget(): void;
}

/**
 * Opens the outbox as the builder chose it. The choices of one item hold for the whole run.
 *
 * @param item whose choices these are
 * @param expected how many messages will come at least
 * @throws NodeOperationError when a choice is out of its range
 */
export function openOutbox(
	this: IExecuteFunctions,
	graph: Graph,
	item: number,
	expected: number,
): Outbox {
	const choices = readSendingChoices.call(this, item);
	const { maxMs, resendUnanswered } = choices;
	const limits = new Map<string, number>();
	const entries = processedEntries.call(this);
	const sentKeys = new SentKeys(entries, storeName.call(this), resendUnanswered, sleep);
	const memory = memoryOf.call(this);
	const signal = this.getExecutionCancelSignal?.();
	const tellProgress = progressLog.call(this);
	const count = keepCountWhenStopped.call(this);
	const sender = new Sender({
		send: async (message) => await sendMessage(graph, message),
		sleep,
		expected,
		signal,
		limitOf: (number) => limits.get(number) ?? THROUGHPUT.standard,
		host: graph.root,
		maxMs,
		stopAtRefusal: !this.continueOnFail(),
		resendUnanswered,
		sentKeys,
		retryMemory: memory,
		onProgress(progress) {
			tellProgress(progress);
			count.note(progress);
		},
	});
	return {
		async add(jobs) {
			for (const { messages } of jobs) {
				const number = messages[0].phoneNumberId;
				if (!limits.has(number)) limits.set(number, await limitOf(graph, choices, number));
			}
			sender.add(jobs);
		},
		async end() {
			const report = await sender.end();
			count.end();
			return { report, isStopped: signal?.aborted === true, isRecordOpen: sentKeys.hasFailed };
		},
		forget: () => memory?.forget(),
	};
}

/** Messages a second from a number. */
async function limitOf(
	graph: Graph,
	{ messagesPerSecond, ownThroughput }: SendingChoices,
	number: string,
): Promise<number> {
	const own = ownThroughput ? await readThroughput(graph, number) : null;
	const chosen = messagesPerSecond ?? (own === null ? THROUGHPUT.standard : THROUGHPUT.high);
	return Math.min(chosen, own ?? chosen);
}

/** One name for all runs of this node. */
function storeName(this: IExecuteFunctions): string {
	return `${this.getWorkflow().id} ${this.getNode().id}`;
}
