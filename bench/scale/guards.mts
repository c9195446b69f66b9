import { inParallel } from '../trigger/load.mts';
import type { Cluster } from './cluster/cluster.mts';
import { newOrder, untilAccepted } from './orders.mts';
import { countOrders, runsOf, whenQuiet } from './runs.mts';
import { orderWorkflow, pathOf, type Guard } from './workflows.mts';

export interface GuardRow {
	received: string;
	guard: Guard;
	/** Each delivered twice at the same moment. */
	orders: number;
	/** Whether nothing keeps these copies apart, by design. */
	mayDouble: boolean;
	runs: number;
	/** Runs that did not end well. */
	failedRuns: number;
	/** Orders that got behind the guard once, more often, or never. */
	once: number;
	moreOften: number;
	never: number;
}

/** Who receives the two copies of an order. */
const RECEIVERS: Record<string, (cluster: Cluster) => [string, string]> = {
	'one process (main)': ({ main }) => [main.url, main.url],
	'two webhook processes, one copy each': ({ webhooks }) => [webhooks[0]!.url, webhooks[1]!.url],
	'balancer, in turn': ({ balancer }) => [balancer.url('inTurn'), balancer.url('inTurn')],
	'balancer, by signature': ({ balancer }) => [
		balancer.url('bySignature'),
		balancer.url('bySignature'),
	],
	'balancer, by URL': ({ balancer }) => [balancer.url('byUrl'), balancer.url('byUrl')],
};

const WORST = 'two webhook processes, one copy each';

/** Each way to receive, and behind the worst of them each guard that a workflow can add. */
const VARIANTS: Array<[string, Guard]> = [
	...Object.keys(RECEIVERS).map((name) => [name, 'none'] as [string, Guard]),
	[WORST, 'removeDuplicates'],
	[WORST, 'redis'],
];

/** What keeps two copies of an order apart that arrive at the same moment. */
export async function guards(cluster: Cluster, count: number): Promise<GuardRow[]> {
	const rows: GuardRow[] = [];
	for (const [received, guard] of VARIANTS) {
		const workflow = await cluster.publish(orderWorkflow(cluster, guard));
		const urls = RECEIVERS[received]!(cluster).map((url) => url + pathOf(workflow));
		const list = Array.from({ length: count }, () => newOrder());
		await inParallel(list, 5, async (order) => {
			await Promise.all(urls.map(async (url) => await untilAccepted(url, order)));
		});
		await whenQuiet(cluster, workflow);
		const runs = await runsOf(cluster, workflow);
		const ids = list.map(({ id }) => id);
		const passed = countOrders(
			ids,
			runs.filter(({ isPassed, status }) => isPassed && status === 'success'),
		);
		rows.push({
			received,
			guard,
			orders: count,
			mayDouble: guard !== 'redis' && [WORST, 'balancer, in turn'].includes(received),
			runs: runs.length,
			failedRuns: runs.filter(({ status }) => status !== 'success').length,
			once: passed.runsOnce,
			moreOften: count - passed.runsOnce - passed.withoutRun,
			never: passed.withoutRun,
		});
	}
	return rows;
}
