import type { IDataObject } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../../sandbox/server/sandbox.mts';
import { orderOf } from '../../support/fixtures/orders';
import { CREDENTIAL, type CredentialData } from '../../support/host';
import { CATALOG_ID, multiProduct, section } from '../../support/parameters';
import { byId, runAction } from '../../support/run';

type Answer = (skus: string[], after: string | undefined) => { status?: number; body: object };

const credential: CredentialData = { ...CREDENTIAL };
let sandbox: Sandbox;
let answer: Answer;
/** Requests to the catalog since the test began. */
let asked = 0;

/** Hosts that stand in for Meta answer in their own ways: here the catalog answers as a test says. */
beforeAll(async () => {
	sandbox = createSandbox({ statusWebhooks: false });
	sandbox.app.addHook('onRequest', async (request, reply) => {
		const { pathname, searchParams } = new URL(request.url, 'http://localhost');
		if (!pathname.endsWith('/products')) return;
		asked++;
		const filter = JSON.parse(searchParams.get('filter') ?? '{}') as {
			retailer_id?: { is_any?: string[] };
		};
		const { status = 200, body } = answer(
			filter.retailer_id?.is_any ?? [],
			searchParams.get('after') ?? undefined,
		);
		await reply.code(status).send(body);
	});
	credential.baseUrl = await sandbox.listen();
});
beforeEach(() => {
	asked = 0;
	sandbox.state.messages.clear();
});
afterAll(async () => await sandbox.close());

const list = (skus: string[], options: object = {}) =>
	({
		...multiProduct,
		sections: { section: [section('Bread', { skus: skus.join() })] },
		options,
	}) as IDataObject;

const check = (skus: string[]) =>
	({
		resource: 'catalog',
		operation: 'checkProducts',
		catalogId: byId(CATALOG_ID),
		skus: skus.join(),
	}) as IDataObject;

const row = (sku: string) => ({ retailer_id: sku, availability: 'in stock' });
const some = Array.from({ length: 25 }, (_, index) => `SKU-${index}`);

/** Pages of ten, however many are asked for. */
const inTens: Answer = (skus, after) => {
	const from = Number(after ?? 0);
	const next = from + 10 < skus.length ? { next: 'https://graph.example/next' } : {};
	const paging = { cursors: { after: String(from + 10) }, ...next };
	return { body: { data: skus.slice(from, from + 10).map(row), paging } };
};

it('reads all pages where a page is shorter than asked for', async () => {
	answer = inTens;
	const { json } = await runAction(credential, check(some));
	expect(json.map(({ sku, sendable }) => [sku, sendable])).toEqual(some.map((sku) => [sku, true]));
	expect(asked).toBe(3);
});

it('does not follow a cursor that leads to itself', async () => {
	answer = (skus) => ({
		body: { data: skus.map(row), paging: { cursors: { after: 'x' }, next: 'https://x.example' } },
	});
	const { error } = await runAction(credential, check(some));
	expect(error?.message).toBe('The answer is not one of the Graph API [item 0]');
	expect(asked).toBe(2);
});

it.each([{}, { data: null }, { data: {} }, { data: 'none' }])(
	'does not take %j for an empty catalog',
	async (body) => {
		answer = () => ({ body });
		const checked = await runAction(credential, check(['A', 'B']));
		expect(checked.error?.message).toBe('The answer is not one of the Graph API [item 0]');
		const sent = await runAction(credential, list(['BAK-RYE', 'BAK-BAGEL']));
		expect(sent.json).toMatchObject([{ products: ['BAK-RYE', 'BAK-BAGEL'], dropped: [] }]);
		expect(sent.hints).toEqual([
			expect.stringContaining('The products were not checked against the catalog.'),
		]);
	},
);

describe('a SKU that is longer than a URL', () => {
	const absurd = 'X'.repeat(20_000);

	it('is reported without being asked for, and the others are checked', async () => {
		answer = inTens;
		const { json, hints } = await runAction(credential, list([absurd, 'BAK-RYE']));
		expect(json).toMatchObject([
			{
				products: ['BAK-RYE'],
				dropped: [{ sku: absurd, reason: 'notInCatalog' }],
				checked: true,
			},
		]);
		expect(asked).toBe(1);
		expect(hints.join().length).toBeLessThan(300);
	});

	it('stops the message in a sentence that can be read', async () => {
		answer = inTens;
		const given = list([absurd, 'BAK-RYE'], { unavailableProducts: 'fail' });
		const { error } = await runAction(credential, given);
		expect(error?.message).toBe('1 of 2 products cannot be sent [item 0]');
		expect(error?.description?.length).toBeLessThan(300);
	});
});

/** Refuses the first `times` requests. */
const refusing = (times: number, status: number, code: number): Answer => {
	let left = times;
	return (skus, after) =>
		left-- > 0 ? { status, body: { error: { message: 'Not now', code } } } : inTens(skus, after);
};

describe('a catalog that refuses for a moment', () => {
	const skus = ['BAK-RYE', 'BAK-BAGEL'];
	const texts = { headerText: 'Order again', bodyText: 'Running low?' };

	it.each([
		[429, 80008],
		[503, 2],
		[400, 4],
	])('with %i and code %i is asked once more', async (status, code) => {
		answer = refusing(1, status, code);
		const { json, hints } = await runAction(credential, list(skus));
		expect(json).toMatchObject([{ status: 'accepted', products: skus, checked: true }]);
		expect(hints).toEqual([]);
		expect(asked).toBe(2);
	});

	it('and goes on refusing leaves the message unchecked, which the output says', async () => {
		answer = refusing(99, 429, 80008);
		const { json, hints } = await runAction(credential, list(skus));
		expect(json).toMatchObject([{ status: 'accepted', products: skus, checked: false }]);
		expect(hints).toEqual([
			'The products were not checked against the catalog. Meta limits how often it is asked. Wait a few minutes, and ask less often.',
		]);
		expect(asked).toBe(2);
	});

	it('is not asked again for what will not change', async () => {
		answer = refusing(99, 403, 200);
		expect((await runAction(credential, list(skus))).json).toMatchObject([{ checked: false }]);
		expect(asked).toBe(1);
	});

	it.each(['reorder', 'checkOrder'])('is asked once more for %s', async (operation) => {
		answer = refusing(1, 429, 80008);
		const parameters = { resource: 'order', operation, ...texts };
		const { json, error } = await runAction(credential, parameters, {
			items: [orderOf([['BAK-RYE', 1]])],
		});
		expect(error).toBeUndefined();
		expect(json).toHaveLength(1);
		expect(asked).toBe(2);
	});

	it('leaves a reorder unchecked, and is not asked again before it is sent', async () => {
		answer = refusing(99, 429, 80008);
		const reorder = { resource: 'order', operation: 'reorder', ...texts };
		const items = [orderOf([['BAK-RYE', 1]])];
		const { json } = await runAction(credential, reorder, { items });
		expect(json).toMatchObject([{ status: 'accepted', products: ['BAK-RYE'], checked: false }]);
		expect(asked).toBe(2);
		const options = { unavailableProducts: 'drop' };
		const { error } = await runAction(credential, { ...reorder, options }, { items });
		expect(error?.message).toBe('Meta limits how often it is asked [item 0]');
		expect(error?.description).toContain('Nothing was sent for this item.');
	});

	it('and holds messages back says that nothing was sent, and nothing of messages a second', async () => {
		answer = refusing(99, 429, 80008);
		const { error } = await runAction(credential, list(skus, { unavailableProducts: 'drop' }), {
			items: [{}, {}, {}],
		});
		expect(error?.message).toBe('Meta limits how often it is asked [item 0]');
		expect(error?.description).toContain('Nothing was sent for this item.');
		expect(error?.description).toContain('2 more of 3 messages cannot be sent either.');
		expect(error?.description).not.toMatch(/messages a second|must be changed/);
	});
});

it('says nothing of a request that may have taken effect where it only reads', async () => {
	const away = { ...credential, baseUrl: 'http://127.0.0.1:1' };
	const { error } = await runAction(away, check(['A']));
	expect(error?.message).toBe('The host of the Graph API cannot be reached [item 0]');
	expect(error?.description).not.toMatch(/sent|reached Meta/);
});

describe('a price', () => {
	const checkOrder = { resource: 'order', operation: 'checkOrder' } as IDataObject;
	const unclear = { ...row('A'), price: 'KWD 1.500', currency: 'KWD' };

	it('stays unread where the catalog does not let its other prices be read, asked once', async () => {
		answer = (skus) =>
			skus.length > 0
				? { body: { data: [unclear] } }
				: { status: 400, body: { error: { code: 100, message: 'no', type: 'OAuthException' } } };
		const order = orderOf([['A', 2, 1.25, 'KWD']]);
		const { json, error } = await runAction(credential, checkOrder, { items: [order, order] });
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ suggestedAction: 'review' }, { suggestedAction: 'review' }]);
		expect(asked).toBe(2);
	});

	it.each<[string, unknown, unknown, RegExp | null]>([
		['missing', undefined, 'USD', null],
		['null', null, 'USD', null],
		['empty', '', 'USD', null],
		['a number', 5, 'USD', null],
		['an object', { amount: 5 }, 'USD', null],
		['a list', ['$5.00'], 'USD', null],
		['NaN', 'NaN', 'USD', /^"NaN" holds no number\./],
		['in words', 'five', 'USD', /^"five" holds no number\./],
		['negative', '-$5.00', 'USD', /^"-\$5\.00" has a sign or a word beside the number/],
		['with an exponent', '1e3 USD', 'USD', /^"1e3 USD" holds more than one number\./],
		['in two currencies', '€5.00 USD', 'USD', /^"€5\.00 USD" names another currency than USD\./],
		['without a currency', '$5.00', null, /^"\$5\.00" comes without a currency\./],
		['in an object as currency', '$5.00', {}, /^"\$5\.00" comes without a currency\./],
		['endless', '9'.repeat(500), 'USD', /has more digits than can be counted exactly\./],
		['of separators alone', '.,.', 'USD', /^"\.,\." holds no number\./],
	])('that is %s is none, which is told', async (_name, price, currency, why) => {
		answer = (skus) => ({ body: { data: skus.map((sku) => ({ ...row(sku), price, currency })) } });
		const products = await runAction(credential, check(['A', 'B']));
		expect(products.error).toBeUndefined();
		const explanation = why === null ? null : expect.stringMatching(why);
		expect(products.json).toMatchObject([
			{ price: null, salePrice: null, priceExplanation: explanation },
			{ price: null },
		]);
		expect(products.hints).toEqual(
			why === null
				? []
				: [expect.stringMatching(/^No price as a number for A and 1 more product\. /)],
		);
		const order = await runAction(credential, checkOrder, { items: [orderOf([['A', 1, 5]])] });
		expect(order.error).toBeUndefined();
		expect(order.json).toMatchObject([
			{
				suggestedAction: 'review',
				explanation: expect.stringMatching(
					why === null
						? /A has no price in the catalog\./
						: /A has a price .* cannot be read for sure: "/,
				),
				lines: [{ lineStatus: 'unknown', currentPrice: null, priceExplanation: explanation }],
			},
		]);
	});
});

describe('Get a Product', () => {
	const get = (productRetailerId: unknown) =>
		({
			resource: 'catalog',
			operation: 'getProduct',
			catalogId: byId(` ${CATALOG_ID}\n`),
			productRetailerId: byId(productRetailerId),
		}) as IDataObject;

	it('asks once for the SKUs of all items', async () => {
		answer = inTens;
		const items = Array.from({ length: 20 }, (_, index) => ({ sku: `SKU-${index % 2}` }));
		const { json } = await runAction(credential, get('={{ $json.sku }}'), { items });
		expect(json.map(({ sku }) => sku)).toEqual(items.map(({ sku }) => sku));
		expect(asked).toBe(1);
	});

	it('leaves out what copying adds', async () => {
		answer = inTens;
		expect((await runAction(credential, get('\u200bBAK-RYE '))).json).toMatchObject([
			{ sku: 'BAK-RYE' },
		]);
	});

	it('names the kind of what is no SKU', async () => {
		const { error } = await runAction(credential, get('={{ [{ sku: "BAK-RYE" }] }}'));
		expect(error?.description).toBe('Product is a list. It must be a text.');
		expect(asked).toBe(0);
	});
});
