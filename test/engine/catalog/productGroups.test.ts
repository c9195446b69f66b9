import type { IDataObject } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../../sandbox/server/sandbox.mts';
import { orderOf } from '../../support/fixtures/orders';
import { CREDENTIAL, type CredentialData } from '../../support/host';
import { CATALOG_ID, multiProduct, section, singleProduct } from '../../support/parameters';
import { byId, runAction, search } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, control, messages, calls } = useSandbox();

const edit = async (sku: string, change: object) =>
	await control(`catalogs/${CATALOG_ID}/products/${sku}`, 'PATCH', change);

const list = (skus: string, options: object = {}) =>
	({
		...multiProduct,
		sections: { section: [section('Mixed', { skus })] },
		options,
	}) as IDataObject;

const single = (options: object = {}) =>
	({ ...singleProduct, productRetailerId: byId('HOU-MUG'), options }) as IDataObject;

const check = (skus: string) =>
	({
		resource: 'catalog',
		operation: 'checkProducts',
		catalogId: byId(CATALOG_ID),
		skus,
	}) as IDataObject;

const VARIANTS = [
	{ sku: 'HOU-MUG-GOLD', name: 'Magic Mug (Gold)', sendable: true },
	{ sku: 'HOU-MUG-BLACK', name: 'Magic Mug (Black)', sendable: true },
];
const EXPLAINED =
	'HOU-MUG is no SKU but the ID of a product group. Give the SKU of a variant: HOU-MUG-GOLD for Magic Mug (Gold), HOU-MUG-BLACK for Magic Mug (Black).';

/** Lists as the catalog has been asked for them by group. */
const groupsAsked = async () =>
	(await calls()).filter(({ query }) => query.filter?.includes('retailer_product_group_id')).length;

describe('the ID of a group that is given as a SKU', () => {
	it('is explained with its variants', async () => {
		const { json } = await runAction(credential, check('HOU-MUG, DAI-EGGS, ZZZ-UNHEARD'));
		expect(json).toMatchObject([
			{
				sku: 'HOU-MUG',
				sendable: false,
				reason: 'notInCatalog',
				explanation: EXPLAINED,
				variants: VARIANTS,
				suggestion: null,
			},
			{
				// What the name says already is not repeated.
				variants: [{ name: 'Eggs, 6 pieces' }, { name: 'Eggs, 12 pieces' }],
			},
			{ variants: [], explanation: 'ZZZ-UNHEARD is not in the catalog.' },
		]);
		expect(await groupsAsked()).toBe(1);
	});

	it('is explained by Get a Product', async () => {
		const { error } = await runAction(credential, {
			resource: 'catalog',
			operation: 'getProduct',
			catalogId: byId(CATALOG_ID),
			productRetailerId: byId('HOU-MUG'),
		});
		expect(error?.description).toBe(EXPLAINED);
	});

	it.each<[string, object]>([
		['without a choice', {}],
		['with the choice Refuse', { productGroups: 'refuse' }],
	])('is left out %s, and the hint names the choice', async (_name, options) => {
		const { json, hints } = await runAction(credential, list('BAK-RYE, HOU-MUG', options));
		expect(json[0]).toMatchObject({ products: ['BAK-RYE'] });
		expect(json[0].dropped).toEqual([
			{ sku: 'HOU-MUG', reason: 'notInCatalog', variants: VARIANTS, explanation: EXPLAINED },
		]);
		expect(json[0]).not.toHaveProperty('variantsTaken');
		expect(hints).toEqual([
			`Left out of the messages: ${EXPLAINED} Choose under Product Groups which variants to take in the place of a group.`,
		]);
	});

	it('alone is refused', async () => {
		const { error } = await runAction(credential, single());
		expect(error?.message).toBe('The product cannot be sent [item 0]');
		expect(error?.description).toBe(`${EXPLAINED}\nNothing was sent for this item.`);
		expect(await messages()).toEqual([]);
	});
});

describe('Take the First Variant', () => {
	const productGroups = 'first';

	it('takes the first that can be sent', async () => {
		const { json, hints } = await runAction(
			credential,
			list('BAK-RYE, HOU-MUG', { productGroups }),
		);
		expect(json).toMatchObject([
			{
				products: ['BAK-RYE', 'HOU-MUG-GOLD'],
				dropped: [],
				variantsTaken: [{ sku: 'HOU-MUG', variants: ['HOU-MUG-GOLD'] }],
			},
		]);
		expect(hints).toEqual([]);
		expect(await messages()).toMatchObject([
			{ products: ['BAK-RYE', 'HOU-MUG-GOLD'], dropped: [] },
		]);
		await edit('HOU-MUG-GOLD', { whatsappReview: 'OUTDATED' });
		const again = await runAction(credential, list('BAK-RYE, HOU-MUG', { productGroups }));
		expect(again.json).toMatchObject([{ products: ['BAK-RYE', 'HOU-MUG-BLACK'] }]);
	});

	it('leaves the group out where no variant can be sent', async () => {
		for (const { sku } of VARIANTS) await edit(sku, { availability: 'out of stock' });
		const { json } = await runAction(credential, list('BAK-RYE, HOU-MUG', { productGroups }));
		expect(json).toMatchObject([
			{
				products: ['BAK-RYE'],
				dropped: [{ explanation: expect.stringMatching(/None of them can be sent now\.$/) }],
			},
		]);
	});

	it('makes a single product of it', async () => {
		const { json } = await runAction(credential, single({ productGroups }));
		expect(json).toMatchObject([{ products: ['HOU-MUG-GOLD'] }]);
	});

	it('goes into a preview', async () => {
		const { json } = await runAction(credential, single({ productGroups, previewOnly: true }));
		expect(json).toMatchObject([
			{
				products: ['HOU-MUG-GOLD'],
				productDetails: [
					{ sku: 'HOU-MUG-GOLD', name: 'Magic Mug', color: 'Gold', size: null, groupId: 'HOU-MUG' },
				],
				payload: { interactive: { action: { product_retailer_id: 'HOU-MUG-GOLD' } } },
			},
		]);
		expect(await messages()).toEqual([]);
	});

	it('is taken although all else is sent unasked', async () => {
		const options = { productGroups, unavailableProducts: 'send' };
		const { json } = await runAction(credential, list('BAK-BAGUETTE, HOU-MUG', options));
		expect(json).toMatchObject([{ products: ['BAK-BAGUETTE', 'HOU-MUG-GOLD'], dropped: [] }]);
	});

	it('needs the right to read the catalog', async () => {
		const limited = { ...credential, accessToken: 'sandbox-token-no-catalog' };
		const { error } = await runAction(limited, list('BAK-RYE, HOU-MUG', { productGroups }));
		expect(error?.description).toContain('catalog_management');
		expect(await messages()).toEqual([]);
	});
});

describe('Take All Variants', () => {
	const productGroups = 'all';

	it('takes them in the place of the group', async () => {
		const given = list('HOU-MUG, BAK-RYE, HOU-MUG-BLACK', { productGroups });
		const { json } = await runAction(credential, given);
		expect(json).toMatchObject([
			{
				products: ['HOU-MUG-GOLD', 'HOU-MUG-BLACK', 'BAK-RYE'],
				dropped: [{ sku: 'HOU-MUG-BLACK', reason: 'duplicate' }],
				variantsTaken: [{ sku: 'HOU-MUG', variants: ['HOU-MUG-GOLD', 'HOU-MUG-BLACK'] }],
			},
		]);
	});

	it('leaves out and reports those that cannot be sent', async () => {
		await edit('HOU-MUG-GOLD', { availability: 'out of stock' });
		const { json } = await runAction(credential, list('HOU-MUG, BAK-RYE', { productGroups }));
		expect(json).toMatchObject([
			{
				products: ['HOU-MUG-BLACK', 'BAK-RYE'],
				dropped: [{ sku: 'HOU-MUG-GOLD', reason: 'outOfStock' }],
			},
		]);
		const alone = await runAction(credential, single({ productGroups }));
		expect(alone.json).toMatchObject([{ products: ['HOU-MUG-BLACK'] }]);
	});

	it('keeps the limits of the message, or splits it', async () => {
		const skus = ['HOU-MUG', ...Array.from({ length: 29 }, (_, index) => `X-${index}`)].join();
		const { error } = await runAction(credential, list(skus, { productGroups }));
		expect(error?.description).toMatch(/^Sections has 31 products, at most 30 are allowed/);
		const given = list(skus, { productGroups, overflow: 'split' });
		const { json } = await runAction(credential, given);
		expect(json).toMatchObject([{ products: ['HOU-MUG-GOLD', 'HOU-MUG-BLACK'] }]);
	});

	it('makes cards of a carousel', async () => {
		const { json, error } = await runAction(credential, {
			...list('HOU-MUG, BAK-RYE', { productGroups }),
			operation: 'sendProductCarousel',
		});
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ products: ['HOU-MUG-GOLD', 'HOU-MUG-BLACK', 'BAK-RYE'] }]);
	});

	it('is a choice of each item, and asks once', async () => {
		const given = list('BAK-RYE, HOU-MUG', { productGroups: '={{ $json.choice }}' });
		const { json } = await runAction(credential, given, {
			items: [{ choice: 'all' }, { choice: 'first' }, { choice: '' }, { choice: 'both' }],
			node: { onError: 'continueRegularOutput' },
		});
		expect(json).toMatchObject([
			{ products: ['BAK-RYE', 'HOU-MUG-GOLD', 'HOU-MUG-BLACK'] },
			{ products: ['BAK-RYE', 'HOU-MUG-GOLD'] },
			{ products: ['BAK-RYE'] },
			{ message: expect.stringMatching(/^Product Groups is "both", which it does not offer\./) },
		]);
		expect(await groupsAsked()).toBe(1);
	});

	it.each<[string, string, string[]]>([
		['refuse', 'skipped', []],
		['first', 'accepted', ['HOU-MUG-GOLD']],
		['all', 'accepted', ['HOU-MUG-GOLD', 'HOU-MUG-BLACK']],
	])('in a reorder of a table with groups: %s', async (choice, status, products) => {
		const { json } = await runAction(
			credential,
			{
				resource: 'order',
				operation: 'reorder',
				headerText: 'Again?',
				bodyText: 'Again?',
				options: { productGroups: choice },
			},
			{ items: [orderOf([['HOU-MUG', 1]])] },
		);
		expect(json).toMatchObject([
			{ status, products, substituted: products.map((by) => ({ sku: 'HOU-MUG', by })) },
		]);
	});
});

it('tells variants apart in the row of the picker', async () => {
	const inShop = { operation: 'sendSingleProduct', catalogId: byId(CATALOG_ID) };
	const { results } = await search(credential, 'searchProducts', inShop, 'Magic Mug');
	expect(results.map(({ name }) => name)).toEqual([
		'Magic Mug (Gold) (HOU-MUG-GOLD) · $14.90',
		'Magic Mug (Black) (HOU-MUG-BLACK) · $14.90',
	]);
});

it('tells variants apart in the text of a reorder', async () => {
	const order = orderOf([
		['HOU-MUG-GOLD', 2],
		['HOU-MUG-BLACK', 1],
	]);
	const texts = { headerText: 'Again?', bodyText: 'Again?' };
	const parameters = { resource: 'order', operation: 'reorder', ...texts };
	await runAction(credential, parameters, { items: [order] });
	const [{ payload }] = await messages();
	expect(payload.interactive.body).toEqual({
		text: 'Again?\n\n2 × Magic Mug (Gold)\n1 × Magic Mug (Black)',
	});
});

/** Meta documents the filter for product sets only (facts 6.2): a catalog may not heed it. */
describe('where the catalog cannot be asked for a group', () => {
	const host: CredentialData = { ...CREDENTIAL };
	let sandbox: Sandbox;
	let answer: () => { status: number; body: object } | 'unfiltered';
	let asked = 0;
	/** Rows of each answer that is given whatever was asked for. */
	let unfiltered: number[] = [];
	beforeAll(async () => {
		sandbox = createSandbox({ statusWebhooks: false });
		sandbox.app.addHook('onRequest', async (request, reply) => {
			const url = new URL(request.url, 'http://localhost');
			if (!url.searchParams.get('filter')?.includes('retailer_product_group_id')) return;
			asked++;
			const given = answer();
			if (given !== 'unfiltered') await reply.code(given.status).send(given.body);
			else {
				url.searchParams.delete('filter');
				const all = await fetch(`${host.baseUrl}${url.pathname}${url.search}`, {
					headers: { authorization: request.headers.authorization ?? '' },
				});
				const body = (await all.json()) as { data: object[] };
				unfiltered.push(body.data.length);
				await reply.code(all.status).send(body);
			}
		});
		host.baseUrl = await sandbox.listen();
	});
	beforeEach(() => {
		asked = 0;
		unfiltered = [];
	});
	afterAll(async () => await sandbox.close());

	const refused = { status: 400, body: { error: { message: '(#100) No such filter', code: 100 } } };

	it.each<[string, () => ReturnType<typeof answer>]>([
		['because it refuses the filter', () => refused],
		['because it ignores the filter', () => 'unfiltered'],
		['because it answers with nonsense', () => ({ status: 200, body: { data: 7 } })],
	])('%s, a SKU may be the ID of a group', async (_name, given) => {
		answer = given;
		const { json, error } = await runAction(host, check('HOU-MUG, 4711, BAK-RYE'));
		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			// Its variants were found all the same: their SKUs begin with it.
			{ explanation: EXPLAINED, variants: VARIANTS },
			{
				explanation:
					'4711 is not in the catalog. If it is the ID of a product group, give the SKU of a variant.',
				variants: [],
			},
			{ sendable: true },
		]);
		expect(asked).toBe(1);
		// The whole shop, and not a refusal in its place.
		expect(unfiltered).toEqual(given() === 'unfiltered' ? [60] : []);
	});

	it('is not asked again in the run, and the send goes on', async () => {
		answer = () => refused;
		const given = list('BAK-RYE, {{ $json.sku }}', { productGroups: 'all' });
		given.sections = { section: [section('Mixed', { skus: '=BAK-RYE, {{ $json.sku }}' })] };
		// More than the first batch, which the catalog is asked about before the others are read.
		const later = Array.from({ length: 25 }, (_, index) => ({ sku: `${4712 + index}` }));
		const { json } = await runAction(host, given, {
			items: [{ sku: 'HOU-MUG' }, { sku: '4711' }, ...later],
			node: { onError: 'continueRegularOutput' },
		});
		expect(json).toMatchObject([
			{ products: ['BAK-RYE', 'HOU-MUG-GOLD', 'HOU-MUG-BLACK'] },
			{ products: ['BAK-RYE'], dropped: [{ sku: '4711', reason: 'notInCatalog' }] },
			...later.map(({ sku }) => ({ products: ['BAK-RYE'], dropped: [{ sku }] })),
		]);
		expect((json[1].dropped as object[])[0]).not.toHaveProperty('maybeGroup');
		expect(asked).toBe(1);
	});
});
