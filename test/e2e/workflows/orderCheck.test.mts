import { CATALOG_IDS, CUSTOMERS, type Customer } from '../../../sandbox/world/shop/world.mts';
import type { SavedWorkflow, WorkflowFile } from '../../../tools/n8n/n8nApi.mts';
import { cart, delivery, line } from '../../support/fixtures/deliveries';
import { deleteTable, rowsOf } from '../../support/n8n/dataTables.mts';
import { publishExample, runFrom, textOf } from '../../support/n8n/examples.mts';
import { waitForExecutions } from '../../support/n8n/executions.mts';
import { n8n, sandbox, unpublishWorkflow } from '../../support/n8n/host.mts';
import { only, type OrderRequest } from '../../support/n8n/sandboxClient.mts';

/** Up to nine runs each, on a machine that may be busy. */
jest.setTimeout(180_000);

const TABLE = 'WhatsApp checked orders';
const [pablo, , robin] = CUSTOMERS as [Customer, Customer, Customer];
const phone = pablo.phone ?? '';

let workflow: SavedWorkflow;
let runs: number;

beforeEach(async () => {
	await deleteTable(TABLE);
	workflow = await publishExample('order-check');
	expect(await runFrom(workflow, 'Click once to create the table')).toMatchObject({
		status: 'success',
	});
	runs = 1;
});

/** Waits until the workflow has dealt with what a customer did. */
async function dealtWith<T>(act: Promise<T>): Promise<T> {
	const done = await act;
	const executions = await waitForExecutions(n8n, workflow.id, ++runs);
	expect(executions.map(({ status }) => status)).toEqual(executions.map(() => 'success'));
	return done;
}

const order = async (customer: string, lines: OrderRequest['lines'], note = '') =>
	await dealtWith(sandbox.orders(customer, { lines, note }));

const askedAbout = async (price: number) =>
	await order(phone, [{ sku: 'BAK-RYE', quantity: 2, price }]);

/** The same workflow with something in its text changed. */
async function publishWith(text: string, instead: string): Promise<void> {
	await unpublishWorkflow(workflow);
	workflow = await publishExample('order-check', (file) => {
		const whole = JSON.stringify(file);
		expect(whole).toContain(text);
		return JSON.parse(whole.replaceAll(text, instead)) as WorkflowFile;
	});
	runs = 0;
}

/** A cart whose products were sold on its way: the sandbox lets nobody order what is not there. */
const orderedBefore = async (id: string, lines: object[]) =>
	await dealtWith(sandbox.delivers(delivery([cart(lines, { id })]), 'valid'));

describe('the example "order-check"', () => {
	it('confirms an order that is as the catalog has it, once, also without a phone number', async () => {
		await sandbox.troubles({ deliveries: 'twice' });
		const { orderId } = await order(
			robin.userId,
			[
				{ sku: 'BAK-RYE', quantity: 2 },
				{ sku: 'TEA-MINT', quantity: 1 },
			],
			'Ring twice }}',
		);

		const message = only(await sandbox.messages());
		expect(message).toMatchObject({
			customer: robin.userId,
			fate: 'delivered',
			payload: { recipient: robin.userId, context: { message_id: orderId } },
		});
		expect(textOf(message)).toBe(
			[
				'Thank you, Robin Example! Your order is confirmed:',
				'2 × Dark Rye Loaf',
				'1 × Peppermint Tea, 25 bags',
				'Total: 16.90 USD',
				'Your note: Ring twice }}',
			].join('\n'),
		);
		expect(await rowsOf(TABLE)).toEqual([
			expect.objectContaining({ orderId, status: 'confirmed', total: '16.90 USD' }),
		]);
	});

	it('confirms what has become cheaper, at the lower price', async () => {
		await order(phone, [{ sku: 'BAK-RYE', quantity: 2, price: 7 }]);

		expect(textOf(only(await sandbox.messages()))).toContain(
			'Total: 12.40 USD instead of 14.00 USD, since prices have fallen',
		);
	});

	it.each([
		['Yes, please', 'confirmed', 'Thank you! Your order is confirmed: 17.20 USD.'],
		['no', 'canceled', 'All right, we have canceled this order. Write to us any time.'],
	])('asks when a price has risen, and understands "%s"', async (words, status, answer) => {
		const { orderId } = await order(phone, [
			{ sku: 'BAK-RYE', quantity: 2, price: 5.5 },
			{ sku: 'DAI-BUTTER', quantity: 1 },
		]);

		expect(textOf(only(await sandbox.messages()))).toBe(
			[
				'Thank you, Pablo Morales! Something has changed since you filled your cart:',
				'• Dark Rye Loaf was ordered at 5.50 USD and costs 6.20 USD now.',
				'Your order comes to 17.20 USD instead of 15.80 USD.',
				'Shall we go ahead? Please answer YES or NO.',
			].join('\n'),
		);
		expect(await rowsOf(TABLE)).toMatchObject([{ status: 'waiting for the customer' }]);

		// Nothing is read into what is neither a plain yes nor a plain no, nor into what somebody else says.
		for (const unclear of [
			'Yes, but without the rye',
			'Ok?',
			'Ok, thank you! See you tomorrow',
			"N'oubliez pas le pain!",
			'Y a-t-il du beurre ?',
			'Yes не надо',
		]) {
			await dealtWith(sandbox.writes(phone, unclear));
		}
		await dealtWith(sandbox.writes(robin.userId, words));
		expect(await sandbox.messages()).toHaveLength(1);

		await dealtWith(sandbox.writes(phone, words));
		// The second time there is no question any more.
		await dealtWith(sandbox.writes(phone, words));
		const [, second, ...more] = await sandbox.messages();
		expect(more).toEqual([]);
		expect(second).toMatchObject({
			customer: pablo.userId,
			payload: { context: { message_id: orderId }, text: { body: answer } },
		});
		expect(await rowsOf(TABLE)).toMatchObject([{ orderId, status }]);
	});

	it('asks when fewer are in stock, and keeps what can be delivered', async () => {
		await sandbox.editProduct(CATALOG_IDS.cornerShop, 'HOU-MUG-GOLD', { quantityToSell: 2 });
		await order(phone, [
			{ sku: 'HOU-MUG-GOLD', quantity: 3 },
			{ sku: 'BAK-RYE', quantity: 1 },
		]);

		expect(textOf(only(await sandbox.messages()))).toBe(
			[
				'Thank you, Pablo Morales! Something has changed since you filled your cart:',
				'• Magic Mug (Gold) has 2 in stock of the 3 that were ordered.',
				'Your order comes to 36.00 USD instead of 50.90 USD.',
				'Shall we go ahead? Please answer YES or NO.',
			].join('\n'),
		);
		expect(await rowsOf(TABLE)).toMatchObject([
			{
				status: 'waiting for the customer',
				lines:
					'[{"sku":"HOU-MUG-GOLD","quantity":2,"unitPrice":14.9,"currency":"USD"},{"sku":"BAK-RYE","quantity":1,"unitPrice":6.2,"currency":"USD"}]',
			},
		]);
	});

	it('drops its question when the customer sends a new cart instead of an answer', async () => {
		const asked = await askedAbout(5.5);
		const confirmed = await order(phone, [{ sku: 'TEA-MINT', quantity: 1 }]);
		await dealtWith(sandbox.writes(phone, 'Ok'));

		expect(await sandbox.messages()).toHaveLength(2);
		expect(await rowsOf(TABLE)).toMatchObject([
			{ orderId: asked.orderId, status: 'replaced' },
			{ orderId: confirmed.orderId, status: 'confirmed' },
		]);
	});

	it('understands the answer to the latest question only', async () => {
		await askedAbout(5.5);
		const latest = await askedAbout(5);
		await dealtWith(sandbox.writes(phone, 'Yes 👍🏽'));
		await dealtWith(sandbox.writes(phone, 'Yes'));

		expect(await sandbox.messages()).toHaveLength(3);
		expect(await rowsOf(TABLE)).toMatchObject([
			{ status: 'replaced' },
			{ orderId: latest.orderId, status: 'confirmed' },
		]);
	});

	it('takes no answer to a question that is too old', async () => {
		await publishWith('minus({ hours: 24 })', 'minus({ seconds: 0 })');
		await askedAbout(5.5);
		await dealtWith(sandbox.writes(phone, 'Yes'));

		expect(await sandbox.messages()).toHaveLength(1);
		expect(await rowsOf(TABLE)).toMatchObject([{ status: 'waiting for the customer' }]);
	});

	it('lets a person look when the catalog cannot be read', async () => {
		await publishWith(CATALOG_IDS.cornerShop, '99999');
		const { orderId } = await order(robin.userId, [{ sku: 'BAK-RYE', quantity: 2 }], 'Ring twice');

		expect(only(await sandbox.messages())).toMatchObject({
			customer: robin.userId,
			payload: { context: { message_id: orderId } },
		});
		expect(textOf(only(await sandbox.messages()))).toBe(
			'Thank you, Robin Example! We have your order. A colleague looks at it and writes to you soon.',
		);
		expect(await rowsOf(TABLE)).toEqual([
			expect.objectContaining({
				orderId,
				customerKey: robin.userId,
				status: 'for a person',
				lines: '[{"sku":"BAK-RYE","quantity":2,"unitPrice":6.2,"currency":"USD"}]',
				note: 'Ring twice',
				explanation: expect.stringContaining('catalog'),
			}),
		]);
	});

	it('offers the nearest products when one is sold out, quoting the order', async () => {
		const orderId = 'wamid.SOLDOUT';
		await orderedBefore(orderId, [
			line({ product_retailer_id: 'BAK-BAGUETTE', quantity: 3, item_price: 3.2 }),
			line({ product_retailer_id: 'BAK-RYE', quantity: 1, item_price: 6.2 }),
		]);

		const message = only(await sandbox.messages());
		expect(message).toMatchObject({
			customer: pablo.userId,
			fate: 'delivered',
			products: ['BAK-PAIN-CHOC', 'BAK-RYE'],
			payload: { context: { message_id: orderId } },
		});
		expect(JSON.stringify(message.payload)).toContain('Sorry, Pablo, we cannot deliver: Baguette.');
		expect(await rowsOf(TABLE)).toMatchObject([{ orderId, status: 'substitutes offered' }]);
	});

	it('lets a person look when nothing of it is in the catalog any more', async () => {
		const { orderId } = await order(phone, [
			{ sku: 'OLD-1', quantity: 1, price: 3, currency: 'USD' },
		]);

		expect(textOf(only(await sandbox.messages()))).toBe(
			'Thank you, Pablo Morales! What you ordered is no longer in our shop. A colleague writes to you soon.',
		);
		expect(await rowsOf(TABLE)).toMatchObject([{ orderId, status: 'for a person' }]);
	});

	it('lets a person look when no product can stand in', async () => {
		await sandbox.troubles({ productReview: 'rejected' });
		await orderedBefore('wamid.NOTHINGLEFT', [
			line({ product_retailer_id: 'BAK-RYE', item_price: 6.2 }),
		]);

		expect(textOf(only(await sandbox.messages()))).toBe(
			'Thank you, Pablo! Not everything you ordered is there. A colleague writes to you soon.',
		);
		expect(await rowsOf(TABLE)).toMatchObject([{ status: 'for a person' }]);
	});

	it('lets a person look when the order cannot be read', async () => {
		await orderedBefore('wamid.NOPRICE', [
			line({ product_retailer_id: 'BAK-RYE', item_price: 'six' }),
		]);

		expect(textOf(only(await sandbox.messages()))).toBe(
			'Thank you, Pablo! We have your order. A colleague looks at it and writes to you soon.',
		);
		expect(await rowsOf(TABLE)).toMatchObject([{ status: 'for a person' }]);
	});
});
