import { setTimeout as sleep } from 'node:timers/promises';
import type { SavedWorkflow } from '../../tools/n8n/n8nApi.mts';
import type { Cluster } from './cluster/cluster.mts';
import { PASSED } from './workflows.mts';

/** A run as n8n's database has it. */
export interface Run {
	id: string;
	status: string;
	/** Ids of the orders in it. */
	orders: string[];
	/** Whether it got as far as the node behind the guard. */
	isPassed: boolean;
}

/** What is left then, without any change, is left for good: n8n finds a run whose worker is gone within 90 s. Milliseconds. */
const STUCK_MS = 100_000;

/**
 * Lets PostgreSQL itself note which orders each run begins with: of a run that has crashed n8n may keep no data.
 * Once, when n8n has made its tables.
 */
export async function watchRuns({ postgres }: Cluster): Promise<void> {
	await postgres.query(`
		create table scale_orders (execution integer, orders text);
		create function scale_note() returns trigger language plpgsql as $$ begin
			insert into scale_orders select new."executionId", string_agg(distinct match[1], ' ')
			from regexp_matches(new.data, 'wamid\\.SCALE\\w+', 'g') as all_matches(match);
			return new;
		end $$;
		create trigger scale_note after insert on execution_data for each row execute function scale_note();`);
}

/** All runs of a workflow, from the tables. */
export async function runsOf({ postgres }: Cluster, { id }: SavedWorkflow): Promise<Run[]> {
	const rows = await postgres.query(`
		select e.id, e.status, coalesce(d.data like '%"${PASSED}":%', false), s.orders
		from execution_entity e
		left join execution_data d on d."executionId" = e.id
		left join scale_orders s on s.execution = e.id
		where e."workflowId" = '${id}' order by e.id`);
	return rows.map(([run = '', status = '', passed, orders]) => ({
		id: run,
		status,
		isPassed: passed === 't',
		orders: orders ? orders.split(' ') : [],
	}));
}

/**
 * Waits until nothing of the workflow is waiting or running any more, or what is left is left for good.
 *
 * @param longestMs that a healthy run of it takes
 */
export async function whenQuiet(
	cluster: Cluster,
	{ id }: SavedWorkflow,
	longestMs = 0,
): Promise<void> {
	let last = '';
	let changedAt = Date.now();
	for (let same = 0; same < 3 && Date.now() - changedAt < STUCK_MS + longestMs; ) {
		await sleep(1_000);
		const [counts = []] = await cluster.postgres.query(`
			select count(*) filter (where status in ('new', 'running')), count(*)
			from execution_entity where "workflowId" = '${id}'`);
		if (counts.join() !== last) changedAt = Date.now();
		same = counts[0] === '0' && counts.join() === last ? same + 1 : 0;
		last = counts.join();
	}
}

export interface OrderCounts {
	/** No run at all. */
	withoutRun: number;
	/** Runs, but none that ended well. n8n shows these as failed or crashed. */
	onlyFailedRuns: number;
	runsOnce: number;
	/** Runs beyond the first of each order. */
	runsTooMany: number;
}

/** Over these orders. */
export function countOrders(orders: string[], runs: Run[]): OrderCounts {
	const all = new Map<string, Run[]>();
	for (const run of runs) {
		for (const order of run.orders) all.set(order, [...(all.get(order) ?? []), run]);
	}
	const each = orders.map((order) => all.get(order) ?? []);
	return {
		withoutRun: each.filter((own) => own.length === 0).length,
		onlyFailedRuns: each.filter(
			(own) => own.length > 0 && own.every(({ status }) => status !== 'success'),
		).length,
		runsOnce: each.filter((own) => own.length === 1).length,
		runsTooMany: each.reduce((sum, own) => sum + Math.max(0, own.length - 1), 0),
	};
}
