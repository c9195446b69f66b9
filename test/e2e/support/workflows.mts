import { randomUUID } from 'node:crypto';
import type { WorkflowFile, WorkflowNode } from '../../../sandbox/start/n8nApi.mts';
import { PACKAGE_NAME } from '../../../sandbox/start/installPackage.mts';

export const TRIGGER = 'WhatsApp Commerce Trigger';
export const ACTION = 'WhatsApp Commerce';

/** The trigger alone: its runs hold what it gave out. */
export function triggerWorkflow(
	parameters: Record<string, unknown>,
	credentialId: string,
): WorkflowFile {
	return {
		name: 'e2e trigger',
		nodes: [
			node(TRIGGER, `${PACKAGE_NAME}.whatsAppCommerceTrigger`, 1.1, {
				parameters: {
					events: ['order'],
					registration: 'app',
					outputMode: 'perOrder',
					...parameters,
				},
				webhookId: randomUUID(),
				credentials: credentials(credentialId),
			}),
		],
		connections: {},
		settings: { executionOrder: 'v1' },
	};
}

/** A webhook that hands its JSON to the action node and answers with the items that come out of it. */
export function sendWorkflow(
	parameters: Record<string, unknown>,
	credentialId: string,
): WorkflowFile {
	const path = randomUUID();
	return {
		name: 'e2e send',
		nodes: [
			node('Webhook', 'n8n-nodes-base.webhook', 2.1, {
				parameters: {
					httpMethod: 'POST',
					path,
					responseMode: 'lastNode',
					responseData: 'allEntries',
					options: {},
				},
				webhookId: path,
			}),
			node(ACTION, `${PACKAGE_NAME}.whatsAppCommerce`, 1, {
				parameters: { resource: 'productMessage', ...parameters },
				credentials: credentials(credentialId),
			}),
		],
		connections: { Webhook: { main: [[{ node: ACTION, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}

/** A resource locator in which the id was typed. */
export function byId(value: string) {
	return { __rl: true, mode: 'id', value };
}

function node(
	name: string,
	type: string,
	typeVersion: number,
	more: Pick<WorkflowNode, 'parameters' | 'webhookId' | 'credentials'>,
): WorkflowNode {
	return { id: randomUUID(), name, type, typeVersion, position: [0, 0], ...more };
}

function credentials(id: string) {
	return { whatsAppCommerceApi: { id, name: 'WhatsApp sandbox' } };
}
