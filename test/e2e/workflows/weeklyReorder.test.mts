import { CATALOG_IDS, CUSTOMERS, type Customer } from '../../../sandbox/world/shop/world.mts';
import type { SavedWorkflow, WorkflowFile } from '../../../tools/n8n/n8nApi.mts';
import { deleteTable, rowsOf, updateRows } from '../../support/n8n/dataTables.mts';
import { publishExample, runFrom, textOf } from '../../support/n8n/examples.mts';
import { outputOf, waitForExecutions } from '../../support/n8n/executions.mts';
import { n8n, sandbox, unpublishWorkflow } from '../../support/n8n/host.mts';
import type { OrderRequest } from '../../support/n8n/sandboxClient.mts';

/** Several runs each, on a machine that may be busy. */
jest.setTimeout(180_000);

const [pablo, kaethe, robin] = CUSTOMERS as [Customer, Customer, Customer];

const TABLE = 'Customer orders';
const SCHEDULE = 'Every Thursday at nine';
const REMINDED = 'Who was reminded';
const DAY_MS = 24 * 3_600_000;

let workflow: SavedWorkflow;
let orders = 0;
beforeEach(async () => {
	await deleteTable(TABLE);
	workflow = await publishExample('weekly-reorder');
	orders = 0;
	await runFrom(workflow, 'Click once to set up');
});

/** A customer sends a cart, and the workflow has dealt with it. */
async function order(customer: Customer, ...lines: OrderRequest['lines']): Promise<string> {
	const { orderId } = await sandbox.orders(customer.phone ?? customer.userId, { lines });
	orders++;
	await waitForOrders();
	return orderId;
}

/** Runs of the trigger; those of the schedule were started by hand. */
async function waitForOrders(): Promise<void> {
	for (let count = orders; ; count++) {
		const executions = await waitForExecutions(n8n, workflow.id, count);
		if (executions.filter(({ mode }) => mode === 'webhook').length >= orders) return;
	}
}

const daysLater = async (orderId: string, days: number) =>
	await updateRows(TABLE, 'orderId', orderId, {
		placedAt: new Date(Date.now() - days * DAY_MS).toISOString(),
	});

/** What is no thank-you. */
const reminders = async () => (await sandbox.messages()).filter(({ type }) => type !== 'text');

describe('the example "Weekly reorder by WhatsApp"', () => {
	it('keeps an order, thanks for it, reminds of it, and keeps the order that follows', async () => {
		const first = await order(
			robin,
			{ sku: 'BAK-RYE', quantity: 2 },
			{ sku: 'TEA-MINT', quantity: 1 },
		);
		expect(await rowsOf(TABLE)).toEqual([
			expect.objectContaining({
				orderId: first,
				placedAt: expect.any(String),
				customer: robin.userId,
				phone: null,
				name: robin.name,
				catalogId: CATALOG_IDS.cornerShop,
				lines: expect.stringContaining('"sku":"BAK-RYE","quantity":2'),
				total: '16.90 USD',
			}),
		]);
		const [thanks] = await sandbox.messages();
		expect(thanks).toMatchObject({
			customer: robin.userId,
			fate: 'delivered',
			payload: { context: { message_id: first } },
		});
		expect(thanks && textOf(thanks)).toBe(
			`Thank you, ${robin.name}! We have your order over 16.90 USD and get in touch as soon as it is packed.`,
		);

		await daysLater(first, 8);
		await runFrom(workflow, SCHEDULE);
		const [reminder, ...others] = await reminders();
		expect(others).toEqual([]);
		expect(reminder).toMatchObject({
			type: 'template',
			customer: robin.userId,
			products: ['BAK-RYE', 'TEA-MINT'],
			fate: 'delivered',
		});
		expect(JSON.stringify(reminder?.payload)).toContain('2 × Dark Rye Loaf');

		const second = await order(
			robin,
			...(reminder?.products ?? []).map((sku) => ({ sku, quantity: 3 })),
		);
		expect(await rowsOf(TABLE)).toMatchObject([{ orderId: first }, { orderId: second }]);
	});

	it('reminds outside the window by template, with what can be had in place of what is sold out', async () => {
		const old = await order(
			pablo,
			{ sku: 'BAK-BAGEL', quantity: 1 },
			{ sku: 'BAK-RYE', quantity: 2 },
		);
		await sandbox.editProduct(CATALOG_IDS.cornerShop, 'BAK-BAGEL', {
			availability: 'out of stock',
		});
		await daysLater(old, 8);
		const forgotten = await order(kaethe, { sku: 'TEA-MINT', quantity: 1 });
		await daysLater(forgotten, 100);
		await sandbox.troubles({ window: 'closed', windowClosedHow: 'sync' });

		const run = await runFrom(workflow, SCHEDULE);

		expect(await outputOf(n8n, run, REMINDED)).toEqual([
			expect.objectContaining({
				status: 'accepted',
				sentAs: 'template',
				substituted: [{ sku: 'BAK-BAGEL', by: expect.stringMatching(/^BAK-/) }],
			}),
		]);
		expect(await reminders()).toEqual([
			expect.objectContaining({
				type: 'template',
				customer: pablo.userId,
				products: expect.arrayContaining(['BAK-RYE']),
				fate: 'delivered',
			}),
		]);
	});

	it('sends nobody a second reminder in the same week, and each customer one for all orders', async () => {
		await daysLater(await order(pablo, { sku: 'BAK-RYE', quantity: 1 }), 9);
		await daysLater(await order(pablo, { sku: 'TEA-MINT', quantity: 1 }), 8);

		await runFrom(workflow, SCHEDULE);
		await daysLater(await order(pablo, { sku: 'COF-HOUSE', quantity: 1 }), 6);
		const again = await runFrom(workflow, SCHEDULE);

		expect(await reminders()).toEqual([
			expect.objectContaining({ products: ['TEA-MINT', 'BAK-RYE'] }),
		]);
		expect(new Set((await outputOf(n8n, again, REMINDED)).map(({ status }) => status))).toEqual(
			new Set(['skipped']),
		);
	});

	it('leaves alone who has just ordered', async () => {
		await daysLater(await order(pablo, { sku: 'BAK-RYE', quantity: 1 }), 8);
		await daysLater(await order(pablo, { sku: 'TEA-MINT', quantity: 1 }), 4);

		const run = await runFrom(workflow, SCHEDULE);

		expect(await reminders()).toEqual([]);
		expect(await outputOf(n8n, run, REMINDED)).toEqual([
			expect.objectContaining({ status: 'skipped', customerKey: pablo.userId }),
		]);
	});

	it('reminds once who ordered before and after user IDs came', async () => {
		const old = await order(pablo, { sku: 'BAK-RYE', quantity: 1 });
		await updateRows(TABLE, 'orderId', old, { customer: `+${pablo.phone}` });
		await daysLater(old, 9);
		await daysLater(await order(pablo, { sku: 'TEA-MINT', quantity: 1 }), 8);

		await runFrom(workflow, SCHEDULE);

		expect(await reminders()).toHaveLength(1);
	});

	it('skips a customer whose only product is gone, and reaches the others', async () => {
		const gone = await order(pablo, { sku: 'SWE-NOUGAT', quantity: 1 });
		await updateRows(TABLE, 'orderId', gone, { lines: '[{"sku":"GONE-LONG-AGO","quantity":1}]' });
		await daysLater(gone, 8);
		await daysLater(await order(robin, { sku: 'BAK-RYE', quantity: 1 }), 8);

		const run = await runFrom(workflow, SCHEDULE);

		expect(await outputOf(n8n, run, REMINDED)).toEqual([
			expect.objectContaining({ status: 'accepted', customerKey: robin.userId }),
			expect.objectContaining({ status: 'skipped', customerKey: pablo.userId }),
		]);
		expect(await reminders()).toEqual([
			expect.objectContaining({ customer: robin.userId, products: ['BAK-RYE'] }),
		]);
	});

	it('keeps an order that is delivered several times once', async () => {
		await sandbox.troubles({ deliveries: 'fourAtOnce' });
		await order(robin, { sku: 'BAK-RYE', quantity: 1 });

		expect(await rowsOf(TABLE)).toHaveLength(1);
		expect(await sandbox.messages()).toHaveLength(1);
	});

	it('keeps it once even where a repetition starts another run', async () => {
		await unpublishWorkflow(workflow);
		workflow = await publishExample('weekly-reorder', withRepetitions);
		await sandbox.troubles({ deliveries: 'twice' });
		await order(robin, { sku: 'BAK-RYE', quantity: 1 });
		orders++;
		await waitForOrders();

		expect(await rowsOf(TABLE)).toHaveLength(1);
	});

	it('does nothing when there are no orders', async () => {
		expect((await runFrom(workflow, SCHEDULE)).status).toBe('success');
		expect(await sandbox.messages()).toEqual([]);
	});
});

/** As with several webhook processes, of which two can take the same delivery. */
const withRepetitions = (file: WorkflowFile): WorkflowFile => ({
	...file,
	nodes: file.nodes.map((node) =>
		node.name === 'An order arrives'
			? { ...node, parameters: { ...node.parameters, options: { skipRepeated: false } } }
			: node,
	),
});
