/**
 * How three nodes send in a real n8n against the sandbox: ours, n8n's own WhatsApp node, HTTP Request.
 *
 *   npm run bench:send [-- a b c d e f payload] [--ours] [--json] [--profile]     Node 24
 *
 * --ours: our node alone · --json: one JSON line last · --profile: CPU profiles in .sandbox/profiles
 */
import path from 'node:path';

import { stopEverything } from '../tools/process/childProcess.mts';
import { packPackage } from '../tools/n8n/packPackage.mts';
import { createSandbox } from '../sandbox/server/sandbox.mts';
import { startHost, META } from './send/host.mts';
import { Bench, type Load, type Row } from './send/measure.mts';
import { payloadRates } from './send/payload.mts';
import { startTlsProxy } from './send/tlsProxy.mts';
import { SENDERS } from './send/workflows.mts';

interface Part {
	title: string;
	/** What the limit itself takes, in seconds. */
	limitSeconds?: number;
	load: Load;
}

const PARTS: Record<string, Part> = {
	a: {
		title: '1,000 recipients, 80 messages/s, 150 ms',
		limitSeconds: 1_000 / 80,
		load: { messages: 1_000, troubles: { throughput: 80, latency: 150 } },
	},
	b: {
		title: '1,000 recipients, no limit, 20 ms',
		load: { messages: 1_000, troubles: { latency: 20 }, options: { messagesPerSecond: 1_000 } },
	},
	c: {
		title: '10,000 recipients, 1,000 messages/s',
		limitSeconds: 10,
		load: {
			messages: 10_000,
			troubles: { throughput: 1_000 },
			options: { messagesPerSecond: 1_000 },
		},
	},
	d: {
		title: '60 messages to one recipient under the pair limit',
		limitSeconds: (60 - 45) * 6,
		load: { messages: 60, recipient: () => '+16505550100', troubles: { pairLimit: 'on' } },
	},
	e: {
		title: '1,000 recipients, 5 % 131016, 2 % cut before and 1 % cut after acceptance, 20 ms',
		load: {
			messages: 1_000,
			troubles: { unavailable: 5, cutBefore: 2, cutAfter: 1, latency: 20 },
			options: { messagesPerSecond: 1_000 },
		},
	},
};

const root = path.resolve(import.meta.dirname, '..');
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const parts = [...Object.keys(PARTS), 'f', 'payload'];
const unknown = asked.filter((name) => !parts.includes(name));
if (unknown.length > 0) {
	console.error(`There is no part ${unknown.join()}. The parts: ${parts.join(', ')}`);
	process.exit(1);
}
const isAsked = (name: string) => asked.length === 0 || asked.includes(name);
const senders = process.argv.includes('--ours') ? (['ours'] as const) : SENDERS;
const results: Record<string, unknown> = {};

const sandbox = createSandbox({ statusWebhooks: false });
const sandboxUrl = await sandbox.listen();
const proxy = await startTlsProxy(META, sandboxUrl);
const bench = new Bench(sandbox, sandboxUrl, proxy);

try {
	const names = Object.keys(PARTS).filter(isAsked);
	if (names.length > 0 || isAsked('f')) {
		console.log('Starting n8n …');
		const host = await startHost('first', proxy);
		// The first runs of an n8n are slower, whichever node they are of.
		for (const sender of senders) {
			await bench.prepare({});
			await bench.run(host, sender, { messages: 50, troubles: {} });
		}
		for (const name of names) {
			const { title, limitSeconds, load } = PARTS[name]!;
			const rows: Row[] = [];
			for (const sender of senders) {
				await bench.prepare(load.troubles);
				rows.push(await bench.run(host, sender, load));
			}
			show(name, title, rows, limitSeconds);
		}
		if (isAsked('f')) {
			const second = await startHost('second', proxy);
			await bench.prepare({});
			await bench.run(second, 'ours', { messages: 50, troubles: {} });
			const load = { messages: 500, troubles: { throughput: 80, latency: 150 } as const };
			await bench.prepare(load.troubles);
			const rows = await Promise.all([
				bench.run(host, 'ours', load, 0),
				bench.run(second, 'ours', load, 500),
			]);
			show(
				'f',
				'Two n8n processes, 500 recipients each, sharing one number at 80 messages/s',
				rows,
				1_000 / 80,
			);
			await second.stop();
		}
		await host.stop();
	}
	if (isAsked('payload')) {
		await packPackage(root);
		results.payload = await payloadRates();
		console.log('\nBuilding and validating a payload, operations per second');
		console.table(results.payload);
	}
} finally {
	proxy.close();
	await sandbox.close();
	await stopEverything();
}

function show(name: string, title: string, rows: Row[], limitSeconds?: number): void {
	const table = rows.map((row) => ({
		...row,
		...(limitSeconds !== undefined && {
			ofLimitTime: Math.round((row.seconds / limitSeconds) * 1_000) / 1_000,
		}),
	}));
	results[name] = table;
	console.log(`\n(${name}) ${title}`);
	console.table(table);
}

if (process.argv.includes('--json')) console.log(JSON.stringify(results));
