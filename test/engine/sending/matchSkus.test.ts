import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../../sandbox/server/sandbox.mts';
import { orderOf, rowsOf } from '../../support/fixtures/orders';
import { CREDENTIAL, type CredentialData } from '../../support/host';
import {
	CATALOG_ID,
	multiProduct,
	section,
	singleProduct,
	WAREHOUSE_ID,
} from '../../support/parameters';
import { byId, runAction } from '../../support/run';

/** Content IDs as sheets, shops and people have left them in a catalog. */
const IDS = [
	...['0017', '0018', '00018', '3-4', '1E5', '1234567890123456789', '123450000007', 'TEA EG'],
	...['MUG_2101', 'wc_post_id_2102', '2103', 'COMB-200_2104', '12-0', '13-1', '13-2', '14-5-fr'],
	...['shopify_US_7654_41234', 'HONEY-LIME_2101', 'OUT_2105'],
];

const credential: CredentialData = { ...CREDENTIAL };
let sandbox: Sandbox;
let asked: Array<{ fields?: string; filter?: string }> = [];

beforeAll(async () => {
	sandbox = createSandbox({ statusWebhooks: false });
	const products = sandbox.state.catalogs.get(CATALOG_ID)?.products ?? [];
	const [sample] = products;
	for (const [index, sku] of IDS.entries()) {
		const availability = sku.startsWith('OUT') ? 'out of stock' : 'in stock';
		products.push({ ...sample, id: String(9000 + index), sku, name: `Of ${sku}`, availability });
	}
	sandbox.app.addHook('onRequest', async (request) => {
		const { pathname, searchParams } = new URL(request.url, 'http://localhost');
		if (pathname.endsWith('/products')) asked.push(Object.fromEntries(searchParams));
	});
	credential.baseUrl = await sandbox.listen();
});
beforeEach(() => {
	asked = [];
	sandbox.state.messages.clear();
});
afterAll(async () => await sandbox.close());

const list = (skus: unknown, options: object = {}, more: object = {}) =>
	({
		...multiProduct,
		sections: { section: [section('Mixed', { skus })] },
		options,
		...more,
	}) as IDataObject;

const sent = () => sandbox.state.messages.all().map(({ products }) => products);

/** What was found, in short: given → content ID (how). */
const matchedIn = ({ matched }: IDataObject) =>
	(matched as Array<Record<string, string>>).map(
		({ given, sku, how }) => `${given} → ${sku} (${how})`,
	);

describe('SKUs that a sheet has changed', () => {
	const given = [
		...[
			'17',
			'2026-03-04',
			'100000',
			'1.23450E+11',
			'TEA\u00a0EG',
			'1234567890123450000',
			'ВAK-RYE',
		],
	];

	it('go out under the content IDs of the catalog, and the output says which', async () => {
		const { json, error, hints } = await runAction(credential, list(given.join('\n')));
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ status: 'accepted', dropped: [], checked: true });
		expect(matchedIn(json[0])).toEqual([
			'17 → 0017 (leadingZeros)',
			'2026-03-04 → 3-4 (date)',
			'100000 → 1E5 (number)',
			'1.23450E+11 → 123450000007 (rounded)',
			'TEA\u00a0EG → TEA EG (characters)',
			'1234567890123450000 → 1234567890123456789 (rounded)',
			'ВAK-RYE → BAK-RYE (characters)',
		]);
		const ids = ['0017', '3-4', '1E5', '123450000007', 'TEA EG', '1234567890123456789', 'BAK-RYE'];
		expect(json[0].products).toEqual(ids);
		expect(sent()).toEqual([ids]);
		expect(hints).toEqual([
			expect.stringMatching(
				/^SKUs were not as the catalog writes them, .*17 as 0017, .*Keep SKUs as text/,
			),
		]);
		// The exact ones, two with their spellings, the parts of what was rounded, and what that has found.
		expect(asked).toHaveLength(5);
	});

	it('are as numbers what they are as texts', async () => {
		const items = [{ sku: 17 }, { sku: 1234567890123456789 }, { sku: 'BAK-RYE' }];
		const fromItems = { ...multiProduct, productSource: 'inputItems', itemSku: '={{ $json.sku }}' };
		const { json } = await runAction(credential, fromItems as IDataObject, { items });
		expect(sent()).toEqual([['0017', '1234567890123456789', 'BAK-RYE']]);
		expect(matchedIn(json[0])).toEqual([
			'17 → 0017 (leadingZeros)',
			'1.2345678901234568e+18 → 1234567890123456789 (rounded)',
		]);
	});

	it('that two products could be are dropped, and both are named', async () => {
		const { json, hints } = await runAction(credential, list('18\nBAK-RYE'));
		expect(json[0]).toMatchObject({
			products: ['BAK-RYE'],
			matched: [],
			dropped: [{ sku: '18', reason: 'notInCatalog', suggestions: ['0018', '00018'] }],
		});
		expect(hints).toEqual([
			'Left out of the messages: 18 is not in the catalog, but it may stand for 0018, 00018. Give the one that you mean as the catalog writes it.',
		]);
	});

	it('are sent once where two spellings are one product', async () => {
		const { json } = await runAction(credential, list('17\n0017\n017'));
		expect(sent()).toEqual([['0017']]);
		expect(json[0]).toMatchObject({
			dropped: [
				{ sku: '0017', reason: 'duplicate' },
				{ sku: '0017', reason: 'duplicate' },
			],
		});
	});

	it('are exact first: what the catalog has is never taken for something else', async () => {
		const { json } = await runAction(credential, list('0017\n2103\nBAK-RYE\nMUG_2101'));
		expect(sent()).toEqual([['0017', '2103', 'BAK-RYE', 'MUG_2101']]);
		expect(json[0].matched).toEqual([]);
		expect(asked).toHaveLength(1);
	});
});

describe('IDs of a shop', () => {
	it.each<[string, string, string]>([
		['a SKU', 'COMB-200', 'COMB-200_2104'],
		['a post ID behind a SKU', '2104', 'COMB-200_2104'],
		['a post ID without a SKU', '2102', 'wc_post_id_2102'],
		['the form before the plug-in changed', 'CANDLE_2103', '2103'],
		['a product of PrestaShop', '12', '12-0'],
		['a combination in a catalog per language', '14-5', '14-5-fr'],
		['a variant of Shopify', '41234', 'shopify_US_7654_41234'],
	])('%s: %s goes out as %s', async (_name, given, id) => {
		const { json, error } = await runAction(credential, {
			...singleProduct,
			productRetailerId: byId(given),
		});
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({
			products: [id],
			matched: [{ given, sku: id, how: 'shopId' }],
		});
		expect(sent()).toEqual([[id]]);
	});

	it('that several products have are named and not sent', async () => {
		const { error } = await runAction(credential, list('13'));
		expect(error?.description).toMatch(
			/^13 is not in the catalog, but it may stand for 13-1, 13-2\. .*\nNothing was sent/,
		);
		expect(sent()).toEqual([]);
	});

	it('are told apart by what a table says beside the SKU', async () => {
		const file = join(__dirname, '..', '..', 'fixtures', 'lists', 'woocommerce-export.csv');
		const skuList = readFileSync(file, 'utf8');
		const more = { ...multiProduct, productSource: 'skuList', skuList };
		const { json } = await runAction(credential, more as IDataObject);
		expect(sent()).toEqual([['HONEY-LIME_2101', 'wc_post_id_2102', '2103', 'COMB-200_2104']]);
		expect(matchedIn(json[0])).toEqual([
			'HONEY-LIME → HONEY-LIME_2101 (shopId)',
			'2102 → wc_post_id_2102 (shopId)',
			'COMB → 2103 (shopId)',
			'COMB-200 → COMB-200_2104 (shopId)',
		]);
	});

	it('that lead to what cannot be sent are dropped for that', async () => {
		const { json } = await runAction(credential, list('OUT\nBAK-RYE'));
		expect(json[0]).toMatchObject({
			products: ['BAK-RYE'],
			dropped: [{ sku: 'OUT_2105', reason: 'outOfStock' }],
			matched: [{ given: 'OUT', sku: 'OUT_2105', how: 'shopId' }],
		});
	});
});

describe('Match SKUs', () => {
	it('set to Exact Only looks no second time', async () => {
		const { json } = await runAction(credential, list('17\nBAK-RYE', { matchSkus: 'exact' }));
		expect(json[0]).toMatchObject({
			products: ['BAK-RYE'],
			matched: [],
			dropped: [{ sku: '17', reason: 'notInCatalog' }],
		});
		// The exact ones, and what explains the missing one: a group, or a slip.
		expect(asked).toHaveLength(3);
	});

	it('is a choice of each item', async () => {
		const options = { matchSkus: '={{ $json.match }}' };
		const items = [{ match: 'exact' }, { match: 'shopIds' }, { match: '' }, { match: 'loose' }];
		const { json } = await runAction(credential, list('17\nBAK-RYE', options), {
			items,
			node: { onError: 'continueRegularOutput' },
		});
		expect(sent()).toEqual([['BAK-RYE'], ['0017', 'BAK-RYE'], ['0017', 'BAK-RYE']]);
		expect(json[3]).toMatchObject({ error: 'Match SKUs must be changed [item 3]' });
	});
});

describe('a number that was rounded', () => {
	const rounded = '={{ 9234567890123456789 }}';

	it.each([{ unavailableProducts: 'send' }, {}])('is never sent as it is: %j', async (options) => {
		const { error } = await runAction(
			credential,
			{ ...singleProduct, productRetailerId: byId(rounded), options },
			{},
		);
		expect(error?.description).toMatch(/rounded on its way.*Keep SKUs as text/);
		expect(sent()).toEqual([]);
	});

	it('is not sent either where the catalog cannot be asked', async () => {
		const limited = { ...credential, accessToken: 'sandbox-token-no-catalog' };
		const { error } = await runAction(limited, list([9234567890123456789]));
		expect(error?.description).toMatch(/^9\.234567890123457e\+18 is a number that was rounded/);
		expect(sent()).toEqual([]);
	});
});

describe('the second look of a run', () => {
	it('is made once for all messages', async () => {
		const items = Array.from({ length: 30 }, (_, index) => ({ to: `+1650555${4000 + index}` }));
		await runAction(credential, list('17\nMUG', {}, { recipient: '={{ $json.to }}' }), { items });
		expect(sent()).toEqual(items.map(() => ['0017', 'MUG_2101']));
		expect(asked.length).toBeLessThanOrEqual(4);
	});

	it('reads the whole catalog where much is unknown, and finds all', async () => {
		// Each without its leading zeros and the letters are another spelling: WН has a Cyrillic letter.
		const given = Array.from(
			{ length: 400 },
			(_, index) => `WН-${String(index + 1).padStart(5, '0')}`,
		);
		const { json, error } = await runAction(credential, {
			resource: 'catalog',
			operation: 'checkProducts',
			catalogId: byId(WAREHOUSE_ID),
			skus: given.join('\n'),
		});
		expect(error).toBeUndefined();
		expect(json.map(({ sku }) => sku)).toEqual(given.map((sku) => sku.replace('Н', 'H')));
		// Four for the exact ones, forty of the catalog, four for what was found.
		expect(asked.filter(({ fields }) => fields === 'retailer_id')).toHaveLength(40);
		expect(asked).toHaveLength(48);
	}, 60_000);

	it('ends where the catalog refuses, and leaves the exact ones alone', async () => {
		let refused = 0;
		const refusing = createSandbox({ statusWebhooks: false });
		refusing.app.addHook('onRequest', async (request, reply) => {
			const url = decodeURIComponent(request.url);
			if (!url.includes('/products') || url.includes('BAK-RYE')) return;
			refused++;
			await reply.code(429).send({ error: { message: 'Not now', code: 80008 } });
		});
		const baseUrl = await refusing.listen();
		const { json } = await runAction({ ...credential, baseUrl }, list('17\nBAK-RYE'));
		await refusing.close();
		expect(json).toMatchObject([{ products: ['BAK-RYE'], dropped: [{ sku: '17' }] }]);
		expect(refused).toBeGreaterThan(0);
	});
});

describe('the catalog operations', () => {
	const check = (skus: unknown, options: object = {}) =>
		({
			resource: 'catalog',
			operation: 'checkProducts',
			catalogId: byId(CATALOG_ID),
			skus,
			options,
		}) as IDataObject;

	it('say for each SKU what it was found as', async () => {
		const { json } = await runAction(credential, check('17\nMUG\n18\nBAK-RYE\nOUT'));
		expect(
			json.map(({ sku, sendable, matched, suggestions }) => ({
				sku,
				sendable,
				matched,
				suggestions,
			})),
		).toEqual([
			{
				sku: '0017',
				sendable: true,
				matched: { given: '17', sku: '0017', how: 'leadingZeros' },
				suggestions: [],
			},
			{
				sku: 'MUG_2101',
				sendable: true,
				matched: { given: 'MUG', sku: 'MUG_2101', how: 'shopId' },
				suggestions: [],
			},
			{ sku: '18', sendable: false, matched: null, suggestions: ['0018', '00018'] },
			{ sku: 'BAK-RYE', sendable: true, matched: null, suggestions: [] },
			{
				sku: 'OUT_2105',
				sendable: false,
				matched: { given: 'OUT', sku: 'OUT_2105', how: 'shopId' },
				suggestions: [],
			},
		]);
	});

	it('read tables, and refuse one that does not name the SKUs', async () => {
		const { json } = await runAction(credential, check('Name;SKU;Preis\nRye;BAK-RYE;3,20\n'));
		expect(json.map(({ sku }) => sku)).toEqual(['BAK-RYE']);
		const rows = [{ sku: 'BAK-RYE', price: 3 }, { sku: 'TEA-MINT' }];
		const read = await runAction(credential, check('={{ $json.rows }}'), {
			items: [{ rows }] as never,
		});
		expect(read.json.map(({ sku }) => sku)).toEqual(['BAK-RYE', 'TEA-MINT']);
		const { error } = await runAction(credential, check('Name;Preis;Farbe\nRye;3,20;red'));
		expect(error?.description).toBe(
			'SKUs is a table without a column that is known to hold the SKUs. Its headings: "Name", "Preis", "Farbe". Write "SKU" above the column of the SKUs (content IDs).',
		);
	});

	it('get a product by the ID of the shop', async () => {
		const { json } = await runAction(credential, {
			resource: 'catalog',
			operation: 'getProduct',
			catalogId: byId(CATALOG_ID),
			productRetailerId: byId('2102'),
		});
		expect(json).toMatchObject([
			{ sku: 'wc_post_id_2102', matched: { given: '2102', how: 'shopId' } },
		]);
	});
});

describe('orders', () => {
	it('whose SKUs a sheet has changed are offered again under their IDs', async () => {
		const order = orderOf([
			['17', 2],
			['MUG', 1],
			['BAK-RYE', 3],
		]);
		const { json, error } = await runAction(
			credential,
			{
				resource: 'order',
				operation: 'reorder',
				headerText: 'Again?',
				bodyText: 'Last time:',
				quantities: 'body',
			},
			{ items: rowsOf(order) },
		);
		expect(error).toBeUndefined();
		expect(sent()).toEqual([['0017', 'MUG_2101', 'BAK-RYE']]);
		expect(matchedIn(json[0])).toEqual(['17 → 0017 (leadingZeros)', 'MUG → MUG_2101 (shopId)']);
		const [{ payload }] = sandbox.state.messages.all() as unknown as Array<{
			payload: { interactive: { body: { text: string } } };
		}>;
		expect(payload.interactive.body.text).toContain('2 × Of 0017\n1 × Of MUG_2101\n3 × Dark Rye');
	});

	it('are checked as the products that they are', async () => {
		const price = sandbox.state.catalogs.get(CATALOG_ID)?.find('0017')?.priceMinor ?? 0;
		const order = orderOf([
			['17', 1, price / 100],
			['18', 1, 1],
		]);
		const check = { resource: 'order', operation: 'checkOrder' };
		const { json } = await runAction(credential, check, { items: [order] });
		expect(json[0].lines).toMatchObject([
			{
				sku: '17',
				lineStatus: 'ok',
				name: 'Of 0017',
				matched: { given: '17', sku: '0017', how: 'leadingZeros' },
			},
			{ sku: '18', lineStatus: 'gone', matched: null },
		]);
		const exact = { ...check, options: { matchSkus: 'exact' } };
		const { json: strict } = await runAction(credential, exact, { items: [order] });
		expect(strict[0].lines).toMatchObject([{ lineStatus: 'gone' }, { lineStatus: 'gone' }]);
	});
});
