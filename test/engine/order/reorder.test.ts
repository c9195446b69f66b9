import type { IDataObject } from 'n8n-workflow';

import { cart, delivery, line } from '../../support/fixtures/deliveries';
import { daysAgo, orderOf, PABLO, rowsOf } from '../../support/fixtures/orders';
import { CATALOG_ID, PHONE_NUMBER_ID, warehouseSkus, WAREHOUSE_ID } from '../../support/parameters';
import { byId, runAction, search } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, messages, calls } = useSandbox();

const reorder = (more: object = {}): IDataObject =>
	({
		resource: 'order',
		operation: 'reorder',
		headerText: 'Order again',
		bodyText: 'Running low?',
		...more,
	}) as IDataObject;

const run = async (items: IDataObject[], more: object = {}, node: object = {}) =>
	await runAction(credential, reorder(more), { items, node });

/** A webhook as Meta sends it. */
const webhook = (): IDataObject[] => [
	{
		body: delivery([
			cart(
				['BAK-RYE', 'TEA-MINT'].map((sku) => line({ product_retailer_id: sku })),
				{ timestamp: String(Math.floor(Date.parse(daysAgo(3)) / 1000)) },
			),
		]),
	} as unknown as IDataObject,
];

const interactive = async () => (await messages()).map(({ payload }) => payload.interactive);
const gets = async () => (await calls()).filter(({ method }) => method === 'GET');
const productsAsked = async () =>
	(await gets()).filter(({ path }) => path.endsWith('/products')).length;

describe('what is offered', () => {
	const orders = [
		orderOf([['BAK-RYE', 1]], { orderId: 'A', placedAt: daysAgo(40) }),
		orderOf(
			[
				['TEA-MINT', 2],
				['BAK-RYE', 3],
			],
			{ orderId: 'B', placedAt: daysAgo(20) },
		),
		orderOf(
			[
				['COF-HOUSE', 1],
				['BAK-BAGEL', 6],
			],
			{ orderId: 'C', placedAt: daysAgo(3) },
		),
	];

	it.each<[string, object, string[]]>([
		['what was bought last first', {}, ['COF-HOUSE', 'BAK-BAGEL', 'TEA-MINT', 'BAK-RYE']],
		[
			'what was bought most often first',
			{ pick: 'mostOften' },
			['BAK-RYE', 'BAK-BAGEL', 'TEA-MINT', 'COF-HOUSE'],
		],
		['the last order only', { pick: 'lastOrder' }, ['COF-HOUSE', 'BAK-BAGEL']],
		[
			'what was bought within 30 days',
			{ period: 'days', days: 30 },
			['COF-HOUSE', 'BAK-BAGEL', 'TEA-MINT', 'BAK-RYE'],
		],
		['what was bought within 10 days', { period: 'days', days: 10 }, ['COF-HOUSE', 'BAK-BAGEL']],
		[
			'what was bought since a date',
			{ period: 'since', since: daysAgo(21), pick: 'mostOften' },
			['BAK-BAGEL', 'BAK-RYE', 'TEA-MINT', 'COF-HOUSE'],
		],
		['no more than asked for', { maxProducts: 2 }, ['COF-HOUSE', 'BAK-BAGEL']],
	])('is %s', async (_name, more, products) => {
		const { json, error } = await run(orders, more);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{ status: 'accepted', products, customerKey: PABLO.key, orderCount: 3, part: 1, parts: 1 },
		]);
	});

	it('is the same whichever way the orders come', async () => {
		const { json: whole } = await run(orders);
		const { json: byLine, items } = await run(orders.flatMap(rowsOf));
		const columns = { sku: 'Article', quantity: 'Units', placedAt: 'When', customer: 'Who.id' };
		const sheet = orders.flatMap(rowsOf).map(({ sku, quantity, placedAt }) => ({
			Article: sku,
			Units: String(quantity),
			When: placedAt,
			Who: { id: PABLO.userId },
		}));
		const { json: rows } = await run(sheet as IDataObject[], {
			orderColumns: columns,
			phoneNumberId: byId(PHONE_NUMBER_ID),
		});
		const table = orders.map((order) => ({
			...order,
			lines: JSON.stringify(order.lines),
			customer: JSON.stringify(order.customer),
		}));
		const { json: texts } = await run(table);

		const products = ['COF-HOUSE', 'BAK-BAGEL', 'TEA-MINT', 'BAK-RYE'];
		for (const json of [whole, byLine, rows, texts]) {
			expect(json).toMatchObject([{ products, orderCount: 3 }]);
		}
		expect(items[0].pairedItem).toEqual([0, 1, 2, 3, 4].map((item) => ({ item })));
	});

	it('is the same for orders in Meta’s own shape', async () => {
		await run(webhook());
		expect(await messages()).toMatchObject([{ products: ['BAK-RYE', 'TEA-MINT'] }]);
	});

	it('counts an order once that comes twice', async () => {
		const [, second] = orders;
		const { json } = await run([second, second, ...rowsOf(second)], { pick: 'lastOrder' });
		expect(json).toMatchObject([{ orderCount: 1 }]);
		expect(JSON.stringify(await interactive())).toContain('3 × Dark Rye Loaf');
	});

	it('leaves out orders without a time once a period is chosen, and says so', async () => {
		const undated = orderOf([['TEA-GREEN', 1]], { orderId: 'X', placedAt: '21.11.2026' });
		const { json, hints } = await run([...orders, undated], { period: 'days', days: 10 });
		expect(json).toMatchObject([{ products: ['COF-HOUSE', 'BAK-BAGEL'] }]);
		expect(hints.join()).toContain('1 order has no time that can be read');
		const { json: all } = await run([...orders, undated]);
		expect((all[0].products as string[]).at(-1)).toBe('TEA-GREEN');
	});
});

describe('customers', () => {
	it('get one message each, in the order in which they came', async () => {
		const sheet = Array.from({ length: 150 }, (_, index) => ({
			customer: `+1650555${String(2000 + (index % 50))}`,
			placedAt: daysAgo(index),
			sku: ['BAK-RYE', 'TEA-MINT', 'COF-HOUSE'][Math.floor(index / 50)],
			quantity: 1,
		}));
		const { items, error } = await run(sheet, { phoneNumberId: byId(PHONE_NUMBER_ID) });

		expect(error).toBeUndefined();
		expect(items).toHaveLength(50);
		const sent = await messages();
		expect(new Set(sent.map(({ to }) => to)).size).toBe(50);
		expect(items[0]).toMatchObject({
			json: { products: ['BAK-RYE', 'TEA-MINT', 'COF-HOUSE'], orderCount: 3 },
			pairedItem: [{ item: 0 }, { item: 50 }, { item: 100 }],
		});
		// The connected catalog once, and all products of all customers once.
		expect((await gets()).map(({ path }) => path.split('/').at(-1))).toEqual([
			'product_catalogs',
			'products',
		]);
	});

	it('are one who writes with 500 orders', async () => {
		const skus = warehouseSkus(120);
		const orders = Array.from({ length: 500 }, (_, index) =>
			orderOf(
				[
					[skus[index % 120], 1],
					['WH-00001', 2],
				],
				{ orderId: `wamid.${index}`, placedAt: daysAgo(500 - index), catalogId: WAREHOUSE_ID },
			),
		);
		const { items, json, error } = await run(orders, { pick: 'mostOften', maxProducts: 30 });
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ orderCount: 500, catalogId: WAREHOUSE_ID, parts: 1 }]);
		const products = json[0].products as string[];
		expect(products[0]).toBe('WH-00001');
		expect(products).toHaveLength(30);
		expect((items[0].pairedItem as unknown[]).length).toBe(500);
		expect(await messages()).toHaveLength(1);
		// 120 SKUs take two requests, and the check before sending asks for none of them again.
		expect(await productsAsked()).toBe(2);
	});

	it('are the same by phone and by user ID, however the number is written', async () => {
		const { json } = await run([
			orderOf([['BAK-RYE', 1]], { orderId: 'A', customer: '+1 650 555 1234' }),
			orderOf([['TEA-MINT', 1]], { orderId: 'B' }),
			orderOf([['COF-HOUSE', 1]], {
				orderId: 'C',
				customer: { key: '+16505551234', phone: 16505551234 },
			}),
		]);
		expect(json).toMatchObject([{ orderCount: 3, recipient: { input: PABLO.userId } }]);
		expect((await messages())[0]).toMatchObject({ recipient: PABLO.userId });
	});

	it('are the same before and after user IDs, by the phone beside them', async () => {
		const { userId, phone } = PABLO;
		const { json } = await run(
			[
				orderOf([['BAK-RYE', 1]], { orderId: 'A', customer: phone, phone, placedAt: daysAgo(30) }),
				orderOf([['TEA-MINT', 1]], { orderId: 'B', customer: userId, phone }),
			],
			{ quietDays: 5 },
		);
		expect(json).toMatchObject([{ status: 'skipped', orderCount: 2, customerKey: userId }]);
	});

	it('are those of the Recipient where one is given', async () => {
		const orders = ['+16505551234', '+4917604069011'].map((customer, index) =>
			orderOf([[index === 0 ? 'BAK-RYE' : 'TEA-MINT', 1]], { orderId: String(index), customer }),
		);
		const { json } = await run(orders, { recipient: '+1 650 555 0199' });
		expect(json).toMatchObject([{ orderCount: 2, customerKey: '+16505550199' }]);
		expect((await messages()).map(({ to }) => to)).toEqual(['16505550199']);
	});

	it('who have just ordered are left alone where that was chosen', async () => {
		const other = { key: '+16505550123', phone: '+16505550123' };
		const orders = [
			orderOf([['BAK-RYE', 1]], { orderId: 'A', placedAt: daysAgo(30) }),
			orderOf([['BAK-RYE', 1]], { orderId: 'B', placedAt: daysAgo(2) }),
			orderOf([['TEA-MINT', 1]], { orderId: 'C', placedAt: daysAgo(5), customer: other }),
		];
		const { json } = await run(orders, { quietDays: 3 });
		expect(json).toMatchObject([
			{ status: 'accepted', products: ['TEA-MINT'], customerKey: other.key },
			{
				status: 'skipped',
				customerKey: PABLO.key,
				reason: `The customer ordered at ${String(orders[1].placedAt)}, which is within the days to skip.`,
			},
		]);
		const { json: all } = await run([orderOf([['BAK-RYE', 1]], { placedAt: daysAgo(-1) })]);
		expect(all).toMatchObject([{ status: 'accepted' }]);
	});

	it.each(['22.11.2026', 46348, ''])(
		'who may have just ordered are left alone too: at "%s"',
		async (placedAt) => {
			const orders = [
				orderOf([['BAK-RYE', 1]], { orderId: 'A', placedAt: daysAgo(30) }),
				orderOf([['BAK-RYE', 1]], { orderId: 'B', placedAt }),
			];
			const { json, hints } = await run(orders, { quietDays: 3 });
			expect(json).toMatchObject([{ status: 'skipped', orderCount: 2 }]);
			expect(json[0].reason).toContain('cannot be read');
			expect(hints.join()).toContain('1 order has no time that can be read');
			const { json: all } = await run(orders);
			expect(all).toMatchObject([{ status: 'accepted' }]);
		},
	);

	it('who bought nothing are reported and stop nobody', async () => {
		const { items, error, hints } = await run(
			[
				orderOf([], { orderId: 'A', customer: '+16505550199' }),
				orderOf([['BAK-RYE', 1]], { orderId: 'B' }),
				orderOf([['BAK-RYE', 1]], {
					orderId: 'C',
					customer: '+4917604069011',
					placedAt: daysAgo(60),
				}),
				orderOf([['BAK-BAGUETTE', 1]], { orderId: 'D', customer: 'GB.30761298450917263548' }),
			],
			{ period: 'days', days: 30 },
		);
		expect(error).toBeUndefined();
		expect(items).toMatchObject([
			{ json: { status: 'accepted', products: ['BAK-RYE'] }, pairedItem: { item: 1 } },
			{
				json: {
					status: 'skipped',
					messageId: null,
					recipient: { input: '+16505550199' },
					checked: false,
					reason: 'The orders of this customer hold no products.',
				},
				pairedItem: { item: 0 },
			},
			{ json: { status: 'skipped', reason: 'The customer bought nothing in the chosen time.' } },
			{
				json: {
					status: 'skipped',
					reason: 'None of the products can be sent now. BAK-BAGUETTE is out of stock.',
					dropped: [{ sku: 'BAK-BAGUETTE', reason: 'outOfStock' }],
					checked: true,
				},
				pairedItem: { item: 3 },
			},
		]);
		expect(await messages()).toHaveLength(1);
		expect(hints.join()).toContain('3 customers get no message');
	});
});

describe('products that cannot be sent', () => {
	const mixed = orderOf([
		['BAK-BAGUETTE', 1],
		['GONE-01', 1],
		['BAK-RYE', 2],
		['SWE-CHRISTMAS', 1],
		['TEA-MINT', 1],
		['COF-HOUSE', 1],
	]);

	it('are left out with a report, and the next ones take their place', async () => {
		const { json, hints } = await run([mixed], { maxProducts: 2 });
		expect(json).toMatchObject([
			{
				products: ['BAK-RYE', 'TEA-MINT'],
				dropped: [
					{ sku: 'BAK-BAGUETTE', reason: 'outOfStock' },
					{ sku: 'GONE-01', reason: 'notInCatalog' },
					{ sku: 'SWE-CHRISTMAS', reason: 'hidden' },
				],
				substituted: [],
				checked: true,
			},
		]);
		expect(hints.join()).toContain('BAK-BAGUETTE is out of stock.');
	});

	it('are explained where a customer ordered from several catalogs', async () => {
		const [sku] = warehouseSkus(1);
		const newest = orderOf([['BAK-RYE', 2]]);
		const older = orderOf([[sku, 1]], { catalogId: WAREHOUSE_ID, placedAt: daysAgo(30) });
		const { json, hints } = await run([newest, older]);
		expect(json).toMatchObject([{ products: ['BAK-RYE'], dropped: [{ sku }] }]);
		expect(hints.join()).toContain('A message holds products of one catalog');
		const { hints: others } = await run([newest, { ...older, catalogId: CATALOG_ID }]);
		expect(others.join()).not.toContain('A message holds products of one catalog');
	});

	it('stop the message where that was chosen', async () => {
		const { error } = await run([mixed], { options: { unavailableProducts: 'fail' } });
		expect(error?.message).toBe('3 of 6 products cannot be sent [item 0]');
		expect(await messages()).toEqual([]);
	});

	it('go out where that was chosen, without a question to the catalog', async () => {
		const { json } = await run([mixed], { options: { unavailableProducts: 'send' } });
		expect(json).toMatchObject([{ dropped: [], checked: false }]);
		expect((json[0].products as string[]).length).toBe(6);
		expect(await productsAsked()).toBe(0);
	});

	it('are told before anything goes out when the choice cannot be read', async () => {
		const { error } = await run([mixed], { options: { unavailableProducts: '={{ "perhaps" }}' } });
		expect(error?.description).toMatch(/^Unavailable Products /);
		expect(await messages()).toEqual([]);
		expect(await productsAsked()).toBe(0);
	});

	it('make room for the nearest product of the same set', async () => {
		const { json, error } = await run([mixed], { substitutes: 'nearest' });
		expect(error).toBeUndefined();
		// 3.20: of the bakery's others the croissant (2.90), the chocolate roll (3.40) is nearer. A cake for 18.90: the box of nougat.
		expect(json).toMatchObject([
			{
				substituted: [
					{ sku: 'BAK-BAGUETTE', by: 'BAK-PAIN-CHOC' },
					{ sku: 'SWE-CHRISTMAS', by: 'SWE-BRULEE' },
				],
				products: ['BAK-PAIN-CHOC', 'BAK-RYE', 'SWE-BRULEE', 'TEA-MINT', 'COF-HOUSE'],
				dropped: [
					{ sku: 'BAK-BAGUETTE', reason: 'outOfStock' },
					{ sku: 'GONE-01', reason: 'notInCatalog' },
					{ sku: 'SWE-CHRISTMAS', reason: 'hidden' },
				],
			},
		]);
		const body = JSON.stringify(await interactive());
		expect(body).toContain('2 × Dark Rye Loaf');
		expect(body).not.toContain('× Pain au Chocolat');
	});

	it('are not stood in for by what the customer is offered anyway', async () => {
		const { json } = await run(
			[
				orderOf([
					['BAK-BAGUETTE', 1],
					['BAK-PAIN-CHOC', 1],
				]),
			],
			{ substitutes: 'nearest' },
		);
		expect(json).toMatchObject([
			{
				substituted: [{ sku: 'BAK-BAGUETTE', by: 'BAK-CROISSANT' }],
				products: ['BAK-CROISSANT', 'BAK-PAIN-CHOC'],
			},
		]);
	});

	it('are sent unchecked without the right to read the catalog, with a hint', async () => {
		const token = { ...credential, accessToken: 'sandbox-token-no-catalog' };
		const parameters = reorder();
		const { json, hints } = await runAction(token, parameters, { items: [mixed] });
		expect(json).toMatchObject([{ status: 'accepted', dropped: [] }]);
		expect(hints.join()).toContain('The products were not checked against the catalog.');
		const { error } = await runAction(token, reorder({ substitutes: 'nearest' }), {
			items: [mixed],
		});
		expect(error?.message).toBe('The access token lacks a permission [item 0]');
	});
});

describe('the form', () => {
	const buy = (...skus: string[]) => [orderOf(skus.map((sku) => [sku, 2]))];
	const four = buy('BAK-RYE', 'TEA-MINT', 'COF-HOUSE', 'BAK-BAGEL');

	it.each<[string, IDataObject[], object, string, string]>([
		['one product', buy('BAK-RYE'), {}, 'product', 'singleProduct'],
		['a few', buy('BAK-RYE', 'TEA-MINT'), {}, 'carousel', 'carousel'],
		['more', four, {}, 'product_list', 'multiProduct'],
		[
			'a few, without a carousel',
			buy('BAK-RYE', 'TEA-MINT'),
			{ carouselUpTo: 0 },
			'product_list',
			'multiProduct',
		],
		['more, with a larger one', four, { carouselUpTo: 10 }, 'carousel', 'carousel'],
		[
			'a fixed list',
			buy('BAK-RYE'),
			{ messageForm: 'multiProduct' },
			'product_list',
			'multiProduct',
		],
		['a fixed carousel', four, { messageForm: 'carousel' }, 'carousel', 'carousel'],
		[
			'a fixed carousel of one',
			buy('BAK-RYE'),
			{ messageForm: 'carousel' },
			'product',
			'singleProduct',
		],
		['a fixed single product', four, { messageForm: 'singleProduct' }, 'product', 'singleProduct'],
	])('fits %s', async (_name, items, more, type, sentAs) => {
		const { json, error } = await run(items, more);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ sentAs }]);
		expect(await interactive()).toMatchObject([{ type }]);
	});

	it('counts what is left, not what was bought', async () => {
		const { json } = await run(buy('BAK-RYE', 'BAK-BAGUETTE'));
		expect(json).toMatchObject([{ sentAs: 'singleProduct', products: ['BAK-RYE'] }]);
	});

	it('holds a carousel to ten cards', async () => {
		const items = [
			orderOf(
				warehouseSkus(12).map((sku) => [sku, 1]),
				{ catalogId: WAREHOUSE_ID },
			),
		];
		const { json } = await run(items, { messageForm: 'carousel', maxProducts: 30 });
		expect(json).toMatchObject([{ parts: 1, products: warehouseSkus(10) }]);
	});

	it('is a preview where that was chosen', async () => {
		const { json, items } = await run(four, { options: { previewOnly: true } });
		expect(json).toMatchObject([{ status: 'preview', sentAs: 'multiProduct', orderCount: 1 }]);
		expect(items[0].binary).toHaveProperty('picture');
		expect(await messages()).toEqual([]);
	});

	it('names what is wrong before anything is sent', async () => {
		const { error } = await run(four, { headerText: 'x'.repeat(61) });
		expect(error?.description).toMatch(/^Header Text has 61 characters, at most 60 are allowed/);
		expect(await messages()).toEqual([]);
	});
});

describe('quantities of last time', () => {
	const order = orderOf([
		['BAK-RYE', 2],
		['TEA-MINT', 1],
		['COF-HOUSE', 2],
		['BAK-BAGEL', 12],
	]);
	const older = orderOf([['BAK-RYE', 9]], { orderId: 'OLD', placedAt: daysAgo(30) });

	it('stand in the body, a line for each product', async () => {
		await run([older, order]);
		expect(await interactive()).toMatchObject([
			{
				body: {
					text: 'Running low?\n\n2 × Dark Rye Loaf\n1 × Peppermint Tea, 25 bags\n2 × House Blend Beans, 250 g\n12 × Sesame Bagel',
				},
			},
		]);
	});

	it('stand where the text wants them', async () => {
		await run([order], { bodyText: 'Hi!\n{quantities}\nSame again?', maxProducts: 2 });
		expect(await interactive()).toMatchObject([
			{ body: { text: 'Hi!\n2 × Dark Rye Loaf\n1 × Peppermint Tea, 25 bags\nSame again?' } },
		]);
	});

	it('stand in section titles', async () => {
		await run([order], { quantities: 'sections' });
		const [{ action, body }] = (await interactive()) as [{ action: object; body: object }];
		expect(body).toEqual({ text: 'Running low?' });
		expect(action).toMatchObject({
			sections: [
				{
					title: 'Last time: 2',
					product_items: [{ product_retailer_id: 'BAK-RYE' }, { product_retailer_id: 'COF-HOUSE' }],
				},
				{ title: 'Last time: 1' },
				{ title: 'Last time: 12' },
			],
		});
	});

	it('can be left out', async () => {
		await run([order], { quantities: 'none' });
		expect(await interactive()).toMatchObject([{ body: { text: 'Running low?' } }]);
	});
});

describe('templates', () => {
	const buy = (days: number, ...skus: string[]) => [
		orderOf(
			skus.map((sku) => [sku, 2]),
			{ placedAt: daysAgo(days) },
		),
	];
	const template = {
		sendAs: 'template',
		templateKind: 'multiProduct',
		template: byId('reorder_reminder/en_US'),
		templateVariables: {
			mappingMode: 'defineBelow',
			value: { header_1: '={{ $json.customer.name }}', body_1: '{quantities}', body_2: 'the van' },
		},
	};
	const carousel = {
		...template,
		templateKind: 'carousel',
		template: byId('weekly_picks/en_US'),
		templateVariables: { mappingMode: 'defineBelow', value: { body_1: 'Pablo' } },
	};
	const templates = async () =>
		(await messages()).map(
			({ payload }) => payload.template as { name: string; components: IDataObject[] },
		);

	it('say what was bought last time in one line', async () => {
		const { json, error } = await run(buy(40, 'BAK-RYE', 'TEA-MINT', 'BAK-BAGUETTE'), template);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{ sentAs: 'template', products: ['BAK-RYE', 'TEA-MINT'], dropped: [{ sku: 'BAK-BAGUETTE' }] },
		]);
		expect(await templates()).toMatchObject([
			{
				name: 'reorder_reminder',
				components: [
					{ type: 'header', parameters: [{ text: 'Pablo' }] },
					{
						type: 'body',
						parameters: [
							{ text: '2 × Dark Rye Loaf, 2 × Peppermint Tea, 25 bags' },
							{ text: 'the van' },
						],
					},
					{ type: 'button', sub_type: 'mpm' },
				],
			},
		]);
	});

	it('name what is offered where no quantity is known', async () => {
		// In the same moment: a later one would be the newer order.
		const { placedAt } = buy(40, 'BAK-RYE')[0];
		const rows = ['BAK-RYE', 'TEA-MINT'].map((sku) => ({
			...rowsOf({ ...buy(40, sku)[0], placedAt })[0],
			quantity: '',
		}));
		const { error } = await run(rows, template);
		expect(error).toBeUndefined();
		const [{ components }] = await templates();
		expect(components[1].parameters).toMatchObject([
			{ text: 'Dark Rye Loaf, Peppermint Tea, 25 bags' },
			{ text: 'the van' },
		]);
	});

	it('take as many products as header and body have room for', async () => {
		const value = {
			header_1: '{quantities}',
			body_1: '{quantities}; {quantities}',
			body_2: 'v'.repeat(850),
		};
		const { json, error } = await run(buy(40, 'BAK-RYE', 'TEA-MINT', 'COF-HOUSE', 'BAK-BAGEL'), {
			...template,
			templateVariables: { mappingMode: 'defineBelow', value },
		});
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ status: 'accepted', parts: 1 }]);
		const [{ components }] = await templates();
		const [header, body] = components.map(
			({ parameters }) => (parameters as [{ text: string }])[0].text,
		);
		expect(header).toMatch(/^2 × .+, … \+\d+$/);
		expect(body).toMatch(/^2 × .+, … \+\d+; 2 × .+, … \+\d+$/);
	});

	it.each<[string, number, string]>([
		['a message within 24 hours', 0.5, 'carousel'],
		['a template later', 1.5, 'template'],
	])('leave it to the window: %s', async (_name, days, type) => {
		const { error } = await run(buy(days, 'BAK-RYE', 'TEA-MINT'), {
			...template,
			sendAs: 'byWindow',
		});
		expect(error).toBeUndefined();
		expect(await messages()).toMatchObject([{ type }]);
	});

	it('take another one where one product is left', async () => {
		const forOne = {
			...template,
			templateForOne: byId('back_in_stock/en_US'),
			templateVariables: {
				mappingMode: 'defineBelow',
				value: { header_1: 'Pablo', body_first_name: 'Pablo', body_product: '{quantities}' },
			},
		};
		const { error } = await run(buy(9, 'BAK-RYE', 'BAK-BAGUETTE'), forOne);
		expect(error).toBeUndefined();
		expect(await templates()).toMatchObject([
			{ name: 'back_in_stock', components: [{ type: 'header' }, { type: 'body' }] },
		]);
	});

	it('with cards skip a customer for whom one product is left', async () => {
		const { json, error } = await run(buy(9, 'BAK-RYE', 'BAK-BAGUETTE'), carousel);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ status: 'skipped' }]);
		expect(json[0].reason).toContain('a carousel takes two or more');
		const { json: two } = await run(buy(9, 'BAK-RYE', 'TEA-MINT'), carousel);
		expect(two).toMatchObject([{ status: 'accepted', sentAs: 'template' }]);
	});

	it('are refused when they are of another type', async () => {
		const { error } = await run(buy(9, 'BAK-RYE'), {
			...template,
			templateForOne: byId('weekly_picks/en_US'),
		});
		expect(error?.description).toContain(
			'Template for One Product takes one of the type Single Product.',
		);
	});

	it('are listed by the chosen type', async () => {
		const parameters = reorder({ sendAs: 'template', templateKind: 'carousel' });
		const { results } = await search(credential, 'searchProductTemplates', parameters);
		expect(results.map(({ value }) => value)).toEqual([
			'weekly_picks/en_US',
			'recipes_online/en_US',
		]);
	});

	it('for one product are listed by their kind', async () => {
		const { results } = await search(credential, 'searchSingleProductTemplates', reorder());
		expect(results.map(({ value }) => value)).toEqual(['back_in_stock/en_US']);
	});
});

it('within Retry On Fail each customer gets one message', async () => {
	const items = [
		{ nothing: 'here' },
		orderOf([['BAK-RYE', 1]], { orderId: 'A' }),
		orderOf([['BAK-RYE', 1]], { orderId: 'B', customer: '+16505550199' }),
	];
	const { json } = await run(
		items,
		{},
		{ onError: 'continueRegularOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
	);
	expect(json).toMatchObject([
		{ error: 'This item is not an order [item 0]' },
		{ status: 'accepted', customerKey: PABLO.key },
		{ status: 'accepted', customerKey: '+16505550199' },
	]);
	expect(await messages()).toHaveLength(2);
});

describe('items that are no orders', () => {
	it('are refused with the names of their fields', async () => {
		const { error } = await run([{ Article: 'BAK-RYE', Qty: 1 }]);
		expect(error?.message).toBe('This item is not an order [item 0]');
		expect(error?.description).toContain('its fields are Article, Qty');
		expect(error?.description).toContain('Nothing was sent for this item.');
	});

	it.each(['[{"sku":"BAK-RYE","quan', 'BAK-RYE', { sku: 'BAK-RYE' }])(
		'are told from those whose lines cannot be read: %j',
		async (rows) => {
			const columns = { orderColumns: { lines: 'Rows' } };
			const { error } = await run([{ customer: PABLO.key, Rows: rows }], columns);
			expect(error?.description).toMatch(/^"Rows" holds something that cannot be read as a list/);
		},
	);

	it('go past the others with Continue On Fail', async () => {
		const items = [
			{ foo: 1 },
			orderOf([['BAK-RYE', 1]]),
			orderOf([['BAK-RYE', 1]], { customer: null, orderId: 'N' }),
		];
		const { json } = await run(items, {}, { onError: 'continueRegularOutput' });
		expect(json).toMatchObject([
			{ error: 'This item is not an order [item 0]' },
			{ status: 'accepted' },
			{ error: 'Recipient must be changed [item 2]' },
		]);
	});

	it('are refused when a number cannot be read', async () => {
		const { error } = await run([orderOf([['BAK-RYE', 1]])], { maxProducts: 0 });
		expect(error?.description).toContain('Max Products must be a whole number from 1.');
		const { error: date } = await run([orderOf([['BAK-RYE', 1]])], {
			period: 'since',
			since: 'soon',
		});
		expect(date?.description).toContain('Date is "soon", which is not a date.');
		const since = '05.11.2026';
		const { error: either } = await run([orderOf([['BAK-RYE', 1]])], { period: 'since', since });
		expect(either?.description).toContain('Date is "05.11.2026", which is not a date.');
	});
});

it('uses what was chosen before what the order names', async () => {
	const order = orderOf([['BAK-RYE', 1]], { catalogId: WAREHOUSE_ID, phoneNumberId: '1' });
	const { json, error } = await run([order], {
		catalogId: byId(CATALOG_ID),
		phoneNumberId: byId(PHONE_NUMBER_ID),
	});
	expect(error).toBeUndefined();
	expect(json).toMatchObject([{ catalogId: CATALOG_ID, products: ['BAK-RYE'] }]);
});
