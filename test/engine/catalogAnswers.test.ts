import type { IDataObject } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../sandbox/server.mts';
import { CREDENTIAL, type CredentialData } from './host';
import { CATALOG_ID, multiProduct, section } from './parameters';
import { byId, runAction } from './run';

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
