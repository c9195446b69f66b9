import { randomUUID } from 'node:crypto';
import { activate, createWorkflow } from '../../tools/n8n/n8nApi.mts';
import { triggerWorkflow } from '../../test/support/n8n/workflows.mts';
import type { BenchHost } from '../send/host.mts';

/**
 * Our trigger with nothing behind it and the callback pasted by hand: nothing of Meta is needed.
 *
 * @returns its production URL
 */
export async function publishTrigger(host: BenchHost): Promise<string> {
	const { session } = host;
	const manual = { registration: 'manual', verifyToken: randomUUID() };
	const { id, versionId, nodes } = await createWorkflow(
		session,
		triggerWorkflow(manual, host.ours),
	);
	await activate(session, id, versionId);
	return `${session.url}/webhook/${nodes[0]?.webhookId}/webhook`;
}
