import {
	activate,
	createWorkflow,
	deactivate,
	type SavedWorkflow,
	type WorkflowFile,
} from '../../../tools/n8n/n8nApi.mts';
import { N8nSession } from '../../../tools/n8n/n8nSession.mts';
import { connection } from './connection.mts';
import { SandboxClient } from './sandboxClient.mts';

/** Real processes on a machine that may be busy. */
jest.setTimeout(60_000);

const { n8nUrl, n8nCookie, sandboxUrl, crashUrl } = connection();

export const { credentialId } = connection();
export const n8n = new N8nSession(n8nUrl, n8nCookie);
export const sandbox = new SandboxClient(sandboxUrl);

const published: string[] = [];

/** Each test starts with a clean sandbox and leaves no workflow behind. */
beforeEach(async () => await sandbox.reset());
afterEach(async () => {
	for (const id of published.splice(0)) await deactivate(n8n, id);
});

export async function publishWorkflow(workflow: WorkflowFile): Promise<SavedWorkflow> {
	const saved = await createWorkflow(n8n, workflow);
	published.push(saved.id);
	await activate(n8n, saved.id, saved.versionId);
	return saved;
}

export async function unpublishWorkflow({ id }: SavedWorkflow): Promise<void> {
	published.splice(published.indexOf(id), 1);
	await deactivate(n8n, id);
}

/** Listens for a test event, as the button in the editor does. */
export async function listen(workflow: SavedWorkflow): Promise<void> {
	const [first] = workflow.nodes;
	const started = await n8n.post<{ waitingForWebhook?: boolean }>(
		`/rest/workflows/${workflow.id}/run`,
		{ workflowData: workflow, triggerToStartFrom: { name: first?.name } },
	);
	expect(started).toMatchObject({ waitingForWebhook: true });
}

/** n8n answers before the trigger has ended. */
export async function stopListening({ id }: SavedWorkflow): Promise<void> {
	await n8n.delete(`/rest/test-webhook/${id}`);
}

/** kill -9, and a new start with the same data. */
export async function crashN8n(): Promise<void> {
	const response = await fetch(crashUrl, { method: 'POST' });
	if (!response.ok) throw new Error(`n8n did not come back: ${await response.text()}`);
}

/** The test URL of a workflow's first node. */
export const testWebhookUrl = (workflow: SavedWorkflow) =>
	webhookUrl(workflow).replace('/webhook/', '/webhook-test/');

/** The production URL of a workflow's first node. */
export function webhookUrl({ nodes: [first] }: SavedWorkflow): string {
	const { webhookId = '', parameters } = first ?? { parameters: {} };
	return `${n8nUrl}/webhook/${typeof parameters.path === 'string' ? parameters.path : `${webhookId}/webhook`}`;
}

/** Where the form of a workflow that starts with one is shown. */
export const formUrl = ({ nodes }: SavedWorkflow) =>
	`${n8nUrl}/form/${nodes.find(({ type }) => type.endsWith('.formTrigger'))?.webhookId}`;

/** Runs a workflow that starts with a webhook, and returns what its last node gave out. */
export async function runWorkflow(
	workflow: SavedWorkflow,
	input: object,
): Promise<{ status: number; body: unknown }> {
	const response = await fetch(webhookUrl(workflow), {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(input),
	});
	return { status: response.status, body: await response.json() };
}
