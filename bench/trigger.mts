/**
 * What the trigger can take, in a real n8n with the packed package.
 *
 *   npm run bench:trigger [-- part …] [--quick] [--json]
 *
 * Parts: throughput, large, forged, hostile, restart; all of them when none is named. --quick does a tenth of it; --json
 * prints one JSON line last. Absolute numbers are those of the machine and of what else it does; the ratios compare what
 * ran in turns within the same minutes.
 */
import { forged } from './trigger/forged.mts';
import { BenchHost } from './trigger/host.mts';
import { hostile } from './trigger/hostile.mts';
import { large } from './trigger/large.mts';
import { restart } from './trigger/restart.mts';
import { throughput } from './trigger/throughput.mts';

const given = process.argv.slice(2);
const flags = given.filter((one) => one.startsWith('--'));
const isQuick = flags.includes('--quick');
const of = (count: number) => (isQuick ? count / 10 : count);

const PARTS: Record<string, { title: string; run: (host: BenchHost) => Promise<object> }> = {
	throughput: {
		title: 'Deliveries per second, 20 at a time, in turns',
		run: async (host) =>
			await throughput(host, { rounds: isQuick ? 5 : 9, deliveries: isQuick ? 40 : 100 }),
	},
	large: {
		title: 'One delivery with many orders (memory in MB)',
		run: async (host) => [await large(host, 1000)],
	},
	forged: {
		title: 'Deliveries that Meta did not sign',
		run: async (host) => await forged(host, of(10_000)),
	},
	hostile: {
		title: 'Signed deliveries of odd shapes, each with a good order in it',
		run: async (host) => [await hostile(host, of(10_000))],
	},
	restart: {
		title: 'Each order four times at once, with a restart in the middle',
		run: async (host) => [await restart(host, of(500))],
	},
};

const named = given.filter((one) => !one.startsWith('--'));
const unknown = named.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
	console.error(`There is no part ${unknown.join()}. The parts: ${Object.keys(PARTS).join(', ')}`);
	process.exit(1);
}

const results: Record<string, object> = {};
const host = new BenchHost();
try {
	await host.start();
	for (const [name, { title, run }] of Object.entries(PARTS)) {
		if (named.length > 0 && !named.includes(name)) continue;
		results[name] = await run(host);
		console.log(`\n${title}`);
		console.table(results[name]);
	}
} finally {
	await host.stop();
}
if (flags.includes('--json')) console.log(JSON.stringify(results));
process.exit(0);
