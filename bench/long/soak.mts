/**
 * One n8n under a steady load for a long time: does its memory, do its handles, does what the trigger
 * remembers grow?
 *
 *   npm run bench:soak [-- --minutes=30] [--json]
 *
 * 20 orders a second arrive, ten in a delivery as Meta batches them, and 20 product messages a second
 * go out, 200 in a run. Each row is one minute. --json prints one JSON line last.
 */
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopEverything } from '../../tools/process/childProcess.mts';
import { activate, createWorkflow } from '../../tools/n8n/n8nApi.mts';
import { createSandbox } from '../../sandbox/server/sandbox.mts';
import { publishTrigger } from './ourTrigger.mts';
import { META, startHost, type BenchHost } from '../send/host.mts';
import { startTlsProxy } from '../send/tlsProxy.mts';
import { sendWorkflow } from '../send/workflows.mts';
import { deliver } from '../trigger/load.mts';
import { envelope, orderMessage, signed } from '../trigger/signedOrders.mts';

const PER_SECOND = 20;
const ORDERS_IN_A_DELIVERY = 10;
const MESSAGES_IN_A_RUN = 200;

/** Milliseconds between two looks at n8n. The least of a minute's memory is what is left after tidying up. */
const LOOK_MS = 5_000;

interface Row {
	minute: number;
	ordersAnswered: number;
	messagesAccepted: number;
	heapMB: number;
	residentMB: number;
	handles: number;
	staticDataKB: number;
	cpuPercent: number;
}

const given = process.argv.slice(2);
const minutes = Number(given.find((word) => word.startsWith('--minutes='))?.split('=')[1] ?? 30);
if (!Number.isInteger(minutes) || minutes < 1) {
	console.error('Give the minutes as a whole number from 1: --minutes=30');
	process.exit(1);
}

let newestKnown: string | undefined;
const sandbox = createSandbox({ statusWebhooks: false });
const proxy = await startTlsProxy(META, await sandbox.listen());
try {
	// A run kept by n8n would fill the disk, not the memory.
	const host = await startHost('soak', proxy, { EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none' });
	const count = { orders: 0, unanswered: 0, runs: 0, lateRuns: 0 };
	const load = [await orders(host, count), await sends(host, count)];
	const rows: Row[] = [];
	for (let minute = 1; minute <= minutes; minute++) {
		const row = await watchMinute(host, minute, count);
		rows.push(row);
		console.log(JSON.stringify(row));
	}
	await Promise.all(load.map(async (stop) => await stop()));
	const result = {
		...count,
		messagesAsked: count.runs * MESSAGES_IN_A_RUN,
		messagesAccepted: rows.reduce(
			(sum, { messagesAccepted }) => sum + messagesAccepted,
			newlyAccepted(),
		),
		...trends(rows),
	};
	console.table(rows);
	console.table(result);
	await host.stop();
	if (given.includes('--json')) console.log(JSON.stringify({ rows, result }));
} finally {
	proxy.close();
	await sandbox.close();
	await stopEverything();
}

type Count = { orders: number; unanswered: number; runs: number; lateRuns: number };

/** Repeats work at a fixed rate, however long each takes. Returns what stops it and waits for the rest. */
function every(ms: number, work: () => Promise<void>): () => Promise<void> {
	const underWay = new Set<Promise<void>>();
	const timer = setInterval(() => {
		const one = work().finally(() => underWay.delete(one));
		underWay.add(one);
	}, ms);
	return async () => {
		clearInterval(timer);
		await Promise.all(underWay);
	};
}

async function orders(host: BenchHost, count: Count): Promise<() => Promise<void>> {
	const url = await publishTrigger(host);
	return every((1_000 * ORDERS_IN_A_DELIVERY) / PER_SECOND, async () => {
		const messages = Array.from({ length: ORDERS_IN_A_DELIVERY }, () =>
			orderMessage(`wamid.${crypto.randomUUID()}`),
		);
		const answer = await deliver(url, signed(envelope(messages))).catch(() => ({ status: 0 }));
		if (answer.status === 200) count.orders += messages.length;
		else count.unanswered += messages.length;
	});
}

async function sends(host: BenchHost, count: Count): Promise<() => Promise<void>> {
	const { session } = host;
	const options = { messagesPerSecond: 2 * PER_SECOND };
	const workflow = await createWorkflow(
		session,
		sendWorkflow('ours', host, 'Fresh today', options),
	);
	await activate(session, workflow.id, workflow.versionId);
	const url = `${session.url}/webhook/${String(workflow.nodes[0]?.parameters.path)}`;
	let run = 0;
	return every((1_000 * MESSAGES_IN_A_RUN) / PER_SECOND, async () => {
		const first = (run++ % 50) * MESSAGES_IN_A_RUN;
		const items = Array.from({ length: MESSAGES_IN_A_RUN }, (_unused, index) => ({
			to: `+1650555${String(1_000_000 + first + index).slice(1)}`,
		}));
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ items }),
		});
		await response.text();
		if (response.ok) count.runs++;
		else count.lateRuns++;
	});
}

/** Messages accepted since the last call: the sandbox keeps the newest 20,000 only. */
function newlyAccepted(): number {
	const all = sandbox.state.messages.all();
	const known = all.findLastIndex(({ id }) => id === newestKnown);
	newestKnown = all.at(-1)?.id;
	return all.length - 1 - known;
}

async function watchMinute(host: BenchHost, minute: number, count: Count): Promise<Row> {
	const before = { ...count, cpu: host.process.cpuMs() };
	const looks: Array<Pick<Row, 'heapMB' | 'residentMB' | 'handles'>> = [];
	for (const end = Date.now() + 60_000; Date.now() < end; await sleep(LOOK_MS)) {
		looks.push({
			heapMB: (await host.metric('nodejs_heap_size_used_bytes')) / 1e6,
			residentMB: host.process.memory().now,
			handles: host.process.handles(),
		});
	}
	// A busy n8n leaves its own metrics out at times.
	const least = (of: keyof (typeof looks)[number]) =>
		Math.round(Math.min(...looks.map((look) => look[of]).filter((value) => !Number.isNaN(value))));
	return {
		minute,
		ordersAnswered: count.orders - before.orders,
		messagesAccepted: newlyAccepted(),
		heapMB: least('heapMB'),
		residentMB: least('residentMB'),
		handles: least('handles'),
		staticDataKB: staticDataKB(host),
		cpuPercent: Math.round((host.process.cpuMs() - before.cpu) / 600),
	};
}

/** What all workflows of this n8n keep between their runs. */
function staticDataKB({ databaseFile }: BenchHost): number {
	const database = new DatabaseSync(databaseFile, { readOnly: true });
	try {
		const sum = database
			.prepare('SELECT SUM(LENGTH(staticData)) AS bytes FROM workflow_entity')
			.get();
		return Math.round(Number(sum?.bytes ?? 0) / 100) / 10;
	} finally {
		database.close();
	}
}

/** The last fifth beside the second one: the first one still warms up. */
function trends(rows: Row[]): Record<string, string> {
	const fifth = Math.max(1, Math.floor(rows.length / 5));
	const median = (of: keyof Row, from: number) =>
		rows
			.slice(from, from + fifth)
			.map((row) => row[of])
			.sort((a, b) => a - b)[Math.floor(fifth / 2)] ?? NaN;
	const trend = (of: keyof Row) =>
		`${median(of, Math.min(fifth, rows.length - fifth))} → ${median(of, Math.max(0, rows.length - fifth))}`;
	return {
		heapMB: trend('heapMB'),
		residentMB: trend('residentMB'),
		handles: trend('handles'),
		staticDataKB: trend('staticDataKB'),
	};
}
