import type { IDataObject } from 'n8n-workflow';

import { CUSTOMERS } from '../../../sandbox/world/shop/world.mts';
import {
	PRODUCT_SET_IDS,
	PROMOTION,
	WEEKLY_BASKET,
} from '../../../sandbox/world/shop/productSets.mts';
import { WhatsAppCommerce } from '../../../nodes/WhatsAppCommerce/WhatsAppCommerce.node';
import { CATALOG_ID, multiProduct, section, WAREHOUSE_ID } from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, messages, calls } = useSandbox();

const [PABLO, KAETHE, ROBIN] = CUSTOMERS;
const toEach = { ...multiProduct, recipient: '={{ $json.to }}' };

/** A message as its reader sees it: who got it, and each section as its title and its SKUs. */
type Shown = [to: string | null, ...sections: Array<[title: string | null, ...skus: string[]]>];

async function shown(): Promise<Shown[]> {
	return (await messages()).map(({ to, recipient, payload }): Shown => {
		const { sections } = payload.interactive.action as {
			sections: Array<{ title?: string; product_items: Array<{ product_retailer_id: string }> }>;
		};
		return [
			to ?? recipient,
			...sections.map(({ title = null, product_items: items }): [string | null, ...string[]] => [
				title,
				...items.map((item) => item.product_retailer_id),
			]),
		];
	});
}

const sends = async () => (await calls()).filter(({ method }) => method === 'POST');

describe('Sections', () => {
	it('are read for each input item', async () => {
		const { json } = await runAction(
			credential,
			{
				...toEach,
				sections: {
					section: [
						section('={{ $json.first }}', { rows: ['={{ $json.picked }}'], skus: 'BAK-BAGEL' }),
						section('Tea', { skus: '={{ $json.teas }}' }),
					],
				},
			},
			{
				items: [
					{ to: PABLO.phone, first: 'Bread', picked: 'BAK-RYE', teas: 'TEA-GREEN, TEA-MINT' },
					{ to: ROBIN.userId, first: 'Rolls', picked: 'BAK-BRIOCHE', teas: ['TEA/EG 50+5'] },
				],
			},
		);
		expect(json).toHaveLength(2);
		expect(await shown()).toEqual([
			[PABLO.phone, ['Bread', 'BAK-RYE', 'BAK-BAGEL'], ['Tea', 'TEA-GREEN', 'TEA-MINT']],
			[ROBIN.userId, ['Rolls', 'BAK-BRIOCHE', 'BAK-BAGEL'], ['Tea', 'TEA/EG 50+5']],
		]);
	});
});

describe('JSON', () => {
	it('is read for each input item', async () => {
		const { items, error } = await runAction(
			credential,
			{ ...toEach, productSource: 'json', sectionsJson: '={{ $json.list }}' },
			{
				items: [
					{ to: KAETHE.phone, list: [{ title: 'Bread', skus: ['BAK-RYE', 'BAK-BAGEL'] }] },
					{ to: PABLO.phone, list: '[{"title":"Milk","skus":"DAI-MILK, DAI-CREAM"}]' },
				],
			},
		);
		expect(error).toBeUndefined();
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(await shown()).toEqual([
			[KAETHE.phone, ['Bread', 'BAK-RYE', 'BAK-BAGEL']],
			[PABLO.phone, ['Milk', 'DAI-MILK', 'DAI-CREAM']],
		]);
	});

	it('with a misspelt key names it and sends nothing', async () => {
		const { error } = await runAction(credential, {
			...multiProduct,
			productSource: 'json',
			sectionsJson: '[{"titel":"Bread","skus":["BAK-RYE"]}]',
		});
		expect(error?.description).toMatch(/^Section 1 has a key that is not known: "titel"\./);
		expect(await calls()).toEqual([]);
	});
});

describe('SKU List', () => {
	const list = (skuList: unknown, more: object = {}) =>
		({ ...multiProduct, productSource: 'skuList', skuList, ...more }) as IDataObject;

	it.each<[string, string, Shown]>([
		[
			'titled lines, with SKUs on the lines below',
			'Bread: BAK-RYE, BAK-BAGEL\r\nTea:\r\nTEA-GREEN\r\nTEA/EG 50+5; TEA-MINT',
			[
				PABLO.phone,
				['Bread', 'BAK-RYE', 'BAK-BAGEL'],
				['Tea', 'TEA-GREEN', 'TEA/EG 50+5', 'TEA-MINT'],
			],
		],
		[
			'SKUs alone',
			'BAK-RYE\nBAK-BAGEL, CAFÉ-DECAF\n\n',
			[PABLO.phone, [null, 'BAK-RYE', 'BAK-BAGEL', 'CAFÉ-DECAF']],
		],
		[
			'two spreadsheet columns, a merged cell, a section that comes again',
			'Bread\tBAK-RYE\n\tBAK-BAGEL\nTea\tTEA-GREEN\nBread\tBAK-BRIOCHE',
			[PABLO.phone, ['Bread', 'BAK-RYE', 'BAK-BAGEL', 'BAK-BRIOCHE'], ['Tea', 'TEA-GREEN']],
		],
		[
			'spreadsheet columns in the order of the heading row, others skipped',
			'SKU\tName\tCategory\r\nTEA/EG 50+5\tEarl Grey, 50 + 5 bags\tTea\r\nBAK-RYE\tRye\tBread\r\n',
			[PABLO.phone, ['Tea', 'TEA/EG 50+5'], ['Bread', 'BAK-RYE']],
		],
	])('reads %s', async (_name, text, expected) => {
		const { error } = await runAction(credential, list(text));
		expect(error).toBeUndefined();
		expect(await shown()).toEqual([expected]);
	});

	it('is read for each input item', async () => {
		await runAction(credential, list('={{ $json.text }}', { recipient: '={{ $json.to }}' }), {
			items: [
				{ to: PABLO.phone, text: 'Bread: BAK-RYE' },
				{ to: KAETHE.phone, text: 'DAI-MILK' },
				{ to: ROBIN.userId, text: 'Tea\tTEA-MINT' },
			],
		});
		expect(await shown()).toEqual([
			[PABLO.phone, ['Bread', 'BAK-RYE']],
			[KAETHE.phone, [null, 'DAI-MILK']],
			[ROBIN.userId, ['Tea', 'TEA-MINT']],
		]);
	});

	it('passes the same checks as sections filled in by hand', async () => {
		const { error } = await runAction(
			credential,
			list(`BAK-RYE\n${'x'.repeat(25)}: BAK-BAGEL\nTea:`),
		);
		expect(error?.message).toBe('3 things must be changed [item 0]');
		expect(error?.description?.split('\n')).toEqual([
			expect.stringMatching(/^1\) Section 2 › Title has 25 characters, at most 24/),
			'2) Section 3 ("Tea") has no products. Add at least one SKU, or remove the section.',
			expect.stringMatching(/^3\) Section 1 › Title is empty/),
			'Nothing was sent for this item.',
		]);
		expect(await calls()).toEqual([]);
	});

	it('that is empty is said to be so', async () => {
		const { error } = await runAction(credential, list('={{ " \\n\\t" }}'));
		expect(error?.description).toMatch(/^Sections has no section\./);
		expect(await calls()).toEqual([]);
	});
});

describe('Input Items', () => {
	const fromItems = { ...toEach, productSource: 'inputItems', itemSection: '={{ $json.shelf }}' };

	it('makes one message for each recipient, however it is written, paired with all its items', async () => {
		const { items, json, error } = await runAction(credential, fromItems, {
			items: [
				{ to: '+1 650 555 1234', sku: 'BAK-RYE', shelf: 'Bread' },
				{ to: '+49 176 0406-9011', sku: 'TEA-MINT', shelf: 'Tea' },
				{ to: '001 (650) 555-1234', sku: 'COF-HOUSE', shelf: 'Coffee' },
				{ to: 16505551234, sku: 'BAK-BAGEL', shelf: ' Bread ' },
				{ to: ROBIN.userId, sku: 'DAI-MILK' },
				{ to: '4917604069011', sku: 'TEA-GREEN', shelf: 'Tea' },
			],
		});
		expect(error).toBeUndefined();
		expect(await shown()).toEqual([
			[PABLO.phone, ['Bread', 'BAK-RYE', 'BAK-BAGEL'], ['Coffee', 'COF-HOUSE']],
			[KAETHE.phone, ['Tea', 'TEA-MINT', 'TEA-GREEN']],
			[ROBIN.userId, [null, 'DAI-MILK']],
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			[{ item: 0 }, { item: 2 }, { item: 3 }],
			[{ item: 1 }, { item: 5 }],
			{ item: 4 },
		]);
		expect(json.map(({ products }) => products)).toEqual([
			['BAK-RYE', 'BAK-BAGEL', 'COF-HOUSE'],
			['TEA-MINT', 'TEA-GREEN'],
			['DAI-MILK'],
		]);
	});

	it('takes the SKU from the field that the builder names, numbers too', async () => {
		await runAction(
			credential,
			{
				...multiProduct,
				productSource: 'inputItems',
				itemSku: '={{ $json.article }}',
				options: { unavailableProducts: 'send' },
			},
			{ items: [{ article: 'BAK-RYE' }, { article: 4711 }, { article: ' BAK-BAGEL ' }] },
		);
		expect(await shown()).toEqual([[PABLO.phone, [null, 'BAK-RYE', '4711', 'BAK-BAGEL']]]);
	});

	it('keeps two catalogs and two senders apart', async () => {
		await runAction(
			credential,
			{
				...fromItems,
				catalogId: byId('={{ $json.catalog }}'),
				phoneNumberId: byId('={{ $json.from }}'),
			},
			{
				items: [
					{ to: PABLO.phone, sku: 'BAK-RYE', catalog: CATALOG_ID, from: '106540352242922' },
					{ to: PABLO.phone, sku: 'WH-00001', catalog: WAREHOUSE_ID, from: '106540352242922' },
					{ to: PABLO.phone, sku: 'BAK-BAGEL', catalog: CATALOG_ID, from: '106540352242933' },
					{ to: PABLO.phone, sku: 'TEA-MINT', catalog: CATALOG_ID, from: '106540352242922' },
				],
			},
		);
		expect(await shown()).toEqual([
			[PABLO.phone, [null, 'BAK-RYE', 'TEA-MINT']],
			[PABLO.phone, [null, 'WH-00001']],
			[PABLO.phone, [null, 'BAK-BAGEL']],
		]);
		expect((await sends()).map(({ path }) => path.split('/').at(-2))).toEqual([
			'106540352242922',
			'106540352242922',
			'106540352242933',
		]);
	});

	it('merges a product that comes in two items', async () => {
		const { json } = await runAction(credential, fromItems, {
			items: [
				{ to: PABLO.phone, sku: 'BAK-RYE', shelf: 'Bread' },
				{ to: PABLO.phone, sku: 'BAK-RYE', shelf: 'Again' },
			],
		});
		expect(json).toMatchObject([
			{ products: ['BAK-RYE'], dropped: [{ sku: 'BAK-RYE', reason: 'duplicate' }] },
		]);
		expect(await shown()).toEqual([[PABLO.phone, ['Bread', 'BAK-RYE']]]);
	});

	it('says which section lacks a title and which item lacks a SKU', async () => {
		const { error } = await runAction(credential, fromItems, {
			items: [
				{ to: PABLO.phone, sku: 'BAK-RYE', shelf: 'Bread' },
				{ to: PABLO.phone, sku: 'TEA-MINT', shelf: '' },
				{ to: PABLO.phone, sku: null, shelf: 'Bread' },
			],
		});
		expect(error?.description?.split('\n')).toEqual([
			expect.stringMatching(/^1\) Section 1 \("Bread"\) › Product 2 is empty\./),
			expect.stringMatching(/^2\) Section 2 › Title is empty\./),
			'Nothing was sent for this item.',
		]);
		expect(await calls()).toEqual([]);
	});

	describe('an item with a broken expression', () => {
		const broken = '$json.broken ? $("Nowhere").item.json.value :';
		const items = [
			{ to: PABLO.phone, sku: 'BAK-RYE' },
			{ to: KAETHE.phone, sku: 'TEA-MINT', broken: true },
			{ to: PABLO.phone, sku: 'BAK-BAGEL' },
			{ to: KAETHE.phone, sku: 'TEA-GREEN' },
		];
		const node = { onError: 'continueRegularOutput' as const };

		it('as recipient fails alone, with Continue On Fail', async () => {
			const recipient = `={{ ${broken} $json.to }}`;
			const out = await runAction(credential, { ...fromItems, recipient }, { items, node });
			expect(out.error).toBeUndefined();
			expect(await shown()).toEqual([
				[PABLO.phone, [null, 'BAK-RYE', 'BAK-BAGEL']],
				[KAETHE.phone, [null, 'TEA-GREEN']],
			]);
			expect(out.items.map(({ pairedItem }) => pairedItem)).toEqual([
				[{ item: 0 }, { item: 2 }],
				{ item: 1 },
				{ item: 3 },
			]);
			expect(out.json[1]).toMatchObject({
				error: "Referenced node doesn't exist",
				details: { recipient: null },
			});
		});

		it('as SKU fails the message that it belongs to, with Continue On Fail', async () => {
			const itemSku = `={{ ${broken} $json.sku }}`;
			const out = await runAction(credential, { ...fromItems, itemSku }, { items, node });
			expect(await shown()).toEqual([[PABLO.phone, [null, 'BAK-RYE', 'BAK-BAGEL']]]);
			expect(out.items.map(({ pairedItem }) => pairedItem)).toEqual([
				[{ item: 0 }, { item: 2 }],
				[{ item: 1 }, { item: 3 }],
			]);
			expect(out.json[1]).toMatchObject({
				error: expect.any(String),
				details: { recipient: KAETHE.phone },
			});
		});

		it('stops the run before anything leaves, without it', async () => {
			const recipient = `={{ ${broken} $json.to }}`;
			const { error } = await runAction(credential, { ...fromItems, recipient }, { items });
			expect(error?.context).toMatchObject({ itemIndex: 1 });
			expect(await calls()).toEqual([]);
		});
	});

	it('reports a recipient that cannot be read once, for all its items', async () => {
		const { json, items } = await runAction(credential, fromItems, {
			items: [
				{ to: '0176 4069011', sku: 'BAK-RYE' },
				{ to: PABLO.phone, sku: 'TEA-MINT' },
				{ to: '0176 4069011', sku: 'BAK-BAGEL' },
			],
			node: { onError: 'continueRegularOutput' },
		});
		expect(json).toMatchObject([
			{ error: 'Recipient must be changed [item 0]', details: { recipient: '0176 4069011' } },
			{ status: 'accepted', products: ['TEA-MINT'] },
		]);
		expect(items[0].pairedItem).toEqual([{ item: 0 }, { item: 2 }]);
	});
});

describe('Product Set', () => {
	const fromSet = (productSetId: unknown, more: object = {}) =>
		({
			...multiProduct,
			productSource: 'productSet',
			productSetId: byId(productSetId),
			...more,
		}) as IDataObject;
	const BASKET = WEEKLY_BASKET.filter((sku) => !['BAK-BAGUETTE', 'SWE-CHRISTMAS'].includes(sku));

	it('shows the set in its order, without what cannot be bought', async () => {
		const set = fromSet(PRODUCT_SET_IDS.weeklyBasket, { sectionTitle: 'Weekly basket' });
		const { json, error } = await runAction(credential, set);
		expect(error).toBeUndefined();
		expect(await shown()).toEqual([[PABLO.phone, ['Weekly basket', ...BASKET]]]);
		expect(json).toMatchObject([
			{
				products: BASKET,
				dropped: [
					{ sku: 'BAK-BAGUETTE', reason: 'outOfStock' },
					{ sku: 'SWE-CHRISTMAS', reason: 'hidden' },
				],
			},
		]);
	});

	it('is read for each input item', async () => {
		await runAction(
			credential,
			fromSet('={{ $json.set }}', { recipient: '={{ $json.to }}', maxProducts: 2 }),
			{
				items: [
					{ to: KAETHE.phone, set: PRODUCT_SET_IDS.dairyAndEggs },
					{ to: ROBIN.userId, set: PRODUCT_SET_IDS.weeklyBasket },
				],
			},
		);
		expect(await shown()).toEqual([
			[KAETHE.phone, [null, 'DAI-MILK', 'DAI-BUTTER']],
			[ROBIN.userId, [null, 'COF-HOUSE', 'BAK-SOURDOUGH']],
		]);
	});

	it('takes the first 30 by default, and no more than Max Products', async () => {
		const promotion = fromSet(PRODUCT_SET_IDS.promotion, { catalogId: byId(WAREHOUSE_ID) });
		const inStock = PROMOTION.filter((sku) => Number(sku.slice(3)) % 50 !== 0);
		await runAction(credential, promotion);
		await runAction(credential, { ...promotion, maxProducts: 3 });
		expect((await messages()).map(({ products }) => products)).toEqual([
			// WH-02600, the 25th, is out of stock.
			PROMOTION.slice(0, 30).filter((sku) => sku !== 'WH-02600'),
			PROMOTION.slice(0, 3),
		]);
		const options = { overflow: 'split' };
		const all = await runAction(credential, { ...promotion, maxProducts: 95, options });
		expect(all.json.map(({ products }) => (products as string[]).length)).toEqual([30, 30, 30, 2]);
		expect(all.json.flatMap(({ products }) => products)).toEqual(inStock);
	});

	it('is read once for all input items that show it', async () => {
		const items = Array.from({ length: 20 }, (_, index) => ({ to: `+1650555${3000 + index}` }));
		const set = fromSet(PRODUCT_SET_IDS.weeklyBasket, { recipient: '={{ $json.to }}' });
		const { json } = await runAction(credential, set, { items });
		expect(json.map(({ products }) => products)).toEqual(items.map(() => BASKET));
		const reads = (await calls()).filter(({ method }) => method === 'GET');
		expect(reads.map(({ path }) => path.split('/').slice(-2))).toEqual([
			[PRODUCT_SET_IDS.weeklyBasket, 'products'],
			[CATALOG_ID, 'products'],
		]);
	});

	it('takes an id that an expression yields as a number', async () => {
		const set = fromSet('={{ $json.set }}', { maxProducts: 1 });
		const { error } = await runAction(credential, set, {
			items: [{ set: Number(PRODUCT_SET_IDS.weeklyBasket) }],
		});
		expect(error?.description).toBeUndefined();
		expect(await shown()).toEqual([[PABLO.phone, [null, 'COF-HOUSE']]]);
	});

	it('that is empty sends nothing and says so', async () => {
		const { error } = await runAction(credential, fromSet(PRODUCT_SET_IDS.empty));
		expect(error?.message).toBe('Product Set must be changed [item 0]');
		expect(error?.description).toMatch(
			/^Product Set 318402775910031 has no products\. Add some in Commerce Manager, or choose another set\./,
		);
		expect(await sends()).toEqual([]);
	});

	it('reads no more of a large set than Max Products', async () => {
		const set = fromSet(PRODUCT_SET_IDS.promotion, {
			catalogId: byId(WAREHOUSE_ID),
			maxProducts: 3,
		});
		const { json } = await runAction(credential, set);
		expect(json[0].products).toHaveLength(3);
		const [read] = (await calls()).filter(({ path }) => path.includes(PRODUCT_SET_IDS.promotion));
		expect(read.query.limit).toBe('3');
	});

	it('that is no id makes no call', async () => {
		const { error } = await runAction(credential, fromSet('../me'));
		expect(error?.message).toBe('Product Set must be changed [item 0]');
		expect(error?.description).toMatch(
			/^Product Set is "\.\.\/me", which is not an id\. .*\nNothing was sent for this item\.$/i,
		);
		expect(await calls()).toEqual([]);
	});

	it('that Meta does not know is told in words', async () => {
		const { error } = await runAction(credential, fromSet('999'));
		expect(error?.message).toBe('Meta does not know this object or field for this token [item 0]');
		expect(await sends()).toEqual([]);
	});

	it('that a token may not read is told in words', async () => {
		const limited = { ...credential, accessToken: 'sandbox-token-no-catalog' };
		const { error } = await runAction(limited, fromSet(PRODUCT_SET_IDS.bakery));
		expect(error?.message).toBe('The access token lacks a permission [item 0]');
		expect(await sends()).toEqual([]);
	});
});

describe('Orders', () => {
	const order = (
		placedAt: string | null,
		lines: Array<[sku: string | null, quantity: number]>,
		customer: { userId: string } = PABLO,
	) => ({
		event: 'order',
		orderId: `wamid.${placedAt}`,
		placedAt,
		customer: { key: customer.userId },
		catalogId: CATALOG_ID,
		lines: lines.map(([sku, quantity], index) => ({ line: index + 1, sku, quantity })),
	});
	const may = order('2026-05-01T10:00:00.000Z', [
		['TEA-MINT', 1],
		['BAK-RYE', 5],
		['TEA-MINT', 2],
	]);
	const june = order('2026-06-01T10:00:00.000Z', [
		['DAI-MILK', 1],
		['BAK-RYE', 1],
	]);
	const july = order('2026-07-01T10:00:00.000Z', [
		['COF-HOUSE', 9],
		['DAI-MILK', 1],
	]);
	const again = {
		...multiProduct,
		productSource: 'order',
		recipient: '={{ $json.customer.key }}',
		sectionTitle: 'Again',
	};
	const history = { ...again, recipient: PABLO.phone, orders: '={{ $json.orders }}' };

	it('one event for each item: each customer gets what they bought', async () => {
		const { items } = await runAction(credential, again as IDataObject, {
			items: [
				order(null, [
					['TEA-GREEN', 1],
					[null, 3],
					['BAK-BAGEL', 2],
				]),
				order('2026-05-01T10:00:00.000Z', [['DAI-CREAM', 1]], ROBIN),
			] as IDataObject[],
		});
		expect(await shown()).toEqual([
			[PABLO.userId, ['Again', 'TEA-GREEN', 'BAK-BAGEL']],
			[ROBIN.userId, ['Again', 'DAI-CREAM']],
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it.each<[string, object, string[]]>([
		['last bought first, by default', {}, ['COF-HOUSE', 'DAI-MILK', 'BAK-RYE', 'TEA-MINT']],
		['last bought first', { ranking: 'mostRecent', maxProducts: 2 }, ['COF-HOUSE', 'DAI-MILK']],
		[
			'bought most often first, then the larger quantity',
			{ ranking: 'mostOften' },
			['BAK-RYE', 'DAI-MILK', 'COF-HOUSE', 'TEA-MINT'],
		],
		['as ordered', { ranking: 'asOrdered' }, ['DAI-MILK', 'BAK-RYE', 'TEA-MINT', 'COF-HOUSE']],
	])('several orders, %s', async (_name, more, expected) => {
		const items = [{ orders: [june, may, july] }] as unknown as IDataObject[];
		const { error } = await runAction(credential, { ...history, ...more }, { items });
		expect(error).toBeUndefined();
		expect(await shown()).toEqual([[PABLO.phone, ['Again', ...expected]]]);
	});

	it('reads orders that are given as text', async () => {
		const items = [{ orders: JSON.stringify([may, june]) }];
		await runAction(credential, history, { items });
		expect(await shown()).toEqual([[PABLO.phone, ['Again', 'DAI-MILK', 'BAK-RYE', 'TEA-MINT']]]);
	});

	it('reads all items with the expression that the field’s description gives', async () => {
		const field = new WhatsAppCommerce().description.properties.find(
			({ name }) => name === 'orders',
		);
		const example = /\{\{.*\}\}/.exec(field?.description ?? '')?.[0];
		const { error } = await runAction(
			credential,
			{ ...again, orders: `=${example}` },
			{ items: [may, july] as IDataObject[] },
		);
		expect(error?.message).toBeUndefined();
		const both: Shown = [PABLO.userId, ['Again', 'COF-HOUSE', 'DAI-MILK', 'TEA-MINT', 'BAK-RYE']];
		expect(await shown()).toEqual([both, both]);
	});

	it.each<[string, unknown]>([
		['another event', { event: 'textMessage', text: 'Hello' }],
		['a text that is not JSON', 'BAK-RYE, BAK-BAGEL'],
		['nothing', null],
		['an empty list', []],
		['a number', 7],
		['lines that are no list', { lines: { sku: 'BAK-RYE' } }],
	])('%s is no order, and the sentence says what is', async (_name, given) => {
		const items = [{ orders: given }] as IDataObject[];
		const { error } = await runAction(credential, history, { items });
		expect(error?.message).toBe('Orders must be changed [item 0]');
		expect(error?.description).toBe(
			'Orders holds no order. Give an order as the WhatsApp Commerce Trigger yields it, with its "lines", or a list of such orders.\nNothing was sent for this item.',
		);
		expect(await calls()).toEqual([]);
	});

	it('without a readable line has no products', async () => {
		const items = [{ orders: order(null, [[null, 1]]) }] as unknown as IDataObject[];
		const { error } = await runAction(credential, history, { items });
		expect(error?.description).toMatch(
			/^Orders holds no product: no line of the orders has a SKU\./,
		);
		expect(await calls()).toEqual([]);
	});
});
