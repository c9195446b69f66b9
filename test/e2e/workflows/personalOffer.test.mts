import { CUSTOMERS, type Customer } from '../../../sandbox/world/shop/world.mts';
import type { SavedWorkflow } from '../../../tools/n8n/n8nApi.mts';
import { addRows, deleteTable } from '../../support/n8n/dataTables.mts';
import { listOf, publishExample, runFrom } from '../../support/n8n/examples.mts';
import { outputOf, type Execution } from '../../support/n8n/executions.mts';
import { n8n, sandbox } from '../../support/n8n/host.mts';
import { only } from '../../support/n8n/sandboxClient.mts';

/** Several runs each, on a machine that may be busy. */
jest.setTimeout(180_000);

const [pablo, kaethe, robin] = CUSTOMERS as [Customer, Customer, Customer];

const TABLE = 'Most-bought products';
const SCHEDULE = 'Every Tuesday at ten';
const SENT = 'Who got the offer';
const UNSENT = 'Who did not get it, and why';

const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString();

/** A row of the table; what is not said is what most customers have. */
const row = (customer: string, sku: string, timesBought: number, more: object = {}) => ({
	customer,
	name: 'Friend',
	sku,
	timesBought,
	lastWroteAt: hoursAgo(2),
	wantsOffers: true,
	...more,
});

let workflow: SavedWorkflow;
beforeEach(async () => {
	await deleteTable(TABLE);
	workflow = await publishExample('personal-offer');
	await runFrom(workflow, 'Click once to set up');
});

const statuses = async (execution: Execution, node: string) =>
	(await outputOf(n8n, execution, node)).map(({ status }) => status);

describe('the example "Personal offer by WhatsApp"', () => {
	it('sends each customer one message with the most bought first, in or outside the window', async () => {
		await addRows(TABLE, [
			row(`+${pablo.phone}`, 'TEA-MINT', 2, { name: 'Pablo' }),
			row(robin.userId, 'BAK-RYE', 4, { name: null, lastWroteAt: null }),
			row(`+${pablo.phone}`, 'BAK-RYE', 9, { name: 'Pablo' }),
			row(robin.userId, 'COF-HOUSE', 7, { name: null, lastWroteAt: null }),
			// Did not agree to it.
			row(`+${kaethe.phone}`, 'BAK-RYE', 3, { wantsOffers: false }),
		]);

		const execution = await runFrom(workflow, SCHEDULE);
		expect(execution.status).toBe('success');

		const messages = await sandbox.messages();
		const to = (customer: Customer) =>
			only(messages.filter((message) => message.customer === customer.userId));
		expect(messages).toHaveLength(2);
		expect(listOf(to(pablo))).toMatchObject({
			header: 'Your favorites',
			body: expect.stringMatching(/^Hello Pablo! /),
			sections: [{ skus: ['BAK-RYE', 'TEA-MINT'] }],
		});
		expect(to(robin)).toMatchObject({
			type: 'template',
			products: ['COF-HOUSE', 'BAK-RYE'],
			fate: 'delivered',
		});
		expect(await statuses(execution, SENT)).toEqual(
			expect.arrayContaining(['accepted', 'accepted']),
		);
	});

	it('sends nobody a second one in the same week', async () => {
		await addRows(TABLE, [row(robin.userId, 'BAK-RYE', 4), row(robin.userId, 'TEA-MINT', 1)]);

		await runFrom(workflow, SCHEDULE);
		const again = await runFrom(workflow, SCHEDULE);

		expect(await sandbox.messages()).toHaveLength(1);
		expect(new Set(await statuses(again, SENT))).toEqual(new Set(['skipped']));
	});

	it('goes out as the template when Meta says that the window is closed after all', async () => {
		await addRows(TABLE, [row(robin.userId, 'BAK-RYE', 4), row(robin.userId, 'TEA-MINT', 1)]);
		await sandbox.troubles({ window: 'closed', windowClosedHow: 'sync' });

		await runFrom(workflow, SCHEDULE);

		expect(only(await sandbox.messages())).toMatchObject({
			type: 'template',
			products: ['BAK-RYE', 'TEA-MINT'],
			fate: 'delivered',
		});
	});

	it('leaves no customer out because of another, and keeps to ten products', async () => {
		const many = [
			...['BAK-RYE', 'BAK-BAGEL', 'BAK-CROISSANT', 'FRU-APPLE', 'FRU-BANANA', 'VEG-CARROT'],
			...['DAI-MILK', 'DAI-BUTTER', 'PAN-RICE', 'PAN-PASTA', 'PAN-HONEY', 'SWE-NOUGAT'],
		];
		await addRows(TABLE, [
			...many.map((sku, index) => row(robin.userId, sku, 100 - index)),
			// A digit is missing: it could reach a stranger.
			row('(650) 555-019', 'BAK-RYE', 1),
			// Sold out, so nothing is left for this customer.
			row(`+${pablo.phone}`, 'BAK-BAGUETTE', 1),
			// One product is left: without a list around it.
			row(`+${kaethe.phone}`, 'BAK-RYE', 2),
			row(`+${kaethe.phone}`, 'GONE-LONG-AGO', 1),
		]);

		const execution = await runFrom(workflow, SCHEDULE);
		expect(execution.status).toBe('success');

		const messages = await sandbox.messages();
		expect(messages).toHaveLength(2);
		expect(messages).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ customer: robin.userId, products: many.slice(0, 10) }),
				expect.objectContaining({
					customer: kaethe.userId,
					type: 'product',
					products: ['BAK-RYE'],
				}),
			]),
		);
		const unsent = await outputOf(n8n, execution, UNSENT);
		expect(unsent).toHaveLength(2);
		expect(JSON.stringify(unsent)).toContain('BAK-BAGUETTE');
		expect(JSON.stringify(unsent)).toContain('(650) 555-019');
	});

	it('does nothing when the table is empty', async () => {
		expect((await runFrom(workflow, SCHEDULE)).status).toBe('success');
		expect(await sandbox.messages()).toEqual([]);
	});
});
