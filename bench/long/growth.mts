/**
 * How time and memory grow with the work, in a real n8n against the sandbox without limit or latency.
 *
 *   npm run bench:growth [-- sends orders] [--quick] [--json]
 *
 * --quick leaves out the largest size · --json prints one JSON line last
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { stopEverything } from '../../tools/process/childProcess.mts';
import { freePort } from '../../tools/process/freePort.mts';
import { createSandbox } from '../../sandbox/server/sandbox.mts';
import { Bench } from '../send/measure.mts';
import { META, startHost, type BenchHost } from '../send/host.mts';
import { startTlsProxy } from '../send/tlsProxy.mts';
import { MemoryInUse } from './memoryInUse.mts';
import { deliver } from '../trigger/load.mts';
import { envelope, orderMessage, signed } from '../trigger/signedOrders.mts';
import { publishTrigger } from './ourTrigger.mts';

interface Measured {
	size: number;
	seconds: number;
	/** Peak of n8n's resident memory in MB, with what is not collected yet. */
	peakMB: number;
	/** The most that n8n had in use in a run of its own, in MB. */
	inUseMB?: number;
}

interface Growth extends Measured {
	msEach: number;
	/** Time beside that of a tenth of the work: 10 is linear. */
	timesTenth: number | null;
	/** MB above what one took. */
	moreMB: number;
	moreInUseMB?: number;
}

/** Most messages a second that the node's option takes. */
const FASTEST = 1_000;

/** Milliseconds in which n8n writes down what it has answered, before the next is measured. */
const REST_MS = 4_000;

/** Each size runs so often, and its fastest run counts: the first ones are slower, whatever they do. */
const times = (size: number) => (size < 1_000 ? 3 : 1);

const given = process.argv.slice(2);
const sizes = (largest: number) =>
	[1, 10, 100, 1_000, 10_000].filter(
		(size) => size <= largest / (given.includes('--quick') ? 10 : 1),
	);
const named = given.filter((word) => !word.startsWith('--'));
const isAsked = (name: string) => named.length === 0 || named.includes(name);
const PARTS = ['sends', 'orders'];
const unknown = named.filter((name) => !PARTS.includes(name));
if (unknown.length > 0) {
	console.error(`There is no part ${unknown.join()}. The parts: ${PARTS.join(', ')}`);
	process.exit(1);
}
const results: Record<string, Growth[]> = {};

const sandbox = createSandbox({ statusWebhooks: false });
const sandboxUrl = await sandbox.listen();
const proxy = await startTlsProxy(META, sandboxUrl);
try {
	const inspectPort = await freePort();
	const host = await startHost('growth', proxy, {
		NODE_OPTIONS: `--inspect-port=127.0.0.1:${inspectPort}`,
	});
	if (isAsked('sends')) {
		const bench = new Bench(sandbox, sandboxUrl, proxy);
		const send = async (size: number) => {
			await bench.prepare({});
			const load = {
				messages: size,
				troubles: {},
				options: { messagesPerSecond: FASTEST },
			};
			const { accepted, seconds, peakMegabytes } = await bench.run(host, 'ours', load);
			if (accepted !== size) throw new Error(`${accepted} of ${size} messages were accepted`);
			return { size, seconds, peakMB: peakMegabytes };
		};
		await send(100);
		const rows = await measured(sizes(10_000), send);
		const memory = await MemoryInUse.of(host.process.id, inspectPort);
		for (const row of rows) row.inUseMB = await memory.peakDuring(async () => await send(row.size));
		memory.close();
		show('sends', 'Items sent by one run', rows);
	}
	if (isAsked('orders')) {
		const url = await publishTrigger(host);
		const send = async (size: number) => await received(host, url, size);
		await send(10);
		show('orders', 'Orders in one delivery', await measured(sizes(1_000), send));
	}
	await host.stop();
} finally {
	proxy.close();
	await sandbox.close();
	await stopEverything();
}
if (given.includes('--json')) console.log(JSON.stringify(results));

async function measured(
	of: number[],
	run: (size: number) => Promise<Measured>,
): Promise<Measured[]> {
	const rows: Measured[] = [];
	for (const size of of) {
		const runs: Measured[] = [];
		for (let time = 0; time < times(size); time++) {
			await sleep(REST_MS);
			runs.push(await run(size));
		}
		rows.push(runs.reduce((best, one) => (one.seconds < best.seconds ? one : best)));
	}
	return rows;
}

/** Until Meta has its answer, and what memory n8n takes until the run is written down. */
async function received(host: BenchHost, url: string, size: number): Promise<Measured> {
	const messages = Array.from({ length: size }, () => orderMessage(`wamid.${crypto.randomUUID()}`));
	const delivery = signed(envelope(messages));
	host.process.forgetPeak();
	const { status, ms } = await deliver(url, delivery);
	if (status !== 200) throw new Error(`A delivery of ${size} orders was answered ${status}`);
	await sleep(REST_MS);
	return { size, seconds: ms / 1_000, peakMB: host.process.memory().peak };
}

function show(name: string, title: string, rows: Measured[]): void {
	const table = rows.map(({ size, seconds, peakMB, inUseMB }, index) => ({
		size,
		seconds: rounded(seconds),
		msEach: rounded((seconds * 1_000) / size),
		timesTenth: index === 0 ? null : rounded(seconds / rows[index - 1]!.seconds),
		peakMB,
		moreMB: peakMB - rows[0]!.peakMB,
		...(inUseMB !== undefined && { inUseMB, moreInUseMB: inUseMB - rows[0]!.inUseMB! }),
	}));
	results[name] = table;
	console.log(`\n${title}`);
	console.table(table);
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
