import { cornerShopProducts } from '../../../sandbox/world/shop/cornerShop.mts';
import { CATALOG_IDS, CUSTOMERS, type Customer } from '../../../sandbox/world/shop/world.mts';
import { aimedAt } from '../../../tools/start/readyWorkflow.mts';
import { waitForExecutions } from '../../support/n8n/executions.mts';
import { listOf, publishExample, textOf } from '../../support/n8n/examples.mts';
import { n8n, sandbox } from '../../support/n8n/host.mts';
import { only } from '../../support/n8n/sandboxClient.mts';

/** Several runs each, on a machine that may be busy. */
jest.setTimeout(180_000);

const [pablo, , robin] = CUSTOMERS as [Customer, Customer, Customer];

/** Without the empty one, "Flowers". */
const SETS = [
	'1  Bakery',
	'2  Fruit & Vegetables',
	'3  Dairy & Eggs',
	'4  Coffee & Tea',
	'5  Pantry',
	'6  Sweets',
	'7  Household',
	'8  Weekly basket',
];
const menuAfter = (first: string) =>
	[first, 'What would you like to see?', '', ...SETS, '', 'Answer with a number or a name.'].join(
		'\n',
	);

describe('the example "Category menu by WhatsApp"', () => {
	it.each([
		['with a phone number', pablo, '4'],
		['without one', robin, 'Some coffee, please'],
	])(
		'sends a customer %s the menu, and the products of the answer',
		async (_, customer, answer) => {
			const workflow = await publishExample('category-menu');
			const key = customer.phone ?? customer.userId;

			await sandbox.writes(key, 'Menu');
			await waitForExecutions(n8n, workflow.id, 1);
			const menu = only(await sandbox.messages());
			expect(menu).toMatchObject({ type: 'text', customer: customer.userId, fate: 'delivered' });
			expect(textOf(menu)).toBe(menuAfter(`Hello ${customer.name}!`));

			await sandbox.writes(key, answer);
			await waitForExecutions(n8n, workflow.id, 2);
			const [, list, ...more] = await sandbox.messages();
			expect(more).toEqual([]);
			expect(list).toMatchObject({ customer: customer.userId, fate: 'delivered' });
			expect(list && listOf(list)).toMatchObject({
				header: 'Coffee & Tea',
				sections: [{ skus: expect.arrayContaining(['COF-HOUSE', 'TEA/EG 50+5', 'TEA-MINT']) }],
			});
		},
	);

	it.each([
		['a number that is not in it', '99', 'We could not tell what "99" stands for.'],
		['words that name no set', 'A bicycle', 'We could not tell what "A bicycle" stands for.'],
		[
			'words that name two sets',
			'coffee or sweets',
			'We could not tell what "coffee or sweets" stands for.',
		],
	])('sends the menu again for %s', async (_, text, first) => {
		const workflow = await publishExample('category-menu');
		await sandbox.writes(robin.userId, text);
		await waitForExecutions(n8n, workflow.id, 1);

		expect(textOf(only(await sandbox.messages()))).toBe(menuAfter(first));
	});

	it('sends a set of more than 30 products in several messages', async () => {
		const workflow = await publishExample('category-menu', (file) =>
			aimedAt(file, CATALOG_IDS.cornerShop, CATALOG_IDS.warehouse),
		);
		await sandbox.writes(robin.userId, 'promotion');
		await waitForExecutions(n8n, workflow.id, 1);

		const messages = await sandbox.messages();
		expect(messages.map((message) => listOf(message).header)).toEqual([
			'Promotion (1/3)',
			'Promotion (2/3)',
			'Promotion (3/3)',
		]);
		expect(new Set(messages.flatMap(({ products }) => products)).size).toBeGreaterThan(80);
	});

	it.each([
		['everything of the set is sold out', sellOutSweets],
		['Meta takes none of it', async () => await sandbox.troubles({ catalogMatch: 'none' })],
	])('says so when %s', async (_, happens) => {
		const workflow = await publishExample('category-menu');
		await happens();
		await sandbox.writes(robin.userId, 'sweets');
		const [execution] = await waitForExecutions(n8n, workflow.id, 1);

		expect(execution?.status).toBe('success');
		const answer = only(await sandbox.messages());
		expect(answer).toMatchObject({ type: 'text', customer: robin.userId });
		expect(textOf(answer)).toBe(
			'Right now we cannot show you Sweets. Write "menu" to see what else there is.',
		);
	});
});

async function sellOutSweets(): Promise<void> {
	const sweets = cornerShopProducts().filter(({ category }) => category === 'Sweets');
	for (const { sku } of sweets) {
		await sandbox.editProduct(CATALOG_IDS.cornerShop, sku, { availability: 'out of stock' });
	}
}
