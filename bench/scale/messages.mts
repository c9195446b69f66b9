import type { SavedWorkflow } from '../../tools/n8n/n8nApi.mts';
import type { TroubleValues } from '../../sandbox/world/troubles/table.mts';
import { outputOf } from '../../test/support/n8n/executions.mts';
import { ACTION } from '../../test/support/n8n/workflows.mts';
import type { Cluster } from './cluster/cluster.mts';
import { runsOf, whenQuiet } from './runs.mts';
import { pathOf, sendWorkflow } from './workflows.mts';

/** Runs at the same time; the queue hands them to both workers. */
const RUNS = 4;

/** Messages a second that the number may send. */
const LIMIT = 80;

export interface MessageCounts {
	/** Recipients that have the message. */
	accepted: number;
	/** Further copies of it. */
	doubled: number;
	/** Items that say that a message may or may not have been sent. */
	unanswered: number;
	/** Recipients about whom no item of any run says anything. */
	unreported: number;
}

export interface MessageRow extends MessageCounts {
	what: string;
	messages: number;
	/** From the start of the runs to the last message that Meta took. */
	seconds: number;
	/** Divided by what the limit itself takes. */
	ofLimitTime: number;
}

/** Numbers in a range kept for fiction, told apart by their last six digits. */
export const recipients = (from: number, count: number): string[] =>
	Array.from(
		{ length: count },
		(_unused, index) => `+1650555${String(1_000_000 + from + index).slice(1)}`,
	);

/** A clean sandbox, on which these things go wrong. */
export async function prepare(
	{ sandboxUrl }: Cluster,
	troubles: Partial<TroubleValues>,
): Promise<void> {
	await fetch(`${sandboxUrl}/control/reset`, { method: 'POST' });
	await fetch(`${sandboxUrl}/control/troubles`, {
		method: 'PATCH',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(troubles),
	});
}

/** Starts a run that sends to all of these. */
export async function startRun(
	{ balancer }: Cluster,
	workflow: SavedWorkflow,
	to: string[],
): Promise<void> {
	const response = await fetch(balancer.url('inTurn') + pathOf(workflow), {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ items: to.map((one) => ({ to: one })) }),
	});
	if (!response.ok) throw new Error(`A run could not be started: ${response.status}`);
}

/** What became of the messages to these, at the customers and in the output of all runs. */
export async function countMessages(
	cluster: Cluster,
	workflow: SavedWorkflow,
	to: string[],
): Promise<MessageCounts> {
	const copies = new Map<string, number>();
	for (const message of cluster.sandbox.state.messages.all()) {
		const name = lastDigits(String(message.to));
		copies.set(name, (copies.get(name) ?? 0) + 1);
	}
	const told = new Set<string>();
	let unanswered = 0;
	for (const run of await runsOf(cluster, workflow)) {
		if (run.status !== 'success') continue;
		const items = await outputOf(cluster.session, run as never, 'Split');
		// One item for each: in the same order, also where it tells that nothing was sent.
		const results = await outputOf(cluster.session, run as never, ACTION);
		for (const [index, result] of results.entries()) {
			told.add(lastDigits(String(items[index]?.to)));
			const isUnclear = String(result.reason).includes('may have been sent');
			if (result.status === 'ambiguous' || isUnclear) unanswered++;
		}
	}
	const names = to.map(lastDigits);
	return {
		accepted: names.filter((name) => copies.has(name)).length,
		doubled: names.reduce((sum, name) => sum + Math.max(0, (copies.get(name) ?? 0) - 1), 0),
		unanswered,
		unreported: names.filter((name) => !told.has(name)).length,
	};
}

/** Four runs at once from one number, over two workers; and the same with keys, and once more with the same keys. */
export async function messages(cluster: Cluster, count: number): Promise<MessageRow[]> {
	const to = recipients(0, count);
	const rows: MessageRow[] = [];
	const each = Math.ceil(count / RUNS);
	const all = async (what: string, workflow: SavedWorkflow) => {
		const started = Date.now();
		await Promise.all(
			Array.from({ length: RUNS }, async (_unused, index) => {
				await startRun(cluster, workflow, to.slice(index * each, (index + 1) * each));
			}),
		);
		await whenQuiet(cluster, workflow, 10 * 60_000);
		const lastAt = Date.parse(cluster.sandbox.state.messages.all().at(-1)?.at ?? '');
		const seconds = (Math.max(lastAt, started) - started) / 1_000;
		rows.push({
			what,
			messages: count,
			...(await countMessages(cluster, workflow, to)),
			seconds: round(seconds),
			ofLimitTime: round(seconds / (count / LIMIT)),
		});
	};
	const troubles = { throughput: LIMIT, latency: 150 };
	await prepare(cluster, troubles);
	await all(`${RUNS} runs at once`, await cluster.publish(sendWorkflow(cluster, {})));
	const keyed = await cluster.publish(
		sendWorkflow(cluster, { sendOnceKey: '=scale/{{ $json.to }}' }),
	);
	await prepare(cluster, troubles);
	await all(`${RUNS} runs at once, Send Once Per Key`, keyed);
	await all('the same runs with the same keys again', keyed);
	return rows;
}

const lastDigits = (phone: string): string => phone.slice(-6);

const round = (value: number): number => Math.round(value * 1_000) / 1_000;
