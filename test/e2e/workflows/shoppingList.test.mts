import { CATALOG_IDS, CUSTOMERS, type Customer } from '../../../sandbox/world/shop/world.mts';
import { aimedAt } from '../../../tools/start/readyWorkflow.mts';
import { waitForExecutions } from '../../support/n8n/executions.mts';
import { listOf, publishExample, textOf } from '../../support/n8n/examples.mts';
import { n8n, sandbox } from '../../support/n8n/host.mts';
import { only } from '../../support/n8n/sandboxClient.mts';

/** Several runs each, on a machine that may be busy. */
jest.setTimeout(180_000);

const [pablo, , robin] = CUSTOMERS as [Customer, Customer, Customer];

/** What a customer gets for a text. */
async function answerTo(text: string, customer = pablo) {
	const workflow = await publishExample('shopping-list');
	return await answerFrom(workflow.id, text, customer);
}

async function answerFrom(workflowId: string, text: string, customer: Customer) {
	await sandbox.writes(customer.phone ?? customer.userId, text);
	expect(await waitForExecutions(n8n, workflowId, 1)).toEqual([
		expect.objectContaining({ status: 'success' }),
	]);
	const message = only(await sandbox.messages());
	expect(message).toMatchObject({ customer: customer.userId, fate: 'delivered' });
	return message;
}

describe('the example "Shopping list by WhatsApp"', () => {
	it.each([
		['with a phone number', pablo],
		['without one', robin],
	])('answers the list of a customer %s with the products that fit', async (_, customer) => {
		const message = await answerTo(
			'Hi! 2 rye loafs, tomatoes and coffee; strawberries, a unicorn',
			customer,
		);

		expect(listOf(message)).toEqual({
			header: 'Your shopping list',
			body: [
				`Hello ${customer.name}!`,
				'✓ 2 rye loafs',
				'✓ tomatoes',
				'✓ coffee',
				'✗ strawberries: sold out right now',
				'✗ a unicorn: not in our shop',
				'Put what you like into the cart and send it to us.',
			].join('\n'),
			sections: [
				{ title: 'Rye loafs', skus: ['BAK-RYE'] },
				{ title: 'Tomatoes', skus: ['VEG-TOMATO'] },
				// By its shelf, since no coffee has the word in its name.
				{
					title: 'Coffee',
					skus: expect.arrayContaining(['COF-HOUSE', 'COF-ESPRESSO', 'CAFÉ-DECAF']),
				},
			],
		});
		// Quoted above the products, so that the customer sees which list is meant.
		expect(message.payload).toMatchObject({ context: { message_id: expect.any(String) } });
	});

	it.each([
		['nothing of it is in the catalog', 'A unicorn', '✗ A unicorn: not in our shop'],
		['all of it is sold out', 'saffron', '✗ saffron: sold out right now'],
		['it names no product', 'Good morning', undefined],
	])('answers kindly when %s', async (_, text, line) => {
		const message = await answerTo(text);

		expect(message.type).toBe('text');
		expect(textOf(message).split('\n')).toEqual([
			`Hello ${pablo.name}!`,
			...(line ? [line] : []),
			'Write us what you need, for instance: 2 rye loaves, tomatoes and coffee.',
		]);
	});

	it('shows the best 30 when more are found, with something of each wish', async () => {
		// 10,000 products: a hundred jars of glass, as many lamps of oak.
		const workflow = await publishExample('shopping-list', (file) =>
			aimedAt(file, CATALOG_IDS.cornerShop, CATALOG_IDS.warehouse),
		);
		const message = await answerFrom(workflow.id, 'glass jars, oak lamps and WH-00003', pablo);

		const { body, sections } = listOf(message);
		expect(sections.map(({ title, skus }) => [title, skus.length])).toEqual([
			['Glass jars', 15],
			['Oak lamps', 14],
			['Wh 00003', 1],
		]);
		expect(sections[2]?.skus).toEqual(['WH-00003']);
		expect(body).toContain('We have 201 products that fit; these are the best 30.');
	});

	it('puts more than ten wishes into ten sections', async () => {
		const wishes =
			'apples, bananas, lemons, avocados, carrots, potatoes, spinach, cheddar, honey, rice, pasta, nougat';
		const { sections } = listOf(await answerTo(wishes));

		expect(sections).toHaveLength(10);
		expect(sections.at(-1)).toEqual({
			title: 'And more',
			skus: ['PAN-RICE', 'PAN-PASTA', 'SWE-NOUGAT'],
		});
	});

	it('thanks for the order that comes back', async () => {
		const workflow = await publishExample('shopping-list');
		const { orderId } = await sandbox.orders(robin.userId, {
			lines: [{ sku: 'BAK-RYE', quantity: 2 }],
		});
		await waitForExecutions(n8n, workflow.id, 1);

		const message = only(await sandbox.messages());
		expect(message).toMatchObject({ customer: robin.userId, fate: 'delivered' });
		expect(message.payload).toMatchObject({ context: { message_id: orderId } });
		expect(textOf(message)).toBe(
			`Thank you, ${robin.name}! We have your order over 12.40 USD and get in touch as soon as it is packed.`,
		);
	});
});
