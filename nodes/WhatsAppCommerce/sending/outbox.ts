import { sleep } from 'n8n-workflow';

import { readThroughput, THROUGHPUT } from '../../shared/graph/account/throughput';
import type { Job } from '../../shared/graph/sending/outcome';
import { Sender, type SendReport } from '../../shared/graph/sending/sender';
import { sendMessage } from '../../shared/graph/sending/sendMessage';
import { SameKeys } from '../../shared/graph/sending/sameKeys';
import { SentKeys } from '../../shared/graph/sending/sentKeys';
import { type Pacing, readPacing } from '../fields/options/pacing';
import type { Run } from '../items/run';
import { memoryOf, processedEntries } from './n8nStores';
import { keepCountWhenStopped, progressLog } from './progress';

/** Sends the messages of one run of the node, with the clock, stores, Stop and log of n8n. */
export interface Outbox {
	/** Begins to send further jobs. */
	add(jobs: Job[]): Promise<void>;
	/** Resolves when every job has its outcome. */
	end(): Promise<{ report: SendReport; isStopped: boolean; isRecordOpen: boolean }>;
	/** n8n will not try this run of the node again. */
	forget(): void;
}

/**
 * Opens the outbox with the builder's options. Those of one item apply to the whole run.
 *
 * @param item whose options these are
 * @param expected messages that will be added at least
 * @throws NodeOperationError when an option is out of its range
 */
export function openOutbox(run: Run, item: number, expected: number): Outbox {
	const choices = readPacing(run, item);
	const { maxMs, resendUnanswered } = choices;
	const limits = new Map<string, number>();
	const entries = processedEntries(run);
	const sentKeys = new SameKeys(new SentKeys(entries, storeName(run), resendUnanswered, sleep));
	const memory = memoryOf(run);
	const signal = run.stopSignal;
	const tellProgress = progressLog(run);
	const count = keepCountWhenStopped(run);
	const sender = new Sender({
		send: async (message) => await sendMessage(run.graph, message),
		sleep,
		expected,
		...(signal && { signal }),
		limitOf: (number) => limits.get(number) ?? THROUGHPUT.standard,
		host: run.graph.root,
		maxMs,
		stopAtRefusal: !run.continuesOnFail,
		resendUnanswered,
		sentKeys,
		...(memory && { retryMemory: memory }),
		onProgress(progress) {
			tellProgress(progress);
			count.note(progress);
		},
	});
	return {
		async add(jobs) {
			for (const { messages, key, sameKeys = [] } of jobs) {
				sentKeys.know(key, sameKeys);
				const number = messages[0].phoneNumberId;
				if (!limits.has(number)) limits.set(number, await limitOf(run, choices, number));
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
	run: Run,
	{ messagesPerSecond, ownThroughput }: Pacing,
	number: string,
): Promise<number> {
	const own = ownThroughput ? await readThroughput(run.graph, number) : null;
	const chosen = messagesPerSecond ?? (own === null ? THROUGHPUT.standard : THROUGHPUT.high);
	return Math.min(chosen, own ?? chosen);
}

/** One name for all runs of this node. */
function storeName(run: Run): string {
	return `${run.n8n.getWorkflow().id} ${run.node.id}`;
}
