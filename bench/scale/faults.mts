import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster/cluster.mts';
import { countMessages, prepare, recipients, startRun, type MessageCounts } from './messages.mts';
import { newOrder, untilAccepted, type Order } from './orders.mts';
import { countOrders, runsOf, whenQuiet } from './runs.mts';
import { vanish } from '../../test/support/vanish.mts';
import { orderWorkflow, pathOf, sendWorkflow } from './workflows.mts';

export interface FaultRow extends MessageCounts {
	fault: string;
	/** All answered 200 in the end. */
	orders: number;
	repeatedAttempts: number;
	withoutRun: number;
	onlyFailedRuns: number;
	runsTooMany: number;
	messages: number;
	/** Runs that send and did not end well; they were started again with the same keys. */
	sendRunsFailed: number;
	/** n8n processes that ended by themselves. */
	ownEnds: number;
}

interface Fault {
	title: string;
	/** Resolves when what was taken away is back. */
	happen(cluster: Cluster): Promise<void>;
	/** Fields of the orders' messages meanwhile. */
	fields?: object;
}

export interface FaultLoad {
	seconds: number;
	ordersPerSecond: number;
	messages: number;
}

/** How long something is gone. Milliseconds. */
const GONE_MS = 10_000;

/** Load before anything happens. Milliseconds. */
const BEFORE_MS = 5_000;

/** Two runs that send at the same time. */
const RUNS = 2;

/** Messages a second of the number: the runs have to last longer than the fault. */
const THROUGHPUT = 25;

/** What a run that sends takes at most, on a busy machine. Milliseconds. */
const LONGEST_MS = 60_000;

export const FAULTS: Record<string, Fault> = {
	worker: {
		title: 'kill -9 a worker',
		happen: async ({ workers: [worker] }) => await killAndStart(worker!),
	},
	webhook: {
		title: 'kill -9 a webhook process',
		happen: async ({ webhooks: [webhook] }) => await killAndStart(webhook!),
	},
	main: {
		title: 'restart main',
		async happen({ main }) {
			await main.stop();
			await main.start();
		},
	},
	redis: {
		title: 'Redis gone for 10 s',
		async happen({ redis }) {
			await redis.service.kill();
			await sleep(GONE_MS);
			await redis.service.start();
		},
	},
	redisEmpty: {
		title: 'Redis gone for 10 s, comes back empty',
		async happen({ redis }) {
			await redis.service.kill();
			redis.forget();
			await sleep(GONE_MS);
			await redis.service.start();
		},
	},
	postgres: {
		title: 'PostgreSQL gone for 10 s',
		async happen({ postgres }) {
			await postgres.service.kill();
			await sleep(GONE_MS);
			await postgres.service.start();
		},
	},
	sandbox: {
		title: 'Meta gone for 10 s',
		happen: async ({ sandbox, sandboxUrl }) => await vanish(sandbox, sandboxUrl, GONE_MS),
	},
	clock: {
		title: "the customers' clocks are in the past",
		happen: async () => {},
		// Long before the order could have been made.
		fields: { timestamp: '86400' },
	},
};

/** Orders and messages go on while something breaks and comes back. */
export async function fault(cluster: Cluster, name: string, load: FaultLoad): Promise<FaultRow> {
	const { title, happen, fields } = FAULTS[name]!;
	await prepare(cluster, { throughput: THROUGHPUT, latency: 50 });
	const receiving = await cluster.publish(orderWorkflow(cluster));
	const sending = await cluster.publish(
		sendWorkflow(cluster, { sendOnceKey: '={{ $json.to }}', messagesPerSecond: THROUGHPUT }),
	);
	const ownEndsBefore = ownEnds(cluster);
	const to = recipients(0, load.messages);
	for (let run = 0; run < RUNS; run++) {
		await startRun(
			cluster,
			sending,
			to.filter((_unused, index) => index % RUNS === run),
		);
	}
	const happened = sleep(BEFORE_MS).then(async () => await happen(cluster));
	const delivered: Array<Promise<number>> = [];
	const orders: Order[] = [];
	const url = cluster.balancer.url('bySignature') + pathOf(receiving);
	for (const until = Date.now() + load.seconds * 1_000; Date.now() < until; ) {
		const order = newOrder(fields);
		orders.push(order);
		delivered.push(untilAccepted(url, order));
		await sleep(1_000 / load.ordersPerSecond);
	}
	await happened;
	const refused = await Promise.all(delivered);
	await cluster.whenHealthy();
	await whenQuiet(cluster, receiving);
	await whenQuiet(cluster, sending, LONGEST_MS);
	const failed = (await runsOf(cluster, sending)).filter(({ status }) => status !== 'success');
	if (failed.length > 0) {
		// What a builder does then; the keys say what has been sent.
		await startRun(cluster, sending, to);
		await whenQuiet(cluster, sending, LONGEST_MS);
	}
	const runs = await runsOf(cluster, receiving);
	const { withoutRun, onlyFailedRuns, runsTooMany } = countOrders(
		orders.map(({ id }) => id),
		runs,
	);
	return {
		fault: title,
		orders: orders.length,
		repeatedAttempts: refused.reduce((sum, one) => sum + one, 0),
		withoutRun,
		onlyFailedRuns,
		runsTooMany,
		messages: to.length,
		...(await countMessages(cluster, sending, to)),
		sendRunsFailed: failed.length,
		ownEnds: ownEnds(cluster) - ownEndsBefore,
	};
}

async function killAndStart(member: Cluster['main']): Promise<void> {
	await member.kill();
	await sleep(GONE_MS / 2);
	await member.start();
}

const ownEnds = ({ members }: Cluster): number =>
	members.reduce((sum, member) => sum + member.ownEnds, 0);
