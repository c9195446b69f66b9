import { createHmac, randomUUID } from 'node:crypto';
import { sandboxCredential } from '../../tools/start/demo.mts';
import { createCredential, type WorkflowFile } from '../../tools/n8n/n8nApi.mts';
import { cornerShopProducts } from '../../sandbox/world/shop/cornerShop.mts';
import {
	APP,
	BUSINESS_ACCOUNT,
	CATALOG_IDS,
	CUSTOMERS,
	PHONE_NUMBERS,
	TOKENS,
	type Customer,
} from '../../sandbox/world/shop/world.mts';
import { executionsOf, outputOf, waitForExecutions } from '../support/n8n/executions.mts';
import { credentialId, n8n, publishWorkflow, sandbox, webhookUrl } from '../support/n8n/host.mts';
import { only } from '../support/n8n/sandboxClient.mts';
import { TRIGGER, triggerWorkflow } from '../support/n8n/workflows.mts';

const [pablo] = CUSTOMERS as [Customer];
const phone = pablo.phone ?? '';

/** A node behind each output, which hands on what comes. */
function withNodeBehindEach(workflow: WorkflowFile, names: string[]): WorkflowFile {
	const behind = names.map((name) => ({
		id: randomUUID(),
		name,
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [200, 0],
		parameters: {},
	}));
	const main = names.map((name) => [{ node: name, type: 'main', index: 0 }]);
	return {
		...workflow,
		nodes: [...workflow.nodes, ...behind],
		connections: { [TRIGGER]: { main } },
	};
}

it('each event leaves by the output of its own', async () => {
	const names = ['Orders', 'Questions', 'Texts', 'Rest'];
	const events = ['order', 'productQuestion', 'textMessage'];
	const workflow = await publishWorkflow(
		withNodeBehindEach(triggerWorkflow({ events, outputs: 'perEvent' }, credentialId), names),
	);

	await sandbox.writes(phone, 'menu');
	await sandbox.asks(phone, 'BAK-RYE', 'Is it fresh?');
	await sandbox.orders(phone, { lines: [{ sku: 'BAK-RYE', quantity: 1 }] });
	await sandbox.delivers(signedOdd, 'valid');

	const runs = await waitForExecutions(n8n, workflow.id, 4);
	const came = await Promise.all(
		runs.map(async (run) => {
			const outputs = await Promise.all(
				names.map(async (name) =>
					(await outputOf(n8n, run, name)).map(({ event }) => [name, event]),
				),
			);
			return outputs.flat(2).join(': ');
		}),
	);
	expect(came).toEqual([
		'Texts: textMessage',
		'Questions: productQuestion',
		'Orders: order',
		'Rest: unrecognized',
	]);
});

it('a message that fails comes with the words of a refused send', async () => {
	const workflow = await publishWorkflow(
		triggerWorkflow({ events: ['messageFailed'] }, credentialId),
	);
	await sandbox.troubles({ window: 'closed', windowClosedHow: 'late' });

	const messageId = await sendProduct();

	const [run] = await waitForExecutions(n8n, workflow.id, 1);
	expect(run && only(await outputOf(n8n, run, TRIGGER))).toMatchObject({
		event: 'messageFailed',
		messageId,
		code: 131047,
		whatHappened: 'The 24-hour window of this chat is closed',
		customer: { phone: `+${phone}` },
		phoneNumberId: PHONE_NUMBERS[0]?.id,
	});
});

it('an order comes with what the catalog knows, and only the one that a filter lets through', async () => {
	const workflow = await publishWorkflow(
		triggerWorkflow({ options: { enrich: true, filterSkus: 'BAK-RYE' } }, credentialId),
	);
	const rye = cornerShopProducts().find(({ sku }) => sku === 'BAK-RYE');

	await sandbox.orders(phone, { lines: [{ sku: 'DAI-GRUYERE', quantity: 1 }] });
	await sandbox.orders(phone, { lines: [{ sku: 'BAK-RYE', quantity: 1, price: 1 }] });

	const runs = await waitForExecutions(n8n, workflow.id, 1);
	expect(only(await outputOf(n8n, only(runs), TRIGGER))).toMatchObject({
		enriched: true,
		lines: [
			{
				sku: 'BAK-RYE',
				unitPrice: 1,
				name: rye?.name,
				currentPrice: (rye?.priceMinor ?? NaN) / 100,
				availability: 'in stock',
				priceChanged: true,
			},
		],
	});
});

it('a new app secret works at once, and the old one no longer', async () => {
	const details = sandboxCredential(sandbox.url);
	const own = await createCredential(n8n, details);
	const verifyToken = randomUUID();
	const workflow = await publishWorkflow(
		triggerWorkflow({ registration: 'manual', verifyToken }, own),
	);
	const deliver = async (id: string, secret: string) => {
		const body = JSON.stringify(orderWebhook(id));
		const signature = createHmac('sha256', secret).update(body).digest('hex');
		const headers = {
			'content-type': 'application/json',
			'x-hub-signature-256': `sha256=${signature}`,
		};
		return (await fetch(webhookUrl(workflow), { method: 'POST', headers, body })).status;
	};

	expect(await deliver('wamid.OLD', APP.secret)).toBe(200);
	await n8n.patch(`/rest/credentials/${own}`, {
		...details,
		data: { ...details.data, appSecret: 'rotated' },
	});
	expect(await deliver('wamid.NEW', 'rotated')).toBe(200);
	expect(await deliver('wamid.LATE', APP.secret)).toBe(401);

	await waitForExecutions(n8n, workflow.id, 2);
	expect(await executionsOf(n8n, workflow.id)).toHaveLength(2);
});

const orderWebhook = (id: string, items: unknown = []) => ({
	object: 'whatsapp_business_account',
	entry: [
		{
			id: BUSINESS_ACCOUNT.id,
			changes: [
				{
					field: 'messages',
					value: {
						metadata: { phone_number_id: PHONE_NUMBERS[0]?.id },
						messages: [
							{
								from: phone,
								id,
								timestamp: '1795300000',
								type: 'order',
								order: { catalog_id: CATALOG_IDS.cornerShop, product_items: items },
							},
						],
					},
				},
			],
		},
	],
});
const signedOdd = orderWebhook('wamid.ODD', 'none');

/** As another program would: what fails need not come from this package. */
async function sendProduct(): Promise<string> {
	const response = await fetch(`${sandbox.url}/v26.0/${PHONE_NUMBERS[0]?.id}/messages`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${TOKENS.full.value}`,
			'content-type': 'application/json',
		},
		body: JSON.stringify({
			messaging_product: 'whatsapp',
			to: `+${phone}`,
			type: 'interactive',
			interactive: {
				type: 'product',
				action: { catalog_id: CATALOG_IDS.cornerShop, product_retailer_id: 'BAK-RYE' },
			},
		}),
	});
	const { messages } = (await response.json()) as { messages: Array<{ id: string }> };
	return messages[0]?.id ?? 'none';
}
