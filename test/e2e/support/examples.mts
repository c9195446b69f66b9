import path from 'node:path';
import type { SavedWorkflow, WorkflowFile } from '../../../sandbox/start/n8nApi.mts';
import { exampleWorkflow, workflowFor } from '../../../sandbox/start/readyWorkflow.mts';
import { waitForExecution, type Execution } from './executions.mts';
import { credentialId, n8n, sandbox } from './host.mts';

const root = path.resolve(__dirname, '../../..');

/** An example as its user has it after the import: our credential chosen, nothing else changed. */
export const example = (name: string): WorkflowFile =>
	workflowFor(exampleWorkflow(root, name), sandbox.url, {
		id: credentialId,
		name: 'WhatsApp sandbox',
	});

/** Runs a workflow from one of its triggers, as a click in the editor does, and waits for the end. */
export async function clickOn(workflow: SavedWorkflow, trigger: string): Promise<Execution> {
	const { executionId } = await n8n.post<{ executionId: string }>(
		`/rest/workflows/${workflow.id}/run`,
		{ workflowData: workflow, triggerToStartFrom: { name: trigger } },
	);
	return await waitForExecution(n8n, workflow.id, executionId);
}
