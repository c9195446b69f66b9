import type { INodeExecutionData } from 'n8n-workflow';

import { failedItem } from '../items/failure';
import type { Run } from '../items/run';
import { openOutbox, type Outbox } from './outbox';
import { hintAtRun, logAccepted } from './output/report';
import { resultsOf, type SentTask } from './output/results';
import { runFailure } from './output/runFailure';
import { itemsOf } from './output/sentItems';
import { lookIntoRefusals } from './refusedProducts';
import { isRefused, messagesOf, type Output, type SendTask, type Task } from './task';

/**
 * Sends the prepared messages batch by batch, each as soon as it is there, and turns the outcomes into
 * output items.
 *
 * @param expected how many tasks will come
 * @throws the failure of the run where the builder wants it to stop at one
 */
export async function deliver(
	run: Run,
	batches: AsyncIterable<Task[]>,
	expected: number,
): Promise<Output> {
	const tasks: Task[] = [];
	const sent: SentTask[] = [];
	let outbox: Outbox | undefined;
	let isComplete = false;
	try {
		for await (const batch of batches) {
			const own = batch.flatMap((task) => (isRefused(task) ? [] : sentTask(task)));
			tasks.push(...batch);
			sent.push(...own);
			const [first] = own;
			if (first === undefined) continue;
			outbox ??= openOutbox(run, first.task.items[0], expected);
			await outbox.add(own.map(({ job }) => job));
		}
		isComplete = true;
	} finally {
		// Messages in flight are finished and recorded, also when the preparation of others fails.
		if (!isComplete) await outbox?.end();
	}
	const output: Output = new Map(tasks.map((task) => [task, refusedItems(run, task)]));
	if (!outbox) return output;
	const { report, isStopped, isRecordOpen } = await outbox.end();
	const seen = isStopped ? undefined : await lookIntoRefusals(run, sent, report.outcomes);
	const results = resultsOf(sent, report, seen);
	hintAtRun(run, results, report.progress.delayed, isRecordOpen);
	const failure = run.continuesOnFail || isStopped ? undefined : runFailure(run, results);
	if (failure || isStopped) logAccepted(run, results);
	if (failure) throw failure;
	for (const [place, one] of sent.entries()) {
		output.set(one.task, itemsOf(run, one, report.outcomes[place] ?? [], seen));
	}
	// n8n tries again when the first item says so; otherwise this run of the node is over.
	const [first] = output.values();
	if (first?.[0]?.json.error === undefined) outbox.forget();
	return output;
}

function sentTask(task: SendTask): SentTask[] {
	const [first, ...others] = messagesOf(task);
	if (!first) return [];
	const { key, sameKeys } = task;
	return [{ task, job: { item: task.items[0], messages: [first, ...others], key, sameKeys } }];
}

const refusedItems = (run: Run, task: Task): INodeExecutionData[] =>
	isRefused(task) ? [failedItem(run, task.failure, task.items)] : [];
