import type { IDataObject } from 'n8n-workflow';

import { outputFields } from '../../../nodes/WhatsAppCommerce/operations/catalog/outputFields';
import { PRODUCT_SET_IDS } from '../../../sandbox/world/shop/productSets.mts';
import { createSandbox, type Sandbox } from '../../../sandbox/server/sandbox.mts';
import type { CredentialData } from '../../support/host';
import { CATALOG_ID, warehouseSkus, WAREHOUSE_ID } from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, calls } = useSandbox();

const operation = (name: string, more: object = {}) =>
	({
		resource: 'catalog',
		operation: name,
		catalogId: byId(CATALOG_ID),
		...more,
	}) as IDataObject;

const skusOf = (json: IDataObject[]) => json.map(({ sku }) => sku);

/** Filters that the sandbox was asked with, one for each request. */
const filters = async () =>
	(await calls()).map(({ query }) => (query.filter ? (JSON.parse(query.filter) as object) : null));

const RYE = {
	sku: 'BAK-RYE',
	name: 'Dark Rye Loaf',
	description: 'Dense, malty, keeps for a week. 800 g.',
	size: null,
	color: null,
	groupId: 'BAK-RYE',
	price: 6.2,
	priceText: '$6.20',
	salePrice: null,
	salePriceText: null,
	currentPrice: 6.2,
	priceExplanation: null,
	currency: 'USD',
	availability: 'in stock',
	quantityInStock: null,
	visibility: 'published',
	reviewStatus: 'approved',
	whatsAppReview: 'APPROVED',
	sendable: true,
	reason: null,
	explanation: null,
	hint: null,
	imageUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/.*BAK-RYE/),
	url: 'https://shop.example/products/BAK-RYE',
	brand: 'Sandbox Bakery',
	category: 'Bakery',
	productId: '5900000000000002',
};

describe('Get Many Products', () => {
	const getProducts = (filter: object = {}, more: object = {}) =>
		operation('getProducts', { filters: filter, ...more });

	it('yields every product with its price as a number and as Meta shows it', async () => {
		const { json, items, error } = await runAction(credential, getProducts({}, { limit: 2 }));
		expect(error).toBeUndefined();
		expect(skusOf(json)).toEqual(['BAK-SOURDOUGH', 'BAK-RYE']);
		expect(json[1]).toEqual(RYE);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
	});

	it('asks for no more rows than the limit', async () => {
		await runAction(credential, getProducts({}, { limit: 3 }));
		expect((await calls()).map(({ query }) => query.limit)).toEqual(['3']);
	});

	it('offers every field there is to choose from', () => {
		const offered = (outputFields.property.options as Array<{ value: string }>).map(
			({ value }) => value,
		);
		expect(['sku', ...offered].sort()).toEqual(Object.keys(RYE).sort());
	});

	it('yields the chosen fields beside the SKU', async () => {
		const { json } = await runAction(
			credential,
			getProducts({ search: 'BAK-RYE' }, { fields: ['price', 'name'] }),
		);
		expect(json).toEqual([{ sku: 'BAK-RYE', name: 'Dark Rye Loaf', price: 6.2 }]);
	});

	it('yields 50 without being told otherwise', async () => {
		const { json } = await runAction(credential, operation('getProducts'));
		expect(json).toHaveLength(50);
	});

	it('reads a sale price', async () => {
		const { json } = await runAction(credential, getProducts({ search: 'COF-HOUSE' }));
		expect(json).toMatchObject([
			{ price: 11.5, priceText: '$11.50', salePrice: 9.5, salePriceText: '$9.50' },
		]);
	});

	it.each<[string, object, string[]]>([
		['a part of the name', { search: 'egg' }, ['DAI-EGGS-6', 'DAI-EGGS-12']],
		['a part of the SKU', { search: 'tea/eg 50+5' }, ['TEA/EG 50+5']],
		['a word with an accent', { search: 'décaf' }, ['CAFÉ-DECAF']],
		[
			'availability',
			{ availability: ['out of stock', 'preorder'] },
			['BAK-BAGUETTE', 'FRU-STRAWBERRY', 'DAI-YOGHURT', 'PAN-SAFFRON'],
		],
		['a price exactly', { minPrice: 6.2, maxPrice: 6.2 }, ['BAK-RYE', 'DAI-CHEDDAR', 'HOU-CLOTH']],
		['a lowest price', { minPrice: 18.9 }, ['BAK-CAKE-CARROT', 'SWE-CHRISTMAS', 'HOU-GIFT']],
		['a highest price', { maxPrice: 1.8 }, ['BAK-BAGEL', 'PAN-BEANS']],
		[
			'all of them',
			{ search: 'BAK', availability: ['in stock'], minPrice: 5.5, maxPrice: 6.2 },
			['BAK-RYE', 'BAK-FOCACCIA', 'BAK-BRIOCHE'],
		],
		['nothing that is there', { search: 'unheard of' }, []],
	])('finds by %s', async (_name, filter, expected) => {
		const { json, error } = await runAction(credential, getProducts(filter));
		expect(error).toBeUndefined();
		expect(skusOf(json)).toEqual(expected);
		// Meta does the searching: one request, and nothing but what fits comes back.
		expect(await filters()).toEqual([expect.any(Object)]);
	});

	it('takes filters that were added and left empty as none', async () => {
		const empty = {
			search: '',
			availability: [],
			productSetId: { __rl: true, mode: 'list', value: '' },
		};
		const { json } = await runAction(credential, getProducts(empty, { returnAll: true }));
		expect(json).toHaveLength(60);
		expect(await filters()).toEqual([null]);
	});

	it.each<[string, object, string[]]>([
		['a part of the name', { search: 'loaf' }, ['BAK-SOURDOUGH']],
		['a part of the SKU', { search: 'bak-' }, ['BAK-SOURDOUGH', 'BAK-BAGUETTE', 'BAK-CROISSANT']],
		['availability', { availability: ['out of stock'] }, ['BAK-BAGUETTE']],
		['a price range', { minPrice: 6.5, maxPrice: 6.8 }, ['BAK-SOURDOUGH', 'DAI-EGGS-12']],
		[
			'both, in the order of the set',
			{ search: 'o', availability: ['in stock'], maxPrice: 7 },
			['BAK-SOURDOUGH', 'VEG-TOMATO', 'BAK-CROISSANT'],
		],
	])('finds in a product set by %s', async (_name, filter, expected) => {
		const productSetId = byId(PRODUCT_SET_IDS.weeklyBasket);
		const { json } = await runAction(credential, getProducts({ ...filter, productSetId }));
		expect(skusOf(json)).toEqual(expected);
		expect(await filters()).toEqual([null]);
		expect((await calls())[0].path).toContain(`/${PRODUCT_SET_IDS.weeklyBasket}/products`);
	});

	it('limits what fits in a product set, not what is read of it', async () => {
		const productSetId = byId(PRODUCT_SET_IDS.weeklyBasket);
		const { json } = await runAction(
			credential,
			getProducts({ search: 'bak-', productSetId }, { limit: 2 }),
		);
		expect(skusOf(json)).toEqual(['BAK-SOURDOUGH', 'BAK-BAGUETTE']);
	});

	it('takes a set id that an expression yields as a number', async () => {
		const productSetId = byId('={{ $json.set }}');
		const { json, error } = await runAction(credential, getProducts({ productSetId }), {
			items: [{ set: Number(PRODUCT_SET_IDS.weeklyBasket) }],
		});
		expect(error?.description).toBeUndefined();
		expect(json).toHaveLength(12);
	});

	it('says of each product whether it can be sent', async () => {
		const { json } = await runAction(credential, getProducts({}, { returnAll: true }));
		expect(skusOf(json.filter(({ sendable }) => sendable !== true))).toEqual([
			'BAK-BAGUETTE',
			'FRU-STRAWBERRY',
			'DAI-YOGHURT',
			'PAN-SAFFRON',
			'SWE-CHRISTMAS',
			'HOU-LIGHTER',
		]);
	});

	it('returns all 10,000 products, each once and in order', async () => {
		const { json } = await runAction(
			credential,
			getProducts({}, { catalogId: byId(WAREHOUSE_ID), returnAll: true }),
		);
		expect(skusOf(json)).toEqual(warehouseSkus(10_000));
		expect(json.filter(({ price }) => typeof price !== 'number')).toEqual([]);
		// 100 + (number × 37) mod 20,000 cents.
		expect(json[9998]).toMatchObject({ sku: 'WH-09999', price: 100.63, priceText: '€100.63' });
		expect(await calls()).toHaveLength(40);
	}, 60_000);

	it.each([
		[1, 1],
		[250, 1],
		[251, 2],
		[600, 3],
	])('stops at a limit of %i after %i requests', async (limit, requests) => {
		const inWarehouse = { catalogId: byId(WAREHOUSE_ID), limit };
		const { json } = await runAction(credential, getProducts({}, inWarehouse));
		expect(skusOf(json)).toEqual(warehouseSkus(limit));
		expect(await calls()).toHaveLength(requests);
	});

	it('searches for each input item, and pairs what it finds with it', async () => {
		const { items } = await runAction(credential, getProducts({ search: '={{ $json.what }}' }), {
			items: [{ what: 'eggs' }, { what: 'unheard of' }, { what: 'sencha' }],
		});
		expect(items.map(({ json, pairedItem }) => [json.sku, pairedItem])).toEqual([
			['DAI-EGGS-6', { item: 0 }],
			['DAI-EGGS-12', { item: 0 }],
			['TEA-GREEN', { item: 2 }],
		]);
	});
});

describe('prices in other currencies', () => {
	let sandbox: Sandbox;
	const abroad: CredentialData = { ...credential };
	beforeAll(async () => {
		sandbox = createSandbox({ statusWebhooks: false });
		abroad.baseUrl = await sandbox.listen();
	});
	afterAll(async () => await sandbox.close());

	it.each<[currency: string, minor: number, text: string, price: number | null]>([
		['USD', 620, '$6.20', 6.2],
		['EUR', 123_456_789, '€1,234,567.89', 1_234_567.89],
		['JPY', 460_000, '¥460,000', 460_000],
		['INR', 10_000_000, '₹100,000.00', 100_000],
		// Three digits behind the only separator of a currency with three decimals: 1.25 or 1,250?
		['KWD', 1250, 'KWD 1.250', null],
	])('%s', async (currency, minor, text, price) => {
		const product = sandbox.state.catalogs.get(CATALOG_ID)?.find('BAK-RYE');
		Object.assign(product ?? {}, { currency, priceMinor: minor });
		const { json } = await runAction(
			abroad,
			operation('getProduct', { productRetailerId: byId('BAK-RYE') }),
		);
		expect(json).toMatchObject([{ currency, price }]);
		expect(String(json[0].priceText).replace(/\s/g, ' ')).toBe(text);
	});

	it('a price that cannot be read fits no price range in a product set', async () => {
		const products = sandbox.state.catalogs.get(CATALOG_ID);
		Object.assign(products?.find('PAN-HONEY') ?? {}, { currency: 'KWD', priceMinor: 1250 });
		const productSetId = byId(PRODUCT_SET_IDS.weeklyBasket);
		const inSet = (filter: object) =>
			operation('getProducts', { filters: { ...filter, productSetId } });
		const all = await runAction(abroad, inSet({}));
		expect(all.json.find(({ sku }) => sku === 'PAN-HONEY')).toMatchObject({ price: null });
		const ranged = await runAction(abroad, inSet({ minPrice: 0, maxPrice: 100_000 }));
		expect(skusOf(ranged.json)).toEqual(skusOf(all.json).filter((sku) => sku !== 'PAN-HONEY'));
	});
});

describe('Get a Product', () => {
	const getProduct = (sku: unknown, more: object = {}) =>
		operation('getProduct', { productRetailerId: byId(sku), ...more });

	it('yields it', async () => {
		const { json, items } = await runAction(credential, getProduct('BAK-RYE'));
		expect(json).toEqual([RYE]);
		expect(items[0].pairedItem).toEqual({ item: 0 });
		expect(await calls()).toHaveLength(1);
	});

	it.each(['TEA/EG 50+5', 'CAFÉ-DECAF'])('finds the awkward SKU %s', async (sku) => {
		const { json } = await runAction(credential, getProduct(sku));
		expect(skusOf(json)).toEqual([sku]);
	});

	it('yields one that cannot be sent, and says so', async () => {
		const { json } = await runAction(credential, getProduct('SWE-CHRISTMAS'));
		expect(json).toMatchObject([
			{ sku: 'SWE-CHRISTMAS', visibility: 'staging', sendable: false, price: 18.9 },
		]);
	});

	it('finds one far back in a large catalog with one request', async () => {
		const catalogId = byId(WAREHOUSE_ID);
		const { json } = await runAction(credential, getProduct('WH-09999', { catalogId }));
		expect(skusOf(json)).toEqual(['WH-09999']);
		expect(await calls()).toHaveLength(1);
	});

	it.each<[string, RegExp]>([
		['BAK-RYF', /^BAK-RYF is not in the catalog; did you mean BAK-RYE\?/],
		['ZZZ-UNHEARD', /^ZZZ-UNHEARD is not in the catalog\.(\n|$)/],
	])('%s is not there', async (sku, sentence) => {
		const { json, error } = await runAction(credential, getProduct(sku));
		expect(json).toEqual([]);
		expect(error?.message).toMatch(/ \[item 0\]$/);
		expect(error?.description).toMatch(sentence);
	});

	it('does not say that nothing was sent: nothing was to be sent', async () => {
		const { error } = await runAction(credential, getProduct('ZZZ-UNHEARD'));
		expect(error?.description).not.toContain('sent');
	});

	it('asks for a SKU when there is none', async () => {
		const { error } = await runAction(credential, getProduct('={{ " " }}'));
		expect(error?.description).toMatch(/^Product is empty\./);
		expect(await calls()).toEqual([]);
	});

	it('with Continue On Fail yields the others', async () => {
		const { json, items, error } = await runAction(credential, getProduct('={{ $json.sku }}'), {
			items: [{ sku: 'BAK-RYE' }, { sku: 'BAK-RYF' }, { sku: '' }, { sku: 'BAK-BAGEL' }],
			node: { onError: 'continueRegularOutput' },
		});
		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{ sku: 'BAK-RYE' },
			{ error: expect.stringMatching(/\[item 1\]$/), message: expect.stringContaining('BAK-RYE?') },
			{
				error: expect.stringMatching(/^Product .*\[item 2\]$/),
				details: { problems: [{ field: 'Product' }] },
			},
			{ sku: 'BAK-BAGEL' },
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
	});
});

describe('Get Many Product Sets', () => {
	const getProductSets = (more: object = {}) => operation('getProductSets', more);

	it('lists the sets of a catalog with their size', async () => {
		const { json } = await runAction(credential, getProductSets());
		expect(json.map(({ name, productCount }) => [name, productCount])).toEqual([
			['Bakery', 10],
			['Fruit & Vegetables', 10],
			['Dairy & Eggs', 8],
			['Coffee & Tea', 8],
			['Pantry', 10],
			['Sweets', 7],
			['Household', 7],
			['Weekly basket', 12],
			['Flowers', 0],
		]);
		expect(json[7]).toEqual({
			productSetId: PRODUCT_SET_IDS.weeklyBasket,
			name: 'Weekly basket',
			productCount: 12,
			catalogId: CATALOG_ID,
		});
	});

	it('stops at the limit', async () => {
		const { json } = await runAction(credential, getProductSets({ limit: 2 }));
		expect(json.map(({ name }) => name)).toEqual(['Bakery', 'Fruit & Vegetables']);
	});

	it('looks at each input item, and pairs the sets with it', async () => {
		const { items } = await runAction(
			credential,
			getProductSets({ catalogId: byId('={{ $json.catalog }}'), returnAll: true }),
			{ items: [{ catalog: WAREHOUSE_ID }, { catalog: CATALOG_ID }] },
		);
		expect(items).toHaveLength(10);
		expect(items[0]).toMatchObject({
			json: { name: 'Promotion', productCount: 95, catalogId: WAREHOUSE_ID },
			pairedItem: { item: 0 },
		});
		expect(items[9]).toMatchObject({ json: { name: 'Flowers' }, pairedItem: { item: 1 } });
	});
});

describe('Check Products', () => {
	const check = (skus: unknown, more: object = {}) => operation('checkProducts', { skus, ...more });

	it('says for each SKU whether it can be sent, or why not', async () => {
		const skus =
			'BAK-RYE, BAK-BAGUETTE; SWE-CHRISTMAS\nHOU-LIGHTER\tBAK-BAGEK\r\nZZZ-UNHEARD, TEA/EG 50+5';
		const { json, items, error } = await runAction(credential, check(skus));
		expect(error).toBeUndefined();
		expect(
			json.map(({ sku, sendable, reason, suggestion }) => [sku, sendable, reason, suggestion]),
		).toEqual([
			['BAK-RYE', true, null, null],
			['BAK-BAGUETTE', false, 'outOfStock', null],
			['SWE-CHRISTMAS', false, 'hidden', null],
			['HOU-LIGHTER', false, 'notApproved', null],
			['BAK-BAGEK', false, 'notInCatalog', 'BAK-BAGEL'],
			['ZZZ-UNHEARD', false, 'notInCatalog', null],
			['TEA/EG 50+5', true, null, null],
		]);
		expect(json.map(({ explanation }) => explanation)).toEqual([
			null,
			'BAK-BAGUETTE is out of stock.',
			'SWE-CHRISTMAS is hidden in the catalog.',
			expect.stringMatching(/^HOU-LIGHTER is not approved by Meta.s review\.$/),
			'BAK-BAGEK is not in the catalog; did you mean BAK-BAGEL?',
			'ZZZ-UNHEARD is not in the catalog.',
			null,
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(json.map(() => ({ item: 0 })));
		// One for the seven; for the two that are missing one in other spellings, one by their parts and
		// one as groups; one for each of them as a typo.
		expect(await calls()).toHaveLength(6);
	});

	it('brings along what the catalog has', async () => {
		const { json } = await runAction(credential, check('BAK-RYE'));
		const nothing = { suggestion: null, suggestions: [], matched: null };
		expect(json).toEqual([{ ...RYE, ...nothing, variants: [] }]);
	});

	it('names a repeated SKU once', async () => {
		const { json } = await runAction(credential, check('BAK-RYE, TEA-MINT, BAK-RYE'));
		expect(skusOf(json)).toEqual(['BAK-RYE', 'TEA-MINT']);
		expect(await filters()).toEqual([{ retailer_id: { is_any: ['BAK-RYE', 'TEA-MINT'] } }]);
	});

	it('takes a list from an expression, SKUs with commas whole', async () => {
		const items = [{ list: ['BAK-RYE', 4711, 'BAK-RYE, TEA-MINT'] }];
		const { json } = await runAction(credential, check('={{ $json.list }}'), { items });
		expect(json.map(({ sku, sendable }) => [sku, sendable])).toEqual([
			['BAK-RYE', true],
			['4711', false],
			['BAK-RYE, TEA-MINT', false],
		]);
	});

	it('reads a list from an expression as sending does: blanks around a SKU do not count', async () => {
		const items = [{ list: [' BAK-RYE', 'TEA-MINT\n', 'BAK-RYE'] }];
		const { json } = await runAction(credential, check('={{ $json.list }}'), { items });
		expect(json.map(({ sku, sendable }) => [sku, sendable])).toEqual([
			['BAK-RYE', true],
			['TEA-MINT', true],
		]);
	});

	it.each<[string, unknown[]]>([
		['an empty value', ['BAK-RYE', null]],
		['an empty text', ['BAK-RYE', '']],
		['an object', ['BAK-RYE', { sku: 'TEA-MINT' }]],
	])('does not make a SKU of %s in a list', async (_name, list) => {
		const { json } = await runAction(credential, check('={{ $json.list }}'), {
			items: [{ list }] as IDataObject[],
			node: { onError: 'continueRegularOutput' },
		});
		// Left out or refused, but never looked up as "null" or "[object Object]".
		const looked = skusOf(json).filter((sku) => sku !== undefined);
		expect(looked.filter((sku) => sku !== 'BAK-RYE')).toEqual([]);
	});

	it('3,000 SKUs take 30 requests', async () => {
		const skus = warehouseSkus(3000);
		const catalogId = byId(WAREHOUSE_ID);
		const { json } = await runAction(credential, check(skus.join('\n'), { catalogId }));
		expect(skusOf(json)).toEqual(skus);
		expect(skusOf(json.filter(({ sendable }) => sendable !== true))).toEqual(
			skus.filter((sku) => Number(sku.slice(3)) % 50 === 0),
		);
		expect(json.filter(({ reason }) => reason === 'outOfStock')).toHaveLength(60);
		expect(await calls()).toHaveLength(30);
	}, 60_000);

	it('looks for no more than 300 groups and five suggestions among 3,000 unknown SKUs', async () => {
		const skus = warehouseSkus(3000).map((sku) => `X${sku}`);
		const { json } = await runAction(credential, check(skus.join(';')));
		expect(json.filter(({ reason }) => reason === 'notInCatalog')).toHaveLength(3000);
		// Thirty for the SKUs, one page with all content IDs, three for groups, five for slips.
		expect(await calls()).toHaveLength(39);
	}, 60_000);

	it('asks once for a thousand items with a SKU each', async () => {
		const items = warehouseSkus(1000).map((sku) => ({ sku }));
		const { items: out } = await runAction(
			credential,
			check('={{ $json.sku }}', { catalogId: byId(WAREHOUSE_ID) }),
			{ items },
		);
		expect(out.map(({ json, pairedItem }) => [json.sku, pairedItem])).toEqual(
			items.map(({ sku }, item) => [sku, { item }]),
		);
		expect(await calls()).toHaveLength(10);
	}, 60_000);

	it('checks the others when the SKUs of one item are missing', async () => {
		const { json } = await runAction(credential, check('={{ $json.skus }}'), {
			items: [{ skus: 'BAK-RYE' }, { skus: '' }, { skus: 'TEA-MINT' }],
			node: { onError: 'continueRegularOutput' },
		});
		expect(json.map(({ sku, error }) => sku ?? error)).toEqual([
			'BAK-RYE',
			'SKUs must be changed [item 1]',
			'TEA-MINT',
		]);
		expect(await calls()).toHaveLength(1);
	});

	it('checks the SKUs of each input item', async () => {
		const { items } = await runAction(credential, check('={{ $json.skus }}'), {
			items: [{ skus: 'BAK-RYE' }, { skus: 'BAK-BAGUETTE, BAK-RYE' }],
		});
		expect(items.map(({ json, pairedItem }) => [json.sku, json.sendable, pairedItem])).toEqual([
			['BAK-RYE', true, { item: 0 }],
			['BAK-BAGUETTE', false, { item: 1 }],
			['BAK-RYE', true, { item: 1 }],
		]);
	});

	it.each([[' ,;\n'], ['={{ [] }}'], ['={{ null }}']])('asks for SKUs: %p', async (skus) => {
		const { error } = await runAction(credential, check(skus));
		expect(error?.description).toMatch(/^SKUs is empty\./);
		expect(await calls()).toEqual([]);
	});

	it('with Continue On Fail yields the others', async () => {
		const { json } = await runAction(credential, check('={{ $json.skus }}'), {
			items: [{ skus: 'BAK-RYE' }, { skus: '' }, { skus: 'TEA-MINT' }],
			node: { onError: 'continueErrorOutput' },
		});
		expect(skusOf(json)).toEqual(['BAK-RYE', 'TEA-MINT']);
	});
});

describe.each([
	['getProducts', {}],
	['getProduct', { productRetailerId: byId('BAK-RYE') }],
	['getProductSets', {}],
	['checkProducts', { skus: 'BAK-RYE' }],
])('%s', (name, more) => {
	it.each([
		['../me', '../me'],
		['an empty id', '={{ "" }}'],
		['a name', 'Corner Shop'],
		['an id with a query', `${CATALOG_ID}?fields=access_token`],
	])('makes no call for %s as catalog', async (_name, catalog) => {
		const given = operation(name, { ...more, catalogId: byId(catalog) });
		const { error } = await runAction(credential, given);
		expect(error?.message).toMatch(/^Catalog .*\[item 0\]$/);
		expect(error?.description).toMatch(/^Catalog is .*(not an id|empty)/i);
		expect(await calls()).toEqual([]);
	});

	it('takes a catalog id that an expression yields as a number', async () => {
		const given = operation(name, { ...more, catalogId: byId('={{ $json.catalog }}') });
		const items = [{ catalog: Number(CATALOG_ID) }];
		const { json, error } = await runAction(credential, given, { items });
		expect(error).toBeUndefined();
		expect(json.length).toBeGreaterThan(0);
	});

	it('says what the token lacks', async () => {
		const limited = { ...credential, accessToken: 'sandbox-token-no-catalog' };
		const { error } = await runAction(limited, operation(name, more));
		expect(error).toMatchObject({
			message: 'The access token lacks a permission [item 0]',
			failure: { cause: 'credential-invalid' },
		});
	});

	it('with Continue On Fail goes on after an item that fails', async () => {
		const given = operation(name, { ...more, catalogId: byId('={{ $json.catalog }}') });
		const { items, error } = await runAction(credential, given, {
			items: [{ catalog: 'x' }, { catalog: '999' }, { catalog: CATALOG_ID }],
			node: { onError: 'continueRegularOutput' },
		});
		expect(error).toBeUndefined();
		expect(items.slice(0, 2)).toMatchObject([
			{
				json: {
					error: expect.stringMatching(/^Catalog .*\[item 0\]$/),
					details: { problems: [{ field: 'Catalog' }] },
				},
				pairedItem: { item: 0 },
			},
			{
				json: {
					error: 'Meta does not know this object or field for this token [item 1]',
					details: { code: 100 },
				},
				pairedItem: { item: 1 },
			},
		]);
		expect(items.length).toBeGreaterThan(2);
		expect(items.slice(2).map(({ pairedItem }) => pairedItem)).toEqual(
			items.slice(2).map(() => ({ item: 2 })),
		);
	});
});

it.each([['../me'], ['Bakery']])('a product set %p is no id and makes no call', async (set) => {
	const filter = { productSetId: byId(set) };
	const { error } = await runAction(credential, operation('getProducts', { filters: filter }));
	expect(error?.description).toMatch(/^Product Set .*\bid\b/i);
	expect(await calls()).toEqual([]);
});
