import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { APP, BUSINESS_ACCOUNT, TOKENS } from '../../sandbox/world/shop/world.mts';
import {
	activate,
	createCredential,
	createWorkflow,
	deactivate,
	findWorkflow,
	saveWorkflow,
	type CredentialDetails,
	type SavedWorkflow,
} from '../n8n/n8nApi.mts';
import { type Login, N8nRefusal, type N8nSession } from '../n8n/n8nSession.mts';
import { aimedAt, readyWorkflow, workflowFor } from './readyWorkflow.mts';

/** Printed by npm start: n8n listens on this machine only, and holds nothing but the sandbox's own fixtures. */
export const DEMO_LOGIN: Login = { email: 'demo@example.com', password: 'Sandbox-Demo-1' };

/** What an earlier start has made in the same n8n. */
interface Made {
	credentialId: string;
	workflowId: string;
	sandboxUrl: string;
}

export function sandboxCredential(sandboxUrl: string): CredentialDetails {
	return {
		name: 'WhatsApp sandbox',
		type: 'whatsAppCommerceApi',
		data: {
			accessToken: TOKENS.full.value,
			businessAccountId: BUSINESS_ACCOUNT.id,
			appId: APP.id,
			appSecret: APP.secret,
			apiVersion: 'v26.0',
			baseUrl: sandboxUrl,
		},
	};
}

/** Credential and ready workflow, published. What an earlier start has made is kept, with the changes the user made since. */
export async function prepareDemo(
	n8n: N8nSession,
	root: string,
	sandboxUrl: string,
	memory: string,
): Promise<SavedWorkflow> {
	const made = existsSync(memory) ? (JSON.parse(readFileSync(memory, 'utf8')) as Made) : undefined;
	const credential = { name: 'WhatsApp sandbox', id: await keepCredential(n8n, sandboxUrl, made) };
	const workflow =
		(await keepWorkflow(n8n, sandboxUrl, made)) ??
		(await createWorkflow(n8n, workflowFor(readyWorkflow(root), sandboxUrl, credential)));
	writeFileSync(
		memory,
		JSON.stringify({
			credentialId: credential.id,
			workflowId: workflow.id,
			sandboxUrl,
		} satisfies Made),
	);

	// The callback was forgotten at the start (forgetCallback.mts), so the trigger has to register again.
	if (workflow.active) await deactivate(n8n, workflow.id);
	await activate(n8n, workflow.id, workflow.activeVersionId ?? workflow.versionId);
	return workflow;
}

async function keepCredential(
	n8n: N8nSession,
	sandboxUrl: string,
	made: Made | undefined,
): Promise<string> {
	const details = sandboxCredential(sandboxUrl);
	if (made) {
		try {
			await n8n.patch(`/rest/credentials/${made.credentialId}`, details);
			return made.credentialId;
		} catch (error) {
			// The user has deleted it.
			if (!(error instanceof N8nRefusal) || error.status !== 404) throw error;
		}
	}
	return await createCredential(n8n, details);
}

async function keepWorkflow(n8n: N8nSession, sandboxUrl: string, made: Made | undefined) {
	const workflow = made && (await findWorkflow(n8n, made.workflowId));
	if (!workflow || made.sandboxUrl === sandboxUrl) return workflow;
	// The sandbox listens on another port than last time, and the workflow's HTTP Request names the port.
	const saved = await saveWorkflow(n8n, aimedAt(workflow, made.sandboxUrl, sandboxUrl));
	return { ...saved, activeVersionId: null };
}
