import { cornerShopProducts } from '../../sandbox/world/shop/cornerShop.mts';
import {
	BUSINESS_ACCOUNT,
	CATALOG_IDS,
	CUSTOMERS,
	PHONE_NUMBERS,
	type Customer,
} from '../../sandbox/world/shop/world.mts';
import { outputOf, waitForExecutions } from '../support/n8n/executions.mts';
import { credentialId, n8n, publishWorkflow, sandbox } from '../support/n8n/host.mts';
import { only } from '../support/n8n/sandboxClient.mts';
import { TRIGGER, triggerWorkflow } from '../support/n8n/workflows.mts';

const [pablo, , robin] = CUSTOMERS as [Customer, Customer, Customer];
const PRICES = new Map(cornerShopProducts().map(({ sku, priceMinor }) => [sku, priceMinor]));

/** In cents, from the shop's own list. */
const priceOf = (sku: string) => PRICES.get(sku) ?? NaN;

describe('an order', () => {
	it('runs the workflow with every field of the contract and exact totals', async () => {
		const workflow = await publishWorkflow(triggerWorkflow({}, credentialId));
		const cart = [
			{ sku: 'BAK-SOURDOUGH', quantity: 2 },
			{ sku: 'DAI-GRUYERE', quantity: 3 },
			{ sku: 'TEA/EG 50+5', quantity: 1 },
		];

		const { orderId } = await sandbox.orders(pablo.phone ?? '', {
			lines: cart,
			note: 'Bitte läuten / ring twice',
		});

		const execution = only(await waitForExecutions(n8n, workflow.id, 1));
		expect(execution).toMatchObject({ status: 'success', mode: 'webhook' });
		const totalMinor = cart.reduce((sum, { sku, quantity }) => sum + priceOf(sku) * quantity, 0);
		expect(only(await outputOf(n8n, execution, TRIGGER))).toMatchObject({
			event: 'order',
			orderId,
			placedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/),
			customer: {
				key: pablo.userId,
				phone: `+${pablo.phone}`,
				userId: pablo.userId,
				username: pablo.username,
				name: pablo.name,
			},
			phoneNumberId: PHONE_NUMBERS[0]?.id,
			businessAccountId: BUSINESS_ACCOUNT.id,
			catalogId: CATALOG_IDS.cornerShop,
			note: 'Bitte läuten / ring twice',
			lines: cart.map(({ sku, quantity }, index) => ({
				line: index + 1,
				sku,
				quantity,
				unitPrice: priceOf(sku) / 100,
				currency: 'USD',
				lineTotal: (priceOf(sku) * quantity) / 100,
				lineTotalMinor: priceOf(sku) * quantity,
			})),
			lineCount: 3,
			unitCount: 6,
			currency: 'USD',
			total: totalMinor / 100,
			totalMinor,
			totalText: `${(totalMinor / 100).toFixed(2)} USD`,
			mixedCurrency: false,
			totals: [{ currency: 'USD', total: totalMinor / 100, totalMinor }],
		});
	});

	it('keeps yen whole, dinars to three places, and adds up no two currencies', async () => {
		const workflow = await publishWorkflow(triggerWorkflow({}, credentialId));

		await sandbox.orders(pablo.phone ?? '', {
			lines: [
				{ sku: 'MATCHA', quantity: 3, price: 1200, currency: 'JPY' },
				{ sku: 'DATES', quantity: 7, price: 0.115, currency: 'BHD' },
			],
		});

		const [execution] = await waitForExecutions(n8n, workflow.id, 1);
		expect(execution && only(await outputOf(n8n, execution, TRIGGER))).toMatchObject({
			mixedCurrency: true,
			currency: null,
			total: null,
			totalMinor: null,
			totalText: null,
			totals: expect.arrayContaining([
				{ currency: 'JPY', total: 3600, totalMinor: 3600 },
				{ currency: 'BHD', total: 0.805, totalMinor: 805 },
			]),
		});
	});

	it('gives one item per line when asked to, from a customer without a phone number', async () => {
		const workflow = await publishWorkflow(
			triggerWorkflow({ outputMode: 'perLine' }, credentialId),
		);

		const { orderId } = await sandbox.orders(robin.userId, {
			lines: [
				{ sku: 'BAK-RYE', quantity: 1 },
				{ sku: 'BAK-BAGEL', quantity: 4 },
			],
		});

		const [execution] = await waitForExecutions(n8n, workflow.id, 1);
		const items = execution ? await outputOf(n8n, execution, TRIGGER) : [];
		const customer = expect.objectContaining({
			key: robin.userId,
			phone: null,
			username: 'robin.example',
		});
		expect(items).toEqual([
			expect.objectContaining({ orderId, customer, line: 1, sku: 'BAK-RYE', quantity: 1 }),
			expect.objectContaining({ orderId, customer, line: 2, sku: 'BAK-BAGEL', quantity: 4 }),
		]);
	});
});

describe('what a customer writes', () => {
	it('runs a workflow that wants it, and none that wants orders only', async () => {
		const workflow = await publishWorkflow(
			triggerWorkflow({ events: ['textMessage'] }, credentialId),
		);

		const { messageId } = await sandbox.writes(pablo.phone ?? '', 'menu, bitte 🙂');
		await sandbox.orders(pablo.phone ?? '', { lines: [{ sku: 'BAK-RYE', quantity: 1 }] });
		await sandbox.writes(pablo.phone ?? '', 'thanks');

		const [first, second, ...more] = await waitForExecutions(n8n, workflow.id, 2);
		expect(more).toEqual([]);
		expect(first && only(await outputOf(n8n, first, TRIGGER))).toMatchObject({
			event: 'textMessage',
			messageId,
			text: 'menu, bitte 🙂',
			customer: { key: pablo.userId, phone: `+${pablo.phone}` },
			phoneNumberId: PHONE_NUMBERS[0]?.id,
		});
		expect(second && only(await outputOf(n8n, second, TRIGGER))).toMatchObject({ text: 'thanks' });
	});
});
