/**
 * What the package does in n8n's queue mode: PostgreSQL, Redis, main, two workers, two webhook processes, HAProxy.
 *
 *   npm run scale [-- part …] [--quick] [--json] [--skip-where-missing]
 *
 * Parts: orders, messages, guards, and the faults, each by its name in faults.mts; all of them when none is named.
 * --quick does little of each, and without names only what takes a few minutes. --json prints one JSON line last. Ends
 * with 1 when something is lost or doubled that must not be, and with 77 where PostgreSQL, Redis or HAProxy is missing
 * and --skip-where-missing is given.
 */
import { Cluster } from './cluster/cluster.mts';
import { whatIsMissing } from './cluster/programs.mts';
import { fault, FAULTS } from './faults.mts';
import { guards } from './guards.mts';
import { messages } from './messages.mts';
import { brokenFaults, brokenGuards, brokenMessages, brokenOrders } from './musts.mts';
import { orders } from './orders.mts';
import { watchRuns } from './runs.mts';

const given = process.argv.slice(2);
const flags = given.filter((one) => one.startsWith('--'));
const isQuick = flags.includes('--quick');
const of = (all: number, little: number) => (isQuick ? little : all);

const missing = whatIsMissing();
if (missing !== null) {
	const maySkip = flags.includes('--skip-where-missing');
	console.error(maySkip ? `Skipped. ${missing}` : missing);
	process.exit(maySkip ? 77 : 1);
}

const QUICK = ['orders', 'messages', 'webhook'];
const PARTS = ['orders', 'messages', 'guards', ...Object.keys(FAULTS)];
const named = given.filter((one) => !one.startsWith('--'));
const unknown = named.filter((name) => !PARTS.includes(name));
if (unknown.length > 0) {
	console.error(`There is no part ${unknown.join()}. The parts: ${PARTS.join(', ')}`);
	process.exit(1);
}
const isChosen = (name: string) =>
	(named.length > 0 ? named : isQuick ? QUICK : PARTS).includes(name);

const results: Record<string, object[]> = {};
const broken: string[] = [];
const cluster = new Cluster();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => void cluster.stop().finally(() => process.exit(1)));
}
try {
	console.log('Starting PostgreSQL, Redis, five processes of n8n and HAProxy …');
	await cluster.start();
	await watchRuns(cluster);
	if (isChosen('orders')) {
		const rows = await orders(cluster, of(2_000, 60));
		show('orders', 'Each order three times', rows, brokenOrders(rows));
	}
	if (isChosen('messages')) {
		const rows = await messages(cluster, of(5_000, 200));
		const title = 'Messages of one number at 80 a second, 150 ms latency';
		show('messages', title, rows, brokenMessages(rows));
	}
	if (isChosen('guards')) {
		const rows = await guards(cluster, of(100, 20));
		show('guards', 'Each order twice at the same moment', rows, brokenGuards(rows));
	}
	const faults = Object.keys(FAULTS).filter(isChosen);
	const load = {
		seconds: of(40, 15),
		ordersPerSecond: of(4, 3),
		messages: of(800, 200),
	};
	const rows = [];
	for (const name of faults) {
		console.log(`… ${FAULTS[name]!.title}`);
		const row = await fault(cluster, name, load);
		// All the same when a later one ends it.
		console.log(JSON.stringify(row));
		rows.push(row);
	}
	if (rows.length > 0) show('faults', 'Under load, one at a time', rows, brokenFaults(rows));
} finally {
	await cluster.stop();
}
for (const what of broken) console.error(`Must not be: ${what}`);
if (flags.includes('--json')) console.log(JSON.stringify(results));
process.exit(broken.length > 0 ? 1 : 0);

function show(name: string, title: string, rows: object[], rowsBroken: string[]): void {
	results[name] = rows;
	broken.push(...rowsBroken);
	console.log(`\n${title}`);
	console.table(rows);
}
