import { randomUUID } from 'node:crypto';
import type { WorkflowFile, WorkflowNode } from '../../../tools/n8n/n8nApi.mts';
import { PACKAGE_NAME } from '../../../tools/n8n/installPackage.mts';

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

/** A webhook that passes its JSON to the action node and answers with the items that come out. */
export function sendWorkflow(
	parameters: Record<string, unknown>,
	credentialId: string,
): WorkflowFile {
	const path = randomUUID();
	return startingWith('webhook', sendNode(parameters, credentialId), {
		typeVersion: 2.1,
		parameters: {
			httpMethod: 'POST',
			path,
			responseMode: 'lastNode',
			responseData: 'allEntries',
			options: {},
		},
		webhookId: path,
	});
}

/** The action node, for a product message. */
export const sendNode = (parameters: Record<string, unknown>, credentialId: string) =>
	node(ACTION, `${PACKAGE_NAME}.whatsAppCommerce`, 1, {
		parameters: { resource: 'productMessage', ...parameters },
		credentials: credentials(credentialId),
	});

/** A workflow of one of n8n's own triggers and a node behind it. */
export function startingWith(
	trigger: string,
	next: WorkflowNode,
	{
		typeVersion = 1,
		...more
	}: Partial<Pick<WorkflowNode, 'typeVersion' | 'parameters' | 'webhookId'>> = {},
): WorkflowFile {
	return {
		name: 'e2e send',
		nodes: [
			node('Start', `n8n-nodes-base.${trigger}`, typeVersion, { parameters: {}, ...more }),
			next,
		],
		connections: { Start: { main: [[{ node: next.name, type: 'main', index: 0 }]] } },
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
