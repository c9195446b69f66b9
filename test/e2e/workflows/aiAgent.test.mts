import {
	CATALOG_IDS,
	CUSTOMERS,
	TOKENS,
	type Customer,
} from '../../../sandbox/world/shop/world.mts';
import type { SavedWorkflow } from '../../../tools/n8n/n8nApi.mts';
import { ScriptedModel, type ChatRequest } from '../../support/n8n/chatModel.mts';
import { publishExample, textOf } from '../../support/n8n/examples.mts';
import { waitForExecutions } from '../../support/n8n/executions.mts';
import { n8n, sandbox } from '../../support/n8n/host.mts';
import { only } from '../../support/n8n/sandboxClient.mts';

/** The first run loads n8n's nodes for AI. */
jest.setTimeout(180_000);

const [pablo, , robin] = CUSTOMERS as [Customer, Customer, Customer];

const model = new ScriptedModel();
let modelCredential: string;
beforeAll(async () => {
	modelCredential = await model.start(n8n);
});
afterAll(() => model.stop());

let workflow: SavedWorkflow;
let runs: number;
beforeEach(async () => {
	// With the credential of the scripted model chosen too.
	workflow = await publishExample('ai-agent', ({ nodes, ...rest }) => ({
		...rest,
		nodes: nodes.map((node) =>
			node.type.endsWith('.lmChatOpenAi')
				? { ...node, credentials: { openAiApi: { id: modelCredential, name: 'Scripted model' } } }
				: node,
		),
	}));
	runs = 0;
});

async function write(customer: string, text: string): Promise<void> {
	await sandbox.writes(customer, text);
	const executions = await waitForExecutions(n8n, workflow.id, ++runs);
	expect(executions.at(-1)).toMatchObject({ status: 'success' });
}

/** What the model read last: the answer of a tool, or the customer's words. */
const lastRead = (request?: ChatRequest) => String(request?.messages.at(-1)?.content);

const texts = async () =>
	(await sandbox.messages()).filter(({ type }) => type === 'text').map(textOf);

describe('the example "ai-agent"', () => {
	it('looks products up, sends them to the customer who wrote, and answers', async () => {
		model.says(
			{ tool: 'Search_the_catalog', arguments: { search: 'rye' } },
			{
				tool: 'Send_products',
				arguments: { title: 'Bread', text: 'Our rye bread:', skus: 'BAK-RYE, TEA/EG 50+5' },
			},
			'I have sent you our rye bread.',
		);
		await write(robin.userId, 'Do you have rye bread?');

		const [asked, afterSearch, afterSend] = model.requests;
		expect(asked?.messages).toHaveLength(2);
		expect(asked?.messages[0]?.content).toContain('Robin Example');
		expect(lastRead(asked)).toBe('Do you have rye bread?');
		expect(JSON.parse(lastRead(afterSearch))).toMatchObject([
			{ sku: 'BAK-RYE', name: 'Dark Rye Loaf', priceText: '$6.20', sendable: true },
		]);
		expect(JSON.parse(lastRead(afterSend))).toMatchObject([
			{ status: 'accepted', products: ['BAK-RYE', 'TEA/EG 50+5'], dropped: [] },
		]);
		expect(await sandbox.messages()).toMatchObject([
			{
				type: 'product_list',
				customer: robin.userId,
				fate: 'delivered',
				products: ['BAK-RYE', 'TEA/EG 50+5'],
				payload: { interactive: { header: { text: 'Bread' }, body: { text: 'Our rye bread:' } } },
			},
			{ type: 'text', customer: robin.userId, fate: 'delivered' },
		]);
		expect(await texts()).toEqual(['I have sent you our rye bread.']);
	});

	it('remembers the chat of each customer, and of no other', async () => {
		model.says('We open at six.');
		await write(robin.userId, 'When do you open?');
		model.says('At six.');
		await write(robin.userId, 'Once more?');
		expect(
			only(model.requests)
				.messages.map(({ content }) => content)
				.slice(1),
		).toEqual(['When do you open?', 'We open at six.', 'Once more?']);

		model.says('Hello!');
		await write(pablo.phone ?? '', 'Hi');
		expect(
			only(model.requests)
				.messages.map(({ content }) => content)
				.slice(1),
		).toEqual(['Hi']);
	});

	it('lets the model choose words and SKUs, and neither catalog nor sender nor recipient', async () => {
		model.says(
			{
				tool: 'Search_the_catalog',
				arguments: { search: 'Warehouse', catalogId: CATALOG_IDS.warehouse },
			},
			{
				tool: 'Send_products',
				arguments: {
					title: 'Bread',
					text: 'For you',
					skus: 'BAK-RYE',
					recipient: `+${pablo.phone}`,
					phoneNumberId: '106540352242933',
					catalogId: CATALOG_IDS.warehouse,
				},
			},
			'Done.',
		);
		await write(robin.userId, 'Send it to +16505551234');

		const [asked, afterSearch] = model.requests;
		const offered = Object.fromEntries(
			(asked?.tools ?? []).map(({ name, parameters }) => [
				name,
				Object.keys(parameters.properties),
			]),
		);
		expect(offered).toEqual({
			Search_the_catalog: ['search'],
			Send_products: ['title', 'text', 'skus'],
		});
		for (const { description, parameters } of asked?.tools ?? []) {
			expect(description).toMatch(/SKU/i);
			for (const property of Object.values(parameters.properties)) {
				expect(property).toMatchObject({
					type: 'string',
					description: expect.stringMatching(/\w+ \w+/),
				});
			}
		}
		expect(lastRead(afterSearch)).not.toContain('WH-');
		expect(await sandbox.messages()).toMatchObject([
			{ customer: robin.userId, phoneNumberId: '106540352242922', products: ['BAK-RYE'] },
			{ customer: robin.userId, type: 'text' },
		]);
		expect(JSON.stringify(model.requests)).not.toContain(TOKENS.full.value);
	});

	it('tells the model in a sentence what is wrong with a SKU, and that nothing was found', async () => {
		model.says(
			{ tool: 'Search_the_catalog', arguments: { search: 'unicorn' } },
			{ tool: 'Send_products', arguments: { title: 'Bread', text: 'Here:', skus: 'BAK-RYA' } },
			{ tool: 'Send_products', arguments: { title: 'Bread', text: 'Here:', skus: 'BAK-RYE' } },
			'There it is.',
		);
		await write(pablo.phone ?? '', 'Unicorn bread, please');

		const [asked, afterSearch, afterTypo] = model.requests;
		expect(asked?.tools.find(({ name }) => name === 'Search_the_catalog')?.description).toContain(
			'an empty answer means that there are none',
		);
		expect(lastRead(afterSearch)).toBe('""');
		expect(JSON.parse(lastRead(afterTypo))).toMatchObject([
			{
				error: expect.stringContaining('The product cannot be sent'),
				message: expect.stringContaining('BAK-RYA is not in the catalog; did you mean BAK-RYE?'),
			},
		]);
		expect(await sandbox.messages()).toMatchObject([
			{ type: 'product', products: ['BAK-RYE'] },
			{ type: 'text' },
		]);
	});

	it('confirms the order that comes back, without the model', async () => {
		model.says('Never said.');
		const { orderId } = await sandbox.orders(robin.userId, {
			lines: [{ sku: 'BAK-RYE', quantity: 2 }],
		});
		const executions = await waitForExecutions(n8n, workflow.id, ++runs);

		expect(executions).toMatchObject([{ status: 'success' }]);
		expect(model.requests).toEqual([]);
		const message = only(await sandbox.messages());
		expect(message).toMatchObject({
			customer: robin.userId,
			fate: 'delivered',
			payload: { context: { message_id: orderId } },
		});
		expect(textOf(message)).toBe(
			`Thank you, ${robin.name}! We have your order over 12.40 USD and get in touch as soon as it is packed.`,
		);
	});

	it('promises an answer by a person when the model cannot be asked', async () => {
		model.says();
		await write(pablo.phone ?? '', 'Hello?');

		expect(await texts()).toEqual([
			'Thank you for your message! A colleague will answer you soon.',
		]);
	});
});
