import { setTimeout as sleep } from 'node:timers/promises';
import { N8nRefusal, type N8nSession } from './n8nSession.mts';

/** A workflow as n8n exports and imports it. */
export interface WorkflowFile {
	name: string;
	nodes: WorkflowNode[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
}

export interface WorkflowNode {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	webhookId?: string;
	credentials?: Record<string, { id: string; name: string }>;
	[other: string]: unknown;
}

export interface SavedWorkflow extends WorkflowFile {
	id: string;
	versionId: string;
	active: boolean;
	activeVersionId: string | null;
	isArchived: boolean;
}

export interface CredentialDetails {
	name: string;
	type: string;
	data: Record<string, string>;
}

interface Publication {
	status: string;
	triggers: Array<{ status: string; errorMessage: string | null }>;
}

/** n8n tries a trigger that fails several times, with growing pauses, before it says so. */
const PUBLICATION_PATIENCE_MS = 60_000;

export async function createCredential(
	n8n: N8nSession,
	details: CredentialDetails,
): Promise<string> {
	return (await n8n.post<{ id: string }>('/rest/credentials', details)).id;
}

export async function createWorkflow(
	n8n: N8nSession,
	workflow: WorkflowFile,
): Promise<SavedWorkflow> {
	return await n8n.post('/rest/workflows', workflow);
}

/** The workflow as it is now; undefined when it was deleted or archived. */
export async function findWorkflow(
	n8n: N8nSession,
	id: string,
): Promise<SavedWorkflow | undefined> {
	try {
		const workflow = await n8n.get<SavedWorkflow>(`/rest/workflows/${id}`);
		return workflow.isArchived ? undefined : workflow;
	} catch (error) {
		if (error instanceof N8nRefusal && [403, 404].includes(error.status)) return undefined;
		throw error;
	}
}

export async function saveWorkflow(
	n8n: N8nSession,
	{ id, nodes, connections, versionId }: SavedWorkflow,
): Promise<SavedWorkflow> {
	return await n8n.patch(`/rest/workflows/${id}`, { nodes, connections, versionId });
}

/** Publishes a version of the workflow and waits until its triggers are registered: n8n does that in the background. */
export async function activate(n8n: N8nSession, id: string, versionId: string): Promise<void> {
	await n8n.post(`/rest/workflows/${id}/activate`, { versionId });
	await publication(n8n, id, 'published');
}

export async function deactivate(n8n: N8nSession, id: string): Promise<void> {
	await n8n.post(`/rest/workflows/${id}/deactivate`, {});
	await publication(n8n, id, 'not_published');
}

async function publication(n8n: N8nSession, id: string, wanted: string): Promise<void> {
	const deadline = Date.now() + PUBLICATION_PATIENCE_MS;
	for (;;) {
		const { status, triggers } = await n8n.get<Publication>(
			`/rest/workflows/${id}/publication-status`,
		);
		if (status === wanted) return;
		const failure = triggers.find(({ errorMessage }) => errorMessage)?.errorMessage;
		if (status === 'failed' || status === 'partial' || Date.now() > deadline) {
			throw new Error(
				`n8n says "${status}" instead of "${wanted}" about the workflow: ${failure ?? 'no reason given'}`,
			);
		}
		await sleep(100);
	}
}
