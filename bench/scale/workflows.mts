import { randomUUID } from 'node:crypto';
import type { SavedWorkflow, WorkflowFile, WorkflowNode } from '../../tools/n8n/n8nApi.mts';
import { CATALOG_IDS, PHONE_NUMBERS } from '../../sandbox/world/shop/world.mts';
import {
	ACTION,
	byId,
	sendWorkflow as webhookAndSend,
	TRIGGER,
	triggerWorkflow,
} from '../../test/support/n8n/workflows.mts';
import type { Cluster } from './cluster/cluster.mts';

/** The node that only new orders reach. */
export const PASSED = 'Passed';

/** What stands between the trigger and the rest of the workflow. */
export type Guard = 'none' | 'removeDuplicates' | 'redis';

/** The trigger, with its URL pasted at Meta by hand; then a guard, if any, and a node that does nothing. */
export function orderWorkflow({ credentials }: Cluster, guard: Guard = 'none'): WorkflowFile {
	const parameters = { registration: 'manual', verifyToken: randomUUID() };
	const workflow = triggerWorkflow(parameters, credentials.whatsAppCommerceApi!);
	const guards: Record<Guard, WorkflowNode[]> = {
		none: [],
		removeDuplicates: [removeDuplicates()],
		redis: redisCounter(credentials.redis!),
	};
	const behind = [...guards[guard], node(PASSED, 'noOp', 1, {})];
	workflow.name = `scale orders, guard ${guard}`;
	workflow.nodes.push(...behind);
	let before = TRIGGER;
	for (const { name } of behind) {
		workflow.connections[before] = { main: [[{ node: name, type: 'main', index: 0 }]] };
		before = name;
	}
	return workflow;
}

/** A webhook that takes a list of recipients and answers at once, and our node for all of them. */
export function sendWorkflow({ credentials }: Cluster, options: object): WorkflowFile {
	const workflow = webhookAndSend(
		{
			operation: 'sendSingleProduct',
			phoneNumberId: byId(PHONE_NUMBERS[0]!.id),
			recipient: '={{ $json.to }}',
			catalogId: byId(CATALOG_IDS.cornerShop),
			productRetailerId: byId('BAK-RYE'),
			options: { unavailableProducts: 'send', ...options },
		},
		credentials.whatsAppCommerceApi!,
	);
	const [webhook, action] = workflow.nodes;
	webhook!.parameters.responseMode = 'onReceived';
	action!.onError = 'continueRegularOutput';
	workflow.name = 'scale messages';
	workflow.nodes.push(node('Split', 'splitOut', 1, { fieldToSplitOut: 'body.items', options: {} }));
	workflow.connections = {
		Start: { main: [[{ node: 'Split', type: 'main', index: 0 }]] },
		Split: { main: [[{ node: ACTION, type: 'main', index: 0 }]] },
	};
	return workflow;
}

/** Where a workflow's first node listens, without the host. */
export function pathOf({ nodes: [first] }: SavedWorkflow): string {
	const { parameters, webhookId } = first!;
	return typeof parameters.path === 'string'
		? `/webhook/${parameters.path}`
		: `/webhook/${webhookId}/webhook`;
}

/** n8n's own node for what came in earlier runs. */
const removeDuplicates = (): WorkflowNode =>
	node('Remove Duplicates', 'removeDuplicates', 2, {
		operation: 'removeItemsSeenInPreviousExecutions',
		logic: 'removeItemsWithAlreadySeenKeyValues',
		dedupeValue: '={{ $json.orderId }}',
		options: { scope: 'node', historySize: 10_000 },
	});

/** Redis counts in one step: only the first of all runs gets a 1. Meta repeats for 7 days (facts 2.7). */
const redisCounter = (id: string): WorkflowNode[] => [
	{
		...node('Count', 'redis', 1, {
			operation: 'incr',
			key: '=order:{{ $json.orderId }}',
			expire: true,
			ttl: 8 * 24 * 60 * 60,
		}),
		credentials: { redis: { id, name: 'Redis' } },
	},
	node('First Time Only', 'filter', 2.2, {
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
			combinator: 'and',
			conditions: [
				{
					id: randomUUID(),
					leftValue: '={{ Object.values($json)[0] }}',
					rightValue: 1,
					operator: { type: 'number', operation: 'equals' },
				},
			],
		},
		options: {},
	}),
];

const node = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: Record<string, unknown>,
): WorkflowNode => ({
	id: randomUUID(),
	name,
	type: `n8n-nodes-base.${type}`,
	typeVersion,
	position: [0, 0],
	parameters,
});
