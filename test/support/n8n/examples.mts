import { setTimeout as sleep } from 'node:timers/promises';
import path from 'node:path';
import type { SavedWorkflow, WorkflowFile } from '../../../tools/n8n/n8nApi.mts';
import { exampleWorkflow, workflowFor } from '../../../tools/start/readyWorkflow.mts';
import type { Execution } from './executions.mts';
import { credentialId, n8n, publishWorkflow, sandbox } from './host.mts';
import type { SandboxMessage } from './sandboxClient.mts';

const PATIENCE_MS = 30_000;

const root = path.resolve(__dirname, '../../..');

/** An example of `workflows/`, changed if need be, aimed at the sandbox and published. */
export async function publishExample(
	name: string,
	change: (workflow: WorkflowFile) => WorkflowFile = (workflow) => workflow,
): Promise<SavedWorkflow> {
	const workflow = change(exampleWorkflow(root, name));
	const credential = { id: credentialId, name: 'WhatsApp sandbox' };
	return await publishWorkflow(workflowFor(workflow, sandbox.url, credential));
}

/** Runs a workflow from one of its triggers, as "Execute workflow" in the editor does, and waits until it has ended. */
export async function runFrom(workflow: SavedWorkflow, trigger: string): Promise<Execution> {
	const { executionId } = await n8n.post<{ executionId: string }>(
		`/rest/workflows/${workflow.id}/run`,
		{ workflowData: workflow, triggerToStartFrom: { name: trigger } },
	);
	const deadline = Date.now() + PATIENCE_MS;
	for (;;) {
		const execution = await n8n.get<Execution>(`/rest/executions/${executionId}`);
		if (!['new', 'running', 'waiting'].includes(execution.status)) return execution;
		if (Date.now() > deadline) throw new Error(`Run ${executionId} has not ended in time.`);
		await sleep(100);
	}
}

/** What a customer reads in a text message. */
export const textOf = ({ payload }: SandboxMessage): string =>
	(payload as { text?: { body?: string } }).text?.body ?? '';

/** What a customer reads in a product list. */
export function listOf({ payload }: SandboxMessage) {
	const { header, body, action } = (
		payload as {
			interactive: {
				header: { text: string };
				body: { text: string };
				action: {
					sections: Array<{
						title?: string;
						product_items: Array<{ product_retailer_id: string }>;
					}>;
				};
			};
		}
	).interactive;
	return {
		header: header.text,
		body: body.text,
		sections: action.sections.map(({ title, product_items }) => ({
			title,
			skus: product_items.map(({ product_retailer_id }) => product_retailer_id),
		})),
	};
}
