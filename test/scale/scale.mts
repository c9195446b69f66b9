/**
 * What the package does in n8n's queue mode: PostgreSQL, Redis, main, two workers, two webhook processes, HAProxy.
 *
 *   npm run scale [-- part …] [--quick] [--json]
 *
 * Parts: orders, messages, guards, and one for each fault: worker, webhook, main, redis, redisEmpty, postgres, sandbox,
 * clock; all of them when none is named. --quick does little of each, and without names only what fits in a few minutes.
 * --json prints one JSON line last. Ends with 1 when something is lost or doubled that must not be.
 */
import { Cluster } from './cluster/cluster.mts';
import { fault, FAULTS, type FaultRow } from './faults.mts';
import { guards } from './guards.mts';
import { messages } from './messages.mts';
import { orders } from './orders.mts';

const given = process.argv.slice(2);
const flags = given.filter((one) => one.startsWith('--'));
const isQuick = flags.includes('--quick');
const faultLoad = isQuick
	? { seconds: 15, ordersPerSecond: 3, messages: 100 }
	: { seconds: 40, ordersPerSecond: 4, messages: 800 };

interface Part {
	title: string;
	/** Rows of the table. */
	run(cluster: Cluster): Promise<object[]>;
	/** What must not be, in words; none when all is well. */
	broken(rows: never[]): string[];
}

const PARTS: Record<string, Part> = {
	orders: {
		title: 'Each order three times',
		run: async (cluster) => await orders(cluster, isQuick ? 60 : 2_000),
		broken: (rows: Array<{ withoutRun: number }>) =>
			rows.some(({ withoutRun }) => withoutRun > 0) ? ['orders without a run'] : [],
	},
	messages: {
		title: 'Messages of one number at 80 a second, 150 ms latency',
		run: async (cluster) => await messages(cluster, isQuick ? 200 : 5_000),
		broken: brokenMessages,
	},
	guards: {
		title: 'Each order twice at the same moment: what gets behind the guard',
		run: async (cluster) => await guards(cluster, isQuick ? 20 : 200),
		broken: (rows: Array<{ never: number; guard: string; received: string; moreOften: number }>) =>
			rows.flatMap(({ never, guard, received, moreOften }) => [
				...(never > 0 && guard === 'none' ? [`orders lost: ${received}`] : []),
				...(moreOften > 0 && (guard === 'redis' || CLOSED.includes(received))
					? [`orders doubled: ${received}, ${guard}`]
					: []),
			]),
	},
	...Object.fromEntries(
		Object.keys(FAULTS).map((name) => [
			name,
			{
				title: '',
				run: async (cluster: Cluster) => [await fault(cluster, name, faultLoad)],
				broken: (rows: FaultRow[]) => [
					...brokenMessages(rows),
					...(rows.some(({ withoutRun }) => withoutRun > 0)
						? ['orders answered 200 without a run']
						: []),
				],
			},
		]),
	),
};

/** Where one process sees all copies. */
const CLOSED = ['one process (main)', 'balancer, by signature', 'balancer, by URL'];

const QUICK = ['orders', 'messages', 'webhook'];

const named = given.filter((one) => !one.startsWith('--'));
const unknown = named.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
	console.error(`There is no part ${unknown.join()}. The parts: ${Object.keys(PARTS).join(', ')}`);
	process.exit(1);
}
const chosen = named.length > 0 ? named : isQuick ? QUICK : Object.keys(PARTS);

const results: Record<string, object[]> = {};
const broken: string[] = [];
const cluster = new Cluster();
try {
	console.log('Starting PostgreSQL, Redis, five processes of n8n and HAProxy …');
	await cluster.start();
	for (const [name, part] of Object.entries(PARTS)) {
		if (!chosen.includes(name)) continue;
		const rows = await part.run(cluster);
		results[name] = rows;
		broken.push(...part.broken(rows as never[]).map((what) => `${name}: ${what}`));
		if (part.title) console.log(`\n${part.title}`);
		console.table(rows);
	}
} finally {
	await cluster.stop();
}
for (const what of broken) console.error(`Must not be: ${what}`);
if (flags.includes('--json')) console.log(JSON.stringify(results));
process.exit(broken.length > 0 ? 1 : 0);

function brokenMessages(rows: Array<{ doubled: number; unreported: number }>): string[] {
	return [
		...(rows.some(({ doubled }) => doubled > 0) ? ['messages doubled'] : []),
		...(rows.some(({ unreported }) => unreported > 0) ? ['messages not reported'] : []),
	];
}
