import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { WorkflowFile, WorkflowNode } from '../n8n/n8nApi.mts';

/** The example that `npm start` comes with. */
const READY = 'order-by-whatsapp';

/** Where an example written for Meta sends its HTTP Requests. */
const META = 'https://graph.facebook.com';

const CREDENTIAL_TYPE = 'whatsAppCommerceApi';

export interface Credential {
	id: string;
	name: string;
}

export const readyWorkflow = (root: string) => exampleWorkflow(root, READY);

/** A workflow that the package ships as a file to import, by its name in `workflows/`. */
export function exampleWorkflow(root: string, name: string): WorkflowFile {
	return JSON.parse(
		readFileSync(path.join(root, 'workflows', `${name}.json`), 'utf8'),
	) as WorkflowFile;
}

/**
 * The same workflow, with its credential chosen and aimed at another host than Meta's. Its webhooks
 * get addresses of their own, as the editor gives to an imported file: an address still held by an
 * earlier copy would keep this one from being published.
 */
export function workflowFor(
	workflow: WorkflowFile,
	baseUrl: string,
	credential: Credential,
): WorkflowFile {
	const { nodes, ...rest } = aimedAt(workflow, META, baseUrl);
	return {
		...rest,
		nodes: nodes.map((node) => ({
			...node,
			...(node.webhookId && { webhookId: randomUUID() }),
			...(usesOurCredential(node) && { credentials: { [CREDENTIAL_TYPE]: credential } }),
		})),
	};
}

/** Replaces one host by another everywhere in the workflow. */
export function aimedAt<T extends WorkflowFile>(workflow: T, oldUrl: string, newUrl: string): T {
	return JSON.parse(JSON.stringify(workflow).replaceAll(oldUrl, newUrl)) as T;
}

function usesOurCredential({ type, parameters }: WorkflowNode): boolean {
	return (
		type.startsWith('n8n-nodes-whatsapp-commerce.') ||
		parameters.nodeCredentialType === CREDENTIAL_TYPE
	);
}
