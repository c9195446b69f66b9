import { CATALOG_IDS, CUSTOMERS, PHONE_NUMBERS } from '../../sandbox/world/shop/world.mts';
import { credentialId, publishWorkflow, runWorkflow, sandbox } from '../support/n8n/host.mts';
import { only } from '../support/n8n/sandboxClient.mts';
import { byId, sendWorkflow } from '../support/n8n/workflows.mts';

const SENDER = PHONE_NUMBERS[0]?.id ?? '';
const common = {
	phoneNumberId: byId(SENDER),
	recipient: '={{ $json.body.recipient }}',
	catalogId: byId(CATALOG_IDS.cornerShop),
};

describe('Send Single Product', () => {
	it('reaches the sandbox as Meta documents it, and gives out what was accepted', async () => {
		const workflow = await publishWorkflow(
			sendWorkflow(
				{
					...common,
					operation: 'sendSingleProduct',
					productRetailerId: byId('BAK-SOURDOUGH'),
					bodyText: 'Still warm: {{ not an expression }} 🍞',
					footerText: 'Until noon',
					options: { trackingData: 'campaign-7' },
				},
				credentialId,
			),
		);

		const { status, body } = await runWorkflow(workflow, { recipient: '0049 176 04069011' });

		expect(status).toBe(200);
		const sent = only(await sandbox.messages());
		expect(sent.payload).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			to: '+4917604069011',
			biz_opaque_callback_data: 'campaign-7',
			type: 'interactive',
			interactive: {
				type: 'product',
				body: { text: 'Still warm: {{ not an expression }} 🍞' },
				footer: { text: 'Until noon' },
				action: { catalog_id: CATALOG_IDS.cornerShop, product_retailer_id: 'BAK-SOURDOUGH' },
			},
		});
		expect(sent).toMatchObject({
			fate: 'delivered',
			phoneNumberId: SENDER,
			customer: CUSTOMERS[1]?.userId,
		});
		expect(body).toEqual([
			{
				messageId: sent.id,
				status: 'accepted',
				recipient: { input: '0049 176 04069011', phone: '+4917604069011', userId: null },
				catalogId: CATALOG_IDS.cornerShop,
				products: ['BAK-SOURDOUGH'],
				dropped: [],
				matched: [],
				checked: true,
				part: 1,
				parts: 1,
				trackingData: 'campaign-7',
			},
		]);
	});
});

describe('Send Multi-Product', () => {
	const list = {
		...common,
		operation: 'sendMultiProduct',
		headerText: 'Fresh today',
		bodyText: 'Put what you like into the cart.',
	};

	it('sends picked and pasted products, in their order, to a customer without a phone number', async () => {
		const workflow = await publishWorkflow(
			sendWorkflow(
				{
					...list,
					productSource: 'sections',
					sections: {
						section: [
							{
								title: 'Bread',
								products: {
									product: [
										{ productRetailerId: byId('BAK-RYE') },
										{
											productRetailerId: {
												__rl: true,
												mode: 'list',
												value: 'BAK-BAGEL',
												cachedResultName: 'Sesame Bagel',
											},
										},
									],
								},
								skus: 'BAK-SOURDOUGH; BAK-BRIOCHE',
							},
							{ title: 'Tea', products: {}, skus: 'TEA/EG 50+5\nCAFÉ-DECAF' },
						],
					},
				},
				credentialId,
			),
		);

		await runWorkflow(workflow, { recipient: CUSTOMERS[2]?.userId });

		expect(only(await sandbox.messages()).payload).toEqual({
			messaging_product: 'whatsapp',
			recipient_type: 'individual',
			recipient: CUSTOMERS[2]?.userId,
			type: 'interactive',
			interactive: {
				type: 'product_list',
				header: { type: 'text', text: 'Fresh today' },
				body: { text: 'Put what you like into the cart.' },
				action: {
					catalog_id: CATALOG_IDS.cornerShop,
					sections: [
						{
							title: 'Bread',
							product_items: ['BAK-RYE', 'BAK-BAGEL', 'BAK-SOURDOUGH', 'BAK-BRIOCHE'].map(item),
						},
						{ title: 'Tea', product_items: ['TEA/EG 50+5', 'CAFÉ-DECAF'].map(item) },
					],
				},
			},
		});
	});

	it('takes the sections as JSON from an earlier node', async () => {
		const workflow = await publishWorkflow(
			sendWorkflow(
				{ ...list, productSource: 'json', sectionsJson: '={{ $json.body.sections }}' },
				credentialId,
			),
		);

		await runWorkflow(workflow, {
			recipient: `+${CUSTOMERS[0]?.phone}`,
			sections: [{ title: 'Bread', skus: ['BAK-RYE', 'BAK-BAGEL'] }],
		});

		const { payload, products } = only(await sandbox.messages());
		expect(payload).toMatchObject({ to: `+${CUSTOMERS[0]?.phone}` });
		expect(products).toEqual(['BAK-RYE', 'BAK-BAGEL']);
	});

	it('says in words why Meta refused', async () => {
		const workflow = sendWorkflow(
			{
				...list,
				productSource: 'json',
				sectionsJson: '[{ "title": "Bread", "skus": ["NOT-IN-THE-CATALOG"] }]',
				// Without asking the catalog before: the refusal shall come from Meta.
				options: { unavailableProducts: 'send' },
			},
			credentialId,
		);
		workflow.nodes = workflow.nodes.map((node) => ({ ...node, onError: 'continueRegularOutput' }));

		const { body } = await runWorkflow(await publishWorkflow(workflow), {
			recipient: '+16505551234',
		});

		expect(JSON.stringify(body)).toMatch(/131009/);
		expect(JSON.stringify(body)).toMatch(/Products not found in FB Catalog/);
		expect(await sandbox.messages()).toEqual([]);
	});
});

function item(sku: string) {
	return { product_retailer_id: sku };
}
