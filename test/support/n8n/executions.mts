import { setTimeout as sleep } from 'node:timers/promises';
import { N8nRefusal, type N8nSession } from '../../../tools/n8n/n8nSession.mts';

export interface Execution {
	id: string;
	status: string;
	mode: string;
}

export interface NodeRun {
	/** Milliseconds. */
	executionTime: number;
	data?: { main: Array<Array<{ json: Record<string, unknown> }> | null> };
}

const PATIENCE_MS = 45_000;

export async function executionsOf(n8n: N8nSession, workflowId: string): Promise<Execution[]> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId }));
	return (await n8n.get<{ results: Execution[] }>(`/rest/executions?filter=${filter}`)).results;
}

/** Waits until so many runs of the workflow have ended, the oldest first. */
export async function waitForExecutions(
	n8n: N8nSession,
	workflowId: string,
	count: number,
): Promise<Execution[]> {
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		const executions = await executionsOf(n8n, workflowId).catch(whenBusy);
		const ended = executions.filter(
			({ status }) => !['new', 'running', 'waiting'].includes(status),
		);
		if (ended.length >= count) return ended.reverse();
		if (Date.now() > deadline) {
			throw new Error(
				`Expected ${count} ended executions, there are: ${JSON.stringify(executions)}`,
			);
		}
		await sleep(100);
	}
}

/** n8n says that its database is not ready when it is too busy to look. */
function whenBusy(error: unknown): Execution[] {
	if (error instanceof N8nRefusal && error.status === 503) return [];
	throw error;
}

/** How the first run of a node went; undefined when it did not run. */
export async function runOf(
	n8n: N8nSession,
	execution: Execution,
	node: string,
): Promise<NodeRun | undefined> {
	const { data } = await n8n.get<{ data: string }>(`/rest/executions/${execution.id}`);
	const { resultData } = unflatten(data) as { resultData: { runData: Record<string, NodeRun[]> } };
	return resultData.runData[node]?.[0];
}

/** What it gave out, all outputs together. */
export const itemsIn = (run: NodeRun | undefined): Array<Record<string, unknown>> =>
	(run?.data?.main ?? []).flatMap((items) => items ?? []).map(({ json }) => json);

/** What a node gave out in a run, all outputs together. */
export const outputOf = async (n8n: N8nSession, execution: Execution, node: string) =>
	itemsIn(await runOf(n8n, execution, node));

/** n8n stores runs "flatted": a list of values in which each string inside an object or list is an index into the list. */
function unflatten(text: string): unknown {
	const values = JSON.parse(text) as unknown[];
	const built = new Map<string, unknown>();
	const at = (index: string): unknown => {
		if (built.has(index)) return built.get(index);
		const value = values[Number(index)];
		if (typeof value !== 'object' || value === null) return value;
		const target: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
		built.set(index, target);
		for (const [key, inner] of Object.entries(value)) {
			(target as Record<string, unknown>)[key] = typeof inner === 'string' ? at(inner) : inner;
		}
		return target;
	};
	return at('0');
}
