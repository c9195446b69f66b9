import { CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import { Client, refused } from '../support/client.mts';

const client = new Client();
beforeAll(() => client.start());
beforeEach(() => client.control('POST', 'reset'));
afterAll(() => client.stop());

const CATALOG = CATALOG_IDS.cornerShop;
const items = (...skus: string[]) => skus.map((sku) => ({ product_retailer_id: sku }));
const warehouse = (from: number, to: number) =>
	Array.from(
		{ length: to - from + 1 },
		(_, index) => `WH-${String(from + index).padStart(5, '0')}`,
	);

describe('a single product', () => {
	const product = (change: object = {}, action: object = {}) =>
		client.send({
			type: 'interactive',
			interactive: {
				type: 'product',
				action: { catalog_id: CATALOG, product_retailer_id: 'BAK-RYE', ...action },
				...change,
			},
		});

	it('is sent with nothing but the product, and with body and footer of full length', async () => {
		expect((await product()).status).toBe(200);
		expect(
			(await product({ body: { text: 'é'.repeat(1024) }, footer: { text: '🧁'.repeat(60) } }))
				.status,
		).toBe(200);
		expect(await client.messages()).toMatchObject([
			{ type: 'product', catalogId: CATALOG, products: ['BAK-RYE'], dropped: [] },
			{ type: 'product', catalogId: CATALOG, products: ['BAK-RYE'], dropped: [] },
		]);
	});

	it('is sent from the second catalog too', async () => {
		expect(
			(await product({}, { catalog_id: CATALOG_IDS.warehouse, product_retailer_id: 'WH-10000' }))
				.status,
		).toBe(200);
	});

	it.each([
		['a header', { header: { type: 'text', text: 'x' } }, {}, 131009, 'Header is not allowed'],
		['an empty body', { body: { text: '' } }, {}, 131009, 'body.*Min length: 1'],
		['a body without text', { body: {} }, {}, 131008, "body'\\]\\['text'\\]"],
		['a long body', { body: { text: 'x'.repeat(1025) } }, {}, 131009, 'body.*Max length: 1024'],
		['a long footer', { footer: { text: '🧁'.repeat(61) } }, {}, 131009, 'footer.*Max length: 60'],
		['an unknown part', { buttons: [] }, {}, 100, 'Unexpected key "buttons"'],
		[
			'an unknown key in the body',
			{ body: { text: 'x', txt: 'y' } },
			{},
			100,
			'Unexpected key "txt"',
		],
		['no action', { action: undefined }, {}, 131008, "\\['action'\\]"],
		['no catalog', {}, { catalog_id: undefined }, 131008, 'catalog_id'],
		['no product', {}, { product_retailer_id: undefined }, 131008, 'product_retailer_id'],
		['sections', {}, { sections: [] }, 100, 'Unexpected key "sections"'],
		['a catalog id as a number', {}, { catalog_id: 194836987003835 }, 100, 'must be a string'],
		['a catalog that is not linked', {}, { catalog_id: '1' }, 131009, 'catalog is linked'],
		[
			'an unknown SKU',
			{},
			{ product_retailer_id: 'NO-SUCH' },
			131009,
			'^Products not found in FB Catalog$',
		],
		[
			"Meta's id instead of the SKU",
			{},
			{ product_retailer_id: '5900000000000001' },
			131009,
			'Products not found',
		],
		[
			'a hidden product',
			{},
			{ product_retailer_id: 'SWE-CHRISTMAS' },
			131009,
			'Products not found',
		],
		[
			'a rejected product',
			{},
			{ product_retailer_id: 'HOU-LIGHTER' },
			131009,
			'Products not found',
		],
		[
			'a product of the other catalog',
			{},
			{ product_retailer_id: 'WH-00001' },
			131009,
			'Products not found',
		],
	])('is refused with %s', async (_name, change, action, code, details) => {
		refused(await product(change, action), code, new RegExp(details));
		expect(await client.messages()).toEqual([]);
	});

	it('that is out of stock is sent', async () => {
		expect((await product({}, { product_retailer_id: 'BAK-BAGUETTE' })).status).toBe(200);
	});
});

describe('a product list', () => {
	const list = (
		change: object = {},
		sections: unknown = [{ product_items: items('BAK-RYE', 'DAI-MILK') }],
	) =>
		client.send({
			type: 'interactive',
			interactive: {
				type: 'product_list',
				header: { type: 'text', text: 'Breakfast' },
				body: { text: 'Everything for the morning' },
				action: { catalog_id: CATALOG, sections },
				...change,
			},
		});
	const titled = (count: number, skus: string[]) =>
		Array.from({ length: count }, (_, index) => ({
			title: `Part ${index + 1}`,
			product_items: items(skus[index] ?? 'BAK-RYE'),
		}));

	it('is sent, products in order, the longest texts in code points', async () => {
		const change = {
			header: { type: 'text', text: '🥐'.repeat(60) },
			body: { text: '🥐'.repeat(1024) },
			footer: { text: '🥐'.repeat(60) },
		};
		const answer = await list(change, [
			{ title: '🥐'.repeat(24), product_items: items('DAI-MILK', 'BAK-RYE') },
			{ title: 'More', product_items: items('TEA/EG 50+5', 'CAFÉ-DECAF') },
		]);
		expect(answer.status).toBe(200);
		expect(await client.messages()).toMatchObject([
			{
				type: 'product_list',
				products: ['DAI-MILK', 'BAK-RYE', 'TEA/EG 50+5', 'CAFÉ-DECAF'],
				dropped: [],
			},
		]);
	});

	it('takes ten sections and thirty products, not one more', async () => {
		const other = (sections: unknown) =>
			list({ action: { catalog_id: CATALOG_IDS.warehouse, sections } });
		expect((await list({}, titled(10, []))).status).toBe(200);
		refused(await list({}, titled(11, [])), 131009, /sections.*11.*Max: 10/);
		expect((await other([{ product_items: items(...warehouse(1, 30)) }])).status).toBe(200);
		refused(await other([{ product_items: items(...warehouse(1, 31)) }]), 131009, /Max: 30/);
		const split = [
			{ title: 'a', product_items: items(...warehouse(1, 16)) },
			{ title: 'b', product_items: items(...warehouse(17, 31)) },
		];
		refused(await other(split), 131009, /Too many products: 31/);
	});

	it.each([
		['no header', { header: undefined }, 131008, "\\['header'\\]"],
		[
			'a picture as header',
			{ header: { type: 'image', image: { link: 'https://x.example/a.png' } } },
			131009,
			'Header type must be text',
		],
		['a header without type', { header: { text: 'x' } }, 131008, "header'\\]\\['type'\\]"],
		['a header without text', { header: { type: 'text' } }, 131008, "header'\\]\\['text'\\]"],
		[
			'a long header',
			{ header: { type: 'text', text: 'x'.repeat(61) } },
			131009,
			'header.*Max length: 60',
		],
		['no body', { body: undefined }, 131008, "\\['body'\\]"],
		['a long body', { body: { text: 'x'.repeat(1025) } }, 131009, 'body.*Max length: 1024'],
		['a long footer', { footer: { text: 'x'.repeat(61) } }, 131009, 'footer.*Max length: 60'],
		[
			'no catalog',
			{ action: { sections: [{ product_items: items('BAK-RYE') }] } },
			131008,
			'catalog_id',
		],
		['no sections', { action: { catalog_id: CATALOG } }, 131008, "\\['sections'\\]"],
		[
			'one product instead of sections',
			{ action: { catalog_id: CATALOG, product_retailer_id: 'BAK-RYE' } },
			100,
			'Unexpected key "product_retailer_id"',
		],
		[
			'a catalog that is not linked',
			{ action: { catalog_id: '2', sections: [{ product_items: items('BAK-RYE') }] } },
			131009,
			'catalog is linked',
		],
		['an unknown interactive type', { type: 'shopping_spree' }, 131009, 'shopping_spree'],
		['a type that hides in the prototype', { type: 'constructor' }, 131009, 'constructor'],
		['no interactive type', { type: undefined }, 131008, "interactive\\['type'\\]"],
	])('is refused with %s', async (_name, change, code, details) => {
		refused(await list(change), code, new RegExp(details));
		expect(await client.messages()).toEqual([]);
	});

	it.each([
		['no section', [], 131009, 'sections.*Min: 1'],
		['sections as an object', {}, 100, 'must be an array'],
		['a section that is text', ['x'], 100, "sections'\\]\\[0\\] must be a JSON object"],
		['no items', [{ title: 'x', product_items: [] }], 131009, 'product_items.*Min: 1'],
		['items missing', [{ title: 'x' }], 131008, 'product_items'],
		[
			'two sections, one without title',
			[{ title: 'a', product_items: items('BAK-RYE') }, { product_items: items('BAK-RYE') }],
			131008,
			"\\[1\\]\\['title'\\]",
		],
		[
			'a long title',
			[{ title: 'x'.repeat(25), product_items: items('BAK-RYE') }],
			131009,
			'title.*Max length: 24',
		],
		[
			'an unknown key in a section',
			[{ titel: 'x', product_items: items('BAK-RYE') }],
			100,
			'Unexpected key "titel"',
		],
		[
			'an item without SKU',
			[{ product_items: [{}] }],
			131008,
			"product_items'\\]\\[0\\]\\['product_retailer_id'\\]",
		],
		['an item that is a bare SKU', [{ product_items: ['BAK-RYE'] }], 100, 'must be a JSON object'],
		[
			'no product that matches',
			[{ product_items: items('NO-SUCH', 'SWE-CHRISTMAS', 'HOU-LIGHTER') }],
			131009,
			'^Products not found in FB Catalog$',
		],
	])('is refused with %s', async (_name, sections, code, details) => {
		refused(await list({}, sections), code, new RegExp(details));
		expect(await client.messages()).toEqual([]);
	});

	it('is sent without the products that do not match; out of stock matches', async () => {
		const answer = await list({}, [
			{
				product_items: items(
					'NO-SUCH',
					'BAK-RYE',
					'SWE-CHRISTMAS',
					'FRU-STRAWBERRY',
					'HOU-LIGHTER',
				),
			},
		]);
		expect(answer.status).toBe(200);
		expect(await client.messages()).toMatchObject([
			{
				products: ['BAK-RYE', 'FRU-STRAWBERRY'],
				dropped: ['NO-SUCH', 'SWE-CHRISTMAS', 'HOU-LIGHTER'],
				fate: 'delivered',
			},
		]);
	});

	it('may name a product twice', async () => {
		expect((await list({}, [{ product_items: items('BAK-RYE', 'BAK-RYE') }])).status).toBe(200);
		expect((await client.messages())[0].products).toEqual(['BAK-RYE', 'BAK-RYE']);
	});
});
