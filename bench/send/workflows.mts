/** The same send in three nodes: ours, n8n's own WhatsApp node, and HTTP Request. */
import { randomUUID } from 'node:crypto';
import type { WorkflowFile } from '../../tools/n8n/n8nApi.mts';
import { PACKAGE_NAME } from '../../tools/n8n/installPackage.mts';
import { CATALOG_IDS, PHONE_NUMBERS } from '../../sandbox/world/shop/world.mts';
import { META, type BenchHost } from './host.mts';

export const SENDERS = ['ours', 'built-in WhatsApp', 'HTTP Request'] as const;
export type Sender = (typeof SENDERS)[number];

/** The name of the node that is measured. */
export const MEASURED = 'Send';

const NUMBER = PHONE_NUMBERS[0]!.id;
const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** A webhook with a list of recipients, and the node. */
export function sendWorkflow(
	sender: Sender,
	host: BenchHost,
	text: string,
	options: object,
): WorkflowFile {
	const path = randomUUID();
	const node = (
		name: string,
		type: string,
		typeVersion: number,
		parameters: object,
		more = {},
	) => ({
		id: randomUUID(),
		name,
		type,
		typeVersion,
		position: [0, 0],
		parameters: parameters as Record<string, unknown>,
		...more,
	});
	const webhook = { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'noData' };
	return {
		name: `bench ${sender}`,
		nodes: [
			node(
				'Webhook',
				'n8n-nodes-base.webhook',
				2.1,
				{ ...webhook, options: {} },
				{ webhookId: path },
			),
			node('Split', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.items', options: {} }),
			{ ...measured(sender, host, text, options, node), onError: 'continueRegularOutput' },
		],
		connections: {
			Webhook: { main: [[{ node: 'Split', type: 'main', index: 0 }]] },
			Split: { main: [[{ node: MEASURED, type: 'main', index: 0 }]] },
		},
		settings: { executionOrder: 'v1', executionTimeout: -1 },
	};
}

type NodeOf = (
	name: string,
	type: string,
	version: number,
	parameters: object,
	more?: object,
) => WorkflowFile['nodes'][number];

function measured(sender: Sender, host: BenchHost, text: string, options: object, node: NodeOf) {
	const builtIn = { credentials: { whatsAppApi: { id: host.builtIn, name: 'Built-in WhatsApp' } } };
	switch (sender) {
		case 'ours':
			return node(
				MEASURED,
				`${PACKAGE_NAME}.whatsAppCommerce`,
				1,
				{
					resource: 'productMessage',
					operation: 'sendSingleProduct',
					phoneNumberId: byId(NUMBER),
					recipient: '={{ $json.to }}',
					catalogId: byId(CATALOG_IDS.cornerShop),
					productRetailerId: byId('BAK-RYE'),
					bodyText: text,
					options,
				},
				{ credentials: { whatsAppCommerceApi: { id: host.ours, name: 'WhatsApp sandbox' } } },
			);
		case 'built-in WhatsApp':
			return node(
				MEASURED,
				'n8n-nodes-base.whatsApp',
				1.1,
				{
					resource: 'message',
					operation: 'send',
					phoneNumberId: NUMBER,
					recipientPhoneNumber: '={{ $json.to }}',
					messageType: 'text',
					textBody: text,
					additionalFields: {},
				},
				builtIn,
			);
		default:
			return node(
				MEASURED,
				'n8n-nodes-base.httpRequest',
				4.3,
				{
					method: 'POST',
					url: `https://${META}/v26.0/${NUMBER}/messages`,
					authentication: 'predefinedCredentialType',
					nodeCredentialType: 'whatsAppApi',
					sendBody: true,
					specifyBody: 'json',
					jsonBody:
						'={{ { messaging_product: "whatsapp", to: $json.to, type: "interactive", interactive: { type: "product", body: { text: ' +
						(text.startsWith('=') ? '$json.number' : JSON.stringify(text)) +
						' }, action: { catalog_id: "' +
						CATALOG_IDS.cornerShop +
						'", product_retailer_id: "BAK-RYE" } } } }}',
					options: {},
				},
				builtIn,
			);
	}
}
