/** Runs one workflow and counts, at the sandbox and in its output, what became of each message. */
import type { Sandbox } from '../../sandbox/server/sandbox.mts';
import type { TroubleValues } from '../../sandbox/world/troubles/table.mts';
import { activate, createWorkflow, deactivate } from '../../tools/n8n/n8nApi.mts';
import { itemsIn, runOf, waitForExecutions } from '../../test/support/n8n/executions.mts';
import type { BenchHost } from './host.mts';
import type { TlsProxy } from './tlsProxy.mts';
import { MEASURED, sendWorkflow, type Sender } from './workflows.mts';

export interface Row {
	node: string;
	messages: number;
	/** Messages that Meta took, each counted once. */
	accepted: number;
	/** Further copies of these at the customer. */
	duplicates: number;
	/** Messages that no item tells about as they are: refused ones reported as nothing, for instance. */
	lost: number;
	/** Items that say that a message was refused, or that it may or may not have been sent. */
	reported: number;
	seconds: number;
	/** What n8n says that the node itself took: without the webhook and the split before it. */
	nodeSeconds: number;
	/** From the first accepted message to the end: without what n8n evaluates before. */
	sendingSeconds: number;
	cpuSeconds: number;
	connections: number;
	mostAtATime: number;
	peakMegabytes: number;
}

export interface Load {
	messages: number;
	recipient?: (index: number) => string;
	troubles: Partial<TroubleValues>;
	options?: object;
}

/** Numbers that lie in a range kept for fiction. */
const stranger = (index: number) => `+1650555${String(1000000 + index).slice(1)}`;

export class Bench {
	readonly #sandbox: Sandbox;
	readonly #url: string;
	readonly #proxy: TlsProxy;

	constructor(sandbox: Sandbox, url: string, proxy: TlsProxy) {
		this.#sandbox = sandbox;
		this.#url = url;
		this.#proxy = proxy;
	}

	/** A clean sandbox with these troubles. */
	async prepare(troubles: Partial<TroubleValues>): Promise<void> {
		await fetch(`${this.#url}/control/reset`, { method: 'POST' });
		await fetch(`${this.#url}/control/troubles`, {
			method: 'PATCH',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(troubles),
		});
		this.#proxy.reset();
	}

	/** One run of one node, from the items that are given. */
	async run(host: BenchHost, sender: Sender, load: Load, from = 0): Promise<Row> {
		const { session } = host;
		const recipient = load.recipient ?? stranger;
		const items = Array.from({ length: load.messages }, (_unused, index) => ({
			to: recipient(from + index),
			number: `n ${from + index}`,
		}));
		// Messages are told apart by their recipients, or by their texts where there is only one.
		const isOne = load.recipient !== undefined;
		const text = isOne ? '={{ $json.number }}' : 'Fresh today';
		const workflow = await createWorkflow(
			session,
			sendWorkflow(sender, host, text, load.options ?? {}),
		);
		await activate(session, workflow.id, workflow.versionId);
		const cpuBefore = host.process.cpuMs();
		host.process.forgetPeak();
		const startedAt = Date.now();
		const started = performance.now();
		const response = await fetch(
			`${session.url}/webhook/${String(workflow.nodes[0]?.parameters.path)}`,
			{
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ items }),
			},
		).catch((error: unknown) => new Response(String(error), { status: 599 }));
		const seconds = (performance.now() - started) / 1_000;
		if (response.status !== 200) console.error(sender, response.status, await response.text());
		const cpuSeconds = (host.process.cpuMs() - cpuBefore) / 1_000;
		const { peak } = host.process.memory();
		const [execution] = await waitForExecutions(session, workflow.id, 1);
		const ran = await runOf(session, execution!, MEASURED);
		const output = itemsIn(ran);
		await deactivate(session, workflow.id);
		return {
			node: sender,
			messages: load.messages,
			...this.count(
				items.map(({ to, number }) => (isOne ? number : ownDigits(to))),
				output,
				isOne,
			),
			seconds: round(seconds),
			nodeSeconds: round((ran?.executionTime ?? NaN) / 1_000),
			sendingSeconds: round(
				seconds - (Date.parse(this.#sandbox.state.messages.all()[0]?.at ?? '') - startedAt) / 1_000,
			),
			cpuSeconds: round(cpuSeconds),
			connections: this.#proxy.connections.total,
			mostAtATime: this.#proxy.connections.most,
			peakMegabytes: peak,
		};
	}

	private count(names: string[], output: Array<Record<string, unknown>>, isOne: boolean) {
		const copies = new Map<string, number>();
		const ids = new Set<string>();
		for (const { payload, id, to } of this.#sandbox.state.messages.all()) {
			const name = isOne ? textIn(payload) : ownDigits(String(to));
			copies.set(name, (copies.get(name) ?? 0) + 1);
			ids.add(id);
		}
		const own = names.filter((name) => copies.has(name));
		const told = output.filter((json) => ids.has(idIn(json))).length;
		const reported = output.length - told;
		return {
			accepted: own.length,
			duplicates: own.reduce((sum, name) => sum + (copies.get(name) ?? 0) - 1, 0),
			lost: names.length - Math.min(names.length, told + reported),
			reported,
		};
	}
}

interface Payload {
	text?: { body: string };
	interactive?: { body?: { text: string } };
}

function textIn(payload: unknown): string {
	const { text, interactive } = payload as Payload;
	return text?.body ?? interactive?.body?.text ?? '';
}

/** Without the country code: n8n's own node leaves out the plus, and Meta then puts one more in front. */
const ownDigits = (phone: string): string => phone.slice(-10);

/** The message's id in the output of any of the three nodes. */
function idIn(json: Record<string, unknown>): string {
	const messages = json.messages as Array<{ id?: string }> | undefined;
	return String(json.messageId ?? messages?.[0]?.id ?? '');
}

const round = (value: number): number => Math.round(value * 100) / 100;
