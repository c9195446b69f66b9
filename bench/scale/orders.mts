import { setTimeout as sleep } from 'node:timers/promises';
import { deliver, inParallel } from '../trigger/load.mts';
import { envelope, orderMessage, signed, type SignedDelivery } from '../trigger/signedOrders.mts';
import type { Cluster } from './cluster/cluster.mts';
import { countOrders, runsOf, whenQuiet } from './runs.mts';
import { orderWorkflow, pathOf } from './workflows.mts';

/** An order as Meta delivers it. */
export interface Order {
	id: string;
	delivery: SignedDelivery;
}

export interface WaveRow {
	wave: string;
	deliveries: number;
	/** Attempts that were answered anything but 200, and were made again. */
	repeatedAttempts: number;
	perSecond: number;
	/** Runs in n8n's database so far. */
	runs: number;
	withoutRun: number;
	runsTooMany: number;
}

/** Orders at a time in a rush. */
const RUSH = 10;

/** For every so many orders of the rush, one comes alone: n8n writes down what is remembered of it by itself. */
const RUSH_FOR_ONE_ALONE = 20;

let made = 0;

/** @param fields of the message, in place of the ordinary ones */
export function newOrder(fields: object = {}): Order {
	const id = `wamid.SCALE${(made += 1)}`;
	return { id, delivery: signed(envelope([{ ...orderMessage(id), ...fields }])) };
}

/** As Meta does: the same bytes until they are answered 200. Returns how many attempts were not. */
export async function untilAccepted(url: string, { delivery }: Order): Promise<number> {
	const deadline = Date.now() + 300_000;
	for (let refused = 0; Date.now() < deadline; refused++) {
		const answer = await deliver(url, delivery).catch(() => undefined);
		if (answer?.status === 200) return refused;
		await sleep(1_000);
	}
	throw new Error(`n8n did not take an order within 5 minutes at ${url}`);
}

/**
 * Each order three times: to both webhook processes at the same moment, later, and after a restart of both. Before the
 * restart a few more come one by one.
 */
export async function orders(cluster: Cluster, count: number): Promise<WaveRow[]> {
	const workflow = await cluster.publish(orderWorkflow(cluster));
	const path = pathOf(workflow);
	const newOrders = (length: number) => Array.from({ length }, () => newOrder());
	const list = newOrders(count);
	const rows: WaveRow[] = [];
	const wave = async (name: string, urls: string[], sent = list, atATime = RUSH) => {
		const started = performance.now();
		const refused = await inParallel(sent, atATime, async (order) => {
			return await Promise.all(urls.map(async (url) => await untilAccepted(url + path, order)));
		});
		const seconds = (performance.now() - started) / 1_000;
		await whenQuiet(cluster, workflow);
		const runs = await runsOf(cluster, workflow);
		const { withoutRun, runsTooMany } = countOrders(
			list.map(({ id }) => id),
			runs,
		);
		const deliveries = sent.length * urls.length;
		rows.push({
			wave: name,
			deliveries,
			repeatedAttempts: refused.flat().reduce((sum, one) => sum + one, 0),
			perSecond: Math.round((deliveries * 10) / seconds) / 10,
			runs: runs.length,
			withoutRun,
			runsTooMany,
		});
	};
	await wave(
		'to both webhook processes at the same moment',
		cluster.webhooks.map(({ url }) => url),
	);
	await wave('later, to one of them', [cluster.balancer.url('inTurn')]);
	const further = newOrders(Math.ceil(count / RUSH_FOR_ONE_ALONE));
	list.push(...further);
	await wave('further orders, one by one', [cluster.balancer.url('inTurn')], further, 1);
	await Promise.all(cluster.webhooks.map(async (one) => await one.stop()));
	await Promise.all(cluster.webhooks.map(async (one) => await one.start()));
	await wave('after a restart of both', [cluster.balancer.url('inTurn')]);
	return rows;
}
