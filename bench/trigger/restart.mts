import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchHost } from './host.mts';
import { deliver, inParallel } from './load.mts';
import { newOrder, type SignedDelivery } from './signedOrders.mts';

export interface RestartRow {
	orders: number;
	deliveries: number;
	/** Attempts that got another answer than 200, or none, and were made again. */
	repeatedAttempts: number;
	/** That ended well. */
	runs: number;
	/** That n8n had begun and was ended in; such an order runs once more, rather than not at all. */
	crashed: number;
}

/** Each order is delivered so often at the same moment. */
const COPIES = 4;

/** Orders besides that come only once and one by one before n8n is restarted, as on a quiet day. */
const QUIET = 50;

/** Meta tries again until it gets a 200 (facts 2.7); here for two minutes. */
const ATTEMPTS = 240;

/** Each order four times at once, and n8n stopped and started in the middle: each must run once. */
export async function restart(host: BenchHost, orders: number): Promise<RestartRow> {
	const workflow = await host.publishOurs({}, { saveDataSuccessExecution: 'all' });
	let repeatedAttempts = 0;
	const untilAccepted = async (one: SignedDelivery) => {
		for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
			const answer = await deliver(workflow.url, one).catch(() => undefined);
			if (answer?.status === 200) return;
			repeatedAttempts++;
			await sleep(500);
		}
		throw new Error('n8n did not come back');
	};
	const quiet = Array.from({ length: QUIET }, newOrder);
	await inParallel(quiet, 1, untilAccepted);
	let begun = 0;
	let restarted: Promise<void> | undefined;
	const list = Array.from({ length: orders }, newOrder);
	await inParallel(list, 5, async (one) => {
		if (++begun === Math.floor(orders / 2)) restarted = host.restart();
		await Promise.all(Array.from({ length: COPIES }, async () => await untilAccepted(one)));
	});
	await restarted;
	// Once more, as Meta does when its answer got lost on the way.
	await inParallel([...quiet, ...list], 10, untilAccepted);
	return {
		orders: orders + QUIET,
		deliveries: orders * (COPIES + 1) + QUIET * 2,
		repeatedAttempts,
		runs: await host.storedRuns(workflow),
		crashed: await host.storedRuns(workflow, 'crashed'),
	};
}
