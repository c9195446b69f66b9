import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Graph } from '../../shared/graph/connection';
import { type Attempt, messagesOf, type Output } from './attempt';
import { failedItem } from '../items/failure';
import { itemsOf } from './output/sentItems';
import { openOutbox, type Outbox } from './outbox';
import { hintAtRun, logAccepted } from './output/report';
import { resultsOf, type Sending } from './output/results';
import { runFailure } from './output/runFailure';

/**
 * Sends what the attempts of a run have come to, each batch as soon as it is there, and makes items of
 * what became of it.
 *
 * @param expected how many attempts will come
 */
export async function deliver(
	this: IExecuteFunctions,
	graph: Graph,
	batches: AsyncIterable<Attempt[]>,
	expected: number,
): Promise<Output> {
	const attempts: Attempt[] = [];
	const sendings: Sending[] = [];
	let outbox: Outbox | undefined;
	let isComplete = false;
	try {
		for await (const batch of batches) {
			const own = batch.flatMap(sendingOf);
			attempts.push(...batch);
			sendings.push(...own);
			if (own.length === 0) continue;
			outbox ??= openOutbox.call(this, graph, own[0].attempt.items[0], expected);
			await outbox.add(own.map(({ job }) => job));
		}
		isComplete = true;
	} finally {
		// What has begun is finished and written down, whatever ends the run.
		if (!isComplete) await outbox?.end();
	}
	if (!outbox) return new Map(attempts.map((one) => [one, failed.call(this, one)]));
	const { report, isStopped, isRecordOpen } = await outbox.end();
	const results = resultsOf(sendings, report);
	hintAtRun.call(this, results, report.progress.delayed, isRecordOpen);
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
	if (output.get(attempts[0])?.[0]?.json.error === undefined) outbox.forget();
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
