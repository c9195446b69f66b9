import type { Browser, Page } from 'playwright-core';
import { CATALOG_IDS, CUSTOMERS } from '../../sandbox/world/shop/world.mts';
import { launchChromium } from '../support/browser/chromium.mts';
import { add, messages, openCart, openList } from '../support/browser/customer.mts';
import { outputOf, waitForExecutions } from '../support/n8n/executions.mts';
import { credentialId, n8n, publishWorkflow, runWorkflow, sandbox } from '../support/n8n/host.mts';
import { only } from '../support/n8n/sandboxClient.mts';
import { byId, sendWorkflow, TRIGGER, triggerWorkflow } from '../support/n8n/workflows.mts';

jest.setTimeout(180_000);

const PATIENCE_MS = 40_000;
const [pablo] = CUSTOMERS;

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(async () => await browser?.close());

async function openPhone(): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
	page.setDefaultTimeout(PATIENCE_MS);
	await page.goto(sandbox.url);
	await page.getByRole('link', { name: new RegExp(pablo?.name ?? '') }).click();
	return page;
}

const product = (sku: string) => ({ product_retailer_id: sku });

describe('a reminder to a customer who wrote long ago', () => {
	beforeEach(async () => await sandbox.troubles({ window: 'closed', windowClosedHow: 'sync' }));

	it('goes out as a template, opens on the phone, and brings an order', async () => {
		const orders = await publishWorkflow(triggerWorkflow({}, credentialId));
		const reminder = await publishWorkflow(
			sendWorkflow(
				{
					operation: 'sendProductTemplate',
					phoneNumberId: byId('106540352242922'),
					recipient: `+${pablo?.phone}`,
					templateKind: 'multiProduct',
					template: byId('reorder_reminder/en_US'),
					templateVariables: {
						mappingMode: 'defineBelow',
						value: { header_1: 'Pablo', body_1: 'rye bread', body_2: 'Ana' },
					},
					catalogId: byId(CATALOG_IDS.cornerShop),
					productSource: 'order',
					orders: '={{ $json.body.order }}',
				},
				credentialId,
			),
		);
		const order = {
			placedAt: '2026-11-01T10:00:00.000Z',
			lines: [
				{ sku: 'BAK-RYE', quantity: 2 },
				{ sku: 'TEA-MINT', quantity: 1 },
			],
		};

		const { body } = await runWorkflow(reminder, { order });
		expect(body).toEqual([
			expect.objectContaining({
				status: 'accepted',
				template: 'reorder_reminder/en_US',
				products: ['BAK-RYE', 'TEA-MINT'],
			}),
		]);

		const page = await openPhone();
		await messages(page).filter({ hasText: 'Pablo, running low?' }).waitFor();
		await openList(page, 'Pablo, running low?');
		await add(page, 'Dark Rye Loaf');
		const cart = await openCart(page);
		await cart.getByRole('button', { name: 'Send to business' }).click();
		await messages(page).filter({ hasText: 'View sent cart' }).waitFor();
		await page.close();

		const execution = only(await waitForExecutions(n8n, orders.id, 1));
		expect(await outputOf(n8n, execution, TRIGGER)).toMatchObject([
			{ event: 'order', lines: [expect.objectContaining({ sku: 'BAK-RYE', quantity: 1 })] },
		]);
	});

	it('goes out as the fallback of a product list', async () => {
		const reminder = await publishWorkflow(
			sendWorkflow(
				{
					operation: 'sendMultiProduct',
					phoneNumberId: byId('106540352242922'),
					recipient: `+${pablo?.phone}`,
					headerText: 'Running low?',
					bodyText: 'Put your basket together again.',
					catalogId: byId(CATALOG_IDS.cornerShop),
					sections: { section: [{ title: '', skus: 'BAK-RYE, TEA-MINT' }] },
					options: {
						fallbackTemplate: byId('reorder_reminder/en_US'),
						fallbackVariables: {
							variable: ['header_1', 'body_1', 'body_2'].map((name) => ({ name, value: 'you' })),
						},
					},
				},
				credentialId,
			),
		);

		const { body } = await runWorkflow(reminder, {});
		expect(body).toEqual([
			expect.objectContaining({ fallback: 'windowClosed', products: ['BAK-RYE', 'TEA-MINT'] }),
		]);
		expect(await sandbox.messages()).toEqual([
			expect.objectContaining({ type: 'template', fate: 'delivered' }),
		]);
		expect((await sandbox.messages())[0]?.payload).toMatchObject({
			template: {
				components: expect.arrayContaining([
					expect.objectContaining({
						sub_type: 'mpm',
						parameters: [
							expect.objectContaining({
								action: expect.objectContaining({
									sections: [{ product_items: [product('BAK-RYE'), product('TEA-MINT')] }],
								}),
							}),
						],
					}),
				]),
			},
		});
	});
});
