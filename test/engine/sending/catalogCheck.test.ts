import { WorkflowExecute } from 'n8n-core';
import { createRunExecutionData, sleep, type IDataObject, type INode } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../../sandbox/server/sandbox.mts';
import { CUSTOMERS } from '../../../sandbox/world/shop/world.mts';
import { additionalDataOf, nodeOf, workflowOf, type CredentialData } from '../../support/host';
import {
	CATALOG_ID,
	multiProduct,
	section,
	singleProduct,
	warehouseSkus,
	WAREHOUSE_ID,
} from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, messages, calls } = useSandbox();

/** All that can be wrong with a product of the Corner Shop, between two that can be sent. */
const MIXED = 'BAK-RYE, BAK-BAGUETTE, SWE-CHRISTMAS, HOU-LIGHTER, BAK-BAGEK, ZZZ-UNHEARD, TEA-MINT';
const REASONS = [
	'BAK-BAGUETTE is out of stock.',
	'SWE-CHRISTMAS is hidden in the catalog.',
	expect.stringMatching(/^HOU-LIGHTER is not approved by Meta.s review\.$/),
	'BAK-BAGEK is not in the catalog; did you mean BAK-BAGEL?',
	'ZZZ-UNHEARD is not in the catalog.',
];
const DROPPED = [
	{ sku: 'BAK-BAGUETTE', reason: 'outOfStock' },
	{ sku: 'SWE-CHRISTMAS', reason: 'hidden' },
	{ sku: 'HOU-LIGHTER', reason: 'notApproved', review: 'rejected' },
	{ sku: 'BAK-BAGEK', reason: 'notInCatalog', suggestion: 'BAK-BAGEL' },
	{ sku: 'ZZZ-UNHEARD', reason: 'notInCatalog' },
].map((one, index) => ({ ...one, explanation: REASONS[index] }));

const list = (skus: string, options: object = {}, more: object = {}) =>
	({
		...multiProduct,
		sections: { section: [section('Mixed', { skus })] },
		options,
		...more,
	}) as IDataObject;

const limited = (): CredentialData => ({ ...credential, accessToken: 'sandbox-token-no-catalog' });

/** Requests to the sandbox, by what they are for. */
async function counted() {
	const all = await calls();
	const toCatalog = all.filter(({ path }) => path.endsWith('/products'));
	return {
		sends: all.filter(({ method }) => method === 'POST').length,
		// How many products each request asks for by SKU.
		checks: toCatalog.flatMap(({ query }) => {
			const wanted = (JSON.parse(query.filter) as Filter).retailer_id?.is_any;
			return wanted ? [wanted.length] : [];
		}),
		suggestions: toCatalog.filter(({ query }) => 'or' in (JSON.parse(query.filter) as Filter))
			.length,
	};
}
/** How many spellings a second look asks for is no matter here. */
const AGAIN = expect.any(Number) as unknown as number;
type Filter = { retailer_id?: { is_any?: string[] }; or?: object[] };

/** A run that has begun: it can be waited for, or stopped. */
function begun(
	parameters: IDataObject,
	as: CredentialData,
	items: IDataObject[],
	more: Partial<INode> = {},
) {
	const start = nodeOf('start', {});
	const action = nodeOf('whatsAppCommerce', { resource: 'productMessage', ...parameters }, more);
	const workflow = workflowOf([start, action]);
	const data = { main: [items.map((json) => ({ json }))] };
	const run = new WorkflowExecute(
		additionalDataOf(workflow, as),
		'manual',
		createRunExecutionData({
			executionData: { nodeExecutionStack: [{ node: start, data, source: null }] } as never,
		}),
	).processRunExecutionData(workflow);
	return { run, action, workflow };
}

/** The hints that the editor shows beside the output of a run. */
async function hints(parameters: IDataObject, as = credential, items: IDataObject[] = [{}]) {
	const { run, action } = begun(parameters, as, items);
	return (await run).data.resultData.runData[action.name][0].hints ?? [];
}

describe('by default', () => {
	it('leaves out what cannot be bought and reports each with its reason', async () => {
		const { json, error } = await runAction(credential, list(MIXED));
		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{ status: 'accepted', products: ['BAK-RYE', 'TEA-MINT'], dropped: DROPPED },
		]);
		expect(json[0].dropped).toEqual(DROPPED);
		expect(await messages()).toMatchObject([{ products: ['BAK-RYE', 'TEA-MINT'], dropped: [] }]);
		// The two that are missing are looked for once more: in other spellings, then by their parts.
		expect(await counted()).toEqual({ sends: 1, checks: [7, AGAIN], suggestions: 2 + 1 });
	});

	it('does the same when it is chosen', async () => {
		const { json } = await runAction(credential, list(MIXED, { unavailableProducts: 'drop' }));
		expect(json[0]).toMatchObject({ products: ['BAK-RYE', 'TEA-MINT'], dropped: DROPPED });
	});

	it('hints at what was left out, each product once', async () => {
		const items = [{ to: CUSTOMERS[0].phone }, { to: CUSTOMERS[1].phone }];
		const given = list(MIXED, {}, { recipient: '={{ $json.to }}' });
		const [hint, ...others] = await hints(given, credential, items);
		expect(others).toEqual([]);
		expect(hint).toMatchObject({ location: 'outputPane', type: 'warning' });
		const [, left] = /^Left out of the messages: (.*)$/.exec(hint.message) ?? [];
		expect(left.split(/(?<=[.?]) /)).toEqual(REASONS);
		expect(await messages()).toHaveLength(2);
	});

	it('has nothing to hint at when all can be bought', async () => {
		expect(await hints(list('BAK-RYE, TEA-MINT'))).toEqual([]);
		expect(await messages()).toHaveLength(1);
	});

	it('reports duplicates beside what was left out', async () => {
		const { json } = await runAction(credential, list('BAK-RYE, BAK-BAGUETTE, BAK-RYE'));
		expect(json).toMatchObject([
			{
				products: ['BAK-RYE'],
				dropped: [
					{ sku: 'BAK-RYE', reason: 'duplicate' },
					{ sku: 'BAK-BAGUETTE', reason: 'outOfStock' },
				],
			},
		]);
	});

	it('a section that loses all its products disappears', async () => {
		const sections = {
			section: [
				section('Gone', { skus: 'BAK-BAGUETTE' }),
				section('Tea', { skus: 'TEA-MINT' }),
				section('Hidden', { skus: 'SWE-CHRISTMAS' }),
			],
		};
		await runAction(credential, { ...multiProduct, sections });
		const [{ payload }] = await messages();
		expect(payload.interactive.action).toMatchObject({
			sections: [{ title: 'Tea', product_items: [{ product_retailer_id: 'TEA-MINT' }] }],
		});
	});

	it('with nothing left fails with the reasons and sends nothing', async () => {
		const { error } = await runAction(credential, list('BAK-BAGUETTE, BAK-BAGEK, ZZZ-UNHEARD'));
		expect(error?.message).toBe('3 of 3 products cannot be sent [item 0]');
		expect(error?.description?.split('\n')).toEqual([
			'1) BAK-BAGUETTE is out of stock.',
			'2) BAK-BAGEK is not in the catalog; did you mean BAK-BAGEL?',
			'3) ZZZ-UNHEARD is not in the catalog.',
			'Nothing was sent for this item.',
		]);
		expect((await counted()).sends).toBe(0);
	});

	it('with Continue On Fail the reasons are in the item', async () => {
		const { json } = await runAction(
			credential,
			list('={{ $json.skus }}', {}, { recipient: '={{ $json.to }}' }),
			{
				items: [
					{ to: CUSTOMERS[0].phone, skus: 'BAK-BAGUETTE' },
					{ to: CUSTOMERS[1].phone, skus: 'BAK-BAGUETTE, TEA-MINT' },
				],
				node: { onError: 'continueRegularOutput' },
			},
		);
		expect(json).toMatchObject([
			{
				error: 'The product cannot be sent [item 0]',
				details: {
					recipient: CUSTOMERS[0].phone,
					problems: [{ sentence: 'BAK-BAGUETTE is out of stock.' }],
				},
			},
			{ products: ['TEA-MINT'], dropped: [{ sku: 'BAK-BAGUETTE', reason: 'outOfStock' }] },
		]);
		expect(await messages()).toHaveLength(1);
	});
});

describe('a near miss is suggested', () => {
	it.each([
		['a letter for a digit', CATALOG_ID, 'DAI-EGGS-I2', 'DAI-EGGS-12'],
		['two letters swapped', CATALOG_ID, 'BAK-BAGLE', 'BAK-BAGEL'],
		['lower case', CATALOG_ID, 'bak-rye', 'BAK-RYE'],
		['a wrong letter at the beginning', CATALOG_ID, 'VAK-SOURDOUGH', 'BAK-SOURDOUGH'],
		['a wrong letter in the middle', CATALOG_ID, 'BAX-RYE', 'BAK-RYE'],
		['a blank for a hyphen', CATALOG_ID, 'BAK RYE', 'BAK-RYE'],
		['a letter O for a zero among 10,000 products', WAREHOUSE_ID, 'WH-0011O', 'WH-00110'],
		['the same further back among them', WAREHOUSE_ID, 'WH-0017O', 'WH-00170'],
	])('for %s', async (_name, catalogId, given, meant) => {
		const known = catalogId === CATALOG_ID ? 'TEA-MINT' : 'WH-00001';
		const parameters = list(`${given}\n${known}`, {}, { catalogId: byId(catalogId) });
		const { json } = await runAction(credential, parameters);
		const explanation = `${given} is not in the catalog; did you mean ${meant}?`;
		expect(json[0].dropped).toEqual([
			{ sku: given, reason: 'notInCatalog', suggestion: meant, explanation },
		]);
	});

	it('is looked up for the first five unknown SKUs of a run and no more', async () => {
		const unknown = Array.from({ length: 9 }, (_, index) => `BAK-RYE${index}`);
		const { json } = await runAction(credential, list([...unknown, 'TEA-MINT'].join('\n')));
		const dropped = json[0].dropped as Array<{ suggestion?: string }>;
		expect(dropped.map(({ suggestion }) => suggestion)).toEqual([
			...Array.from({ length: 5 }, () => 'BAK-RYE'),
			...Array.from({ length: 4 }, () => undefined),
		]);
		expect(await counted()).toEqual({ sends: 1, checks: [10, AGAIN, AGAIN], suggestions: 5 + 1 });
	});
});

describe('Do Not Send', () => {
	const options = { unavailableProducts: 'fail' };

	it('names every product and sends nothing', async () => {
		const { error } = await runAction(credential, list(MIXED, options));
		expect(error?.message).toBe('5 of 7 products cannot be sent [item 0]');
		expect(error?.description?.split('\n')).toEqual([
			'1) BAK-BAGUETTE is out of stock.',
			'2) SWE-CHRISTMAS is hidden in the catalog.',
			expect.stringMatching(/^3\) HOU-LIGHTER is not approved by Meta.s review\.$/),
			'4) BAK-BAGEK is not in the catalog; did you mean BAK-BAGEL?',
			'5) ZZZ-UNHEARD is not in the catalog.',
			'Nothing was sent for this item.',
		]);
		expect(await counted()).toEqual({ sends: 0, checks: [7, AGAIN], suggestions: 2 + 1 });
	});

	it('sends when there is nothing to name', async () => {
		const { json } = await runAction(credential, list('BAK-RYE, TEA-MINT', options));
		expect(json).toMatchObject([{ products: ['BAK-RYE', 'TEA-MINT'], dropped: [] }]);
		expect(await counted()).toEqual({ sends: 1, checks: [2], suggestions: 0 });
	});

	it('holds the whole run back for one item of it', async () => {
		const { error } = await runAction(credential, list('={{ $json.skus }}', options), {
			items: [{ skus: 'BAK-RYE' }, { skus: 'BAK-BAGUETTE' }, { skus: 'SWE-CHRISTMAS' }],
		});
		expect(error?.message).toBe('The product cannot be sent [item 1]');
		expect(error?.description).toContain('1 more of 3 messages');
		expect((await counted()).sends).toBe(0);
	});

	it('is a choice of each item', async () => {
		const unavailableProducts = '={{ $json.policy }}';
		const { json } = await runAction(
			credential,
			list('BAK-RYE, BAK-BAGUETTE', { unavailableProducts }),
			{
				items: [{ policy: 'send' }, { policy: 'drop' }, { policy: 'fail' }],
				node: { onError: 'continueRegularOutput' },
			},
		);
		expect(json).toMatchObject([
			{ products: ['BAK-RYE', 'BAK-BAGUETTE'], dropped: [] },
			{ products: ['BAK-RYE'], dropped: [{ sku: 'BAK-BAGUETTE' }] },
			{ error: '1 of 2 products cannot be sent [item 2]' },
		]);
		expect((await messages()).map(({ products }) => products)).toEqual([
			['BAK-RYE', 'BAK-BAGUETTE'],
			['BAK-RYE'],
		]);
	});
});

describe('Send Anyway', () => {
	it('does not ask the catalog', async () => {
		const options = { unavailableProducts: 'send' };
		const { json, error } = await runAction(credential, list(MIXED, options));
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ products: MIXED.split(', '), dropped: [] }]);
		expect(await counted()).toEqual({ sends: 1, checks: [], suggestions: 0 });
		// Meta leaves out the rest without a word (facts 2.6).
		expect(await messages()).toMatchObject([{ products: ['BAK-RYE', 'BAK-BAGUETTE', 'TEA-MINT'] }]);
	});
});

describe('a single product', () => {
	const one = (sku: string, options = {}) => ({
		...singleProduct,
		productRetailerId: byId(sku),
		options,
	});

	it.each([
		['BAK-BAGUETTE', 'BAK-BAGUETTE is out of stock.'],
		['BAK-BAGEK', 'BAK-BAGEK is not in the catalog; did you mean BAK-BAGEL?'],
	])('%s is not sent: %s', async (sku, sentence) => {
		const { error } = await runAction(credential, one(sku));
		expect(error?.message).toBe('The product cannot be sent [item 0]');
		expect(error?.description).toBe(`${sentence}\nNothing was sent for this item.`);
		expect((await counted()).sends).toBe(0);
	});

	it('goes out anyway when that is chosen', async () => {
		await runAction(credential, one('BAK-BAGUETTE', { unavailableProducts: 'send' }));
		expect(await messages()).toMatchObject([{ type: 'product', products: ['BAK-BAGUETTE'] }]);
		expect(await counted()).toEqual({ sends: 1, checks: [], suggestions: 0 });
	});
});

describe('a token without catalog rights', () => {
	it('sends unchecked when nothing was chosen, and a hint says so', async () => {
		const given = list('BAK-RYE, BAK-BAGUETTE');
		const [hint, ...others] = await hints(given, limited());
		expect(others).toEqual([]);
		expect(hint.message).toMatch(
			/^The products were not checked against the catalog\. .*catalog_management/,
		);
		expect(await messages()).toMatchObject([{ products: ['BAK-RYE', 'BAK-BAGUETTE'] }]);
		expect(await counted()).toEqual({ sends: 1, checks: [2], suggestions: 0 });
	});

	it.each(['drop', 'fail'])('fails with words when %s was chosen', async (unavailableProducts) => {
		const { error } = await runAction(limited(), list('BAK-RYE', { unavailableProducts }));
		expect(error).toMatchObject({
			message: 'The access token lacks a permission [item 0]',
			description: expect.stringContaining('catalog_management'),
			failure: { cause: 'credential-invalid' },
		});
		expect((await counted()).sends).toBe(0);
	});

	it('needs none when nothing is to be checked', async () => {
		const options = { unavailableProducts: 'send' };
		expect(await hints(list('BAK-RYE', options), limited())).toEqual([]);
		expect(await counted()).toEqual({ sends: 1, checks: [], suggestions: 0 });
	});
});

describe('requests for 1,000 items', () => {
	// Every 50th is out of stock.
	const inStock = warehouseSkus(2000).filter((sku) => Number(sku.slice(3)) % 50 !== 0);
	const recipients = Array.from({ length: 1000 }, (_, index) => `+1650555${2000 + index}`);
	const parameters = list('={{ $json.skus }}', {}, { recipient: '={{ $json.to }}' });
	const fromWarehouse = { ...parameters, catalogId: byId(WAREHOUSE_ID) };

	it('with the same 30 products: one to the catalog', async () => {
		const skus = inStock.slice(0, 30).join(',');
		const items = recipients.map((to) => ({ to, skus }));
		const { json, error } = await runAction(credential, fromWarehouse, { items });
		expect(error).toBeUndefined();
		expect(json).toHaveLength(1000);
		expect(await counted()).toEqual({ sends: 1000, checks: [30], suggestions: 0 });
		expect((await messages()).map(({ to }) => `+${to}`)).toEqual(recipients);
	}, 120_000);

	it('with a product of its own each: one for every hundred', async () => {
		const items = recipients.map((to, index) => ({ to, skus: inStock[index] }));
		const { json } = await runAction(credential, fromWarehouse, { items });
		expect(json.map(({ products }) => products)).toEqual(
			inStock.slice(0, 1000).map((sku) => [sku]),
		);
		expect(await counted()).toEqual({
			sends: 1000,
			checks: Array.from({ length: 10 }, () => 100),
			suggestions: 0,
		});
	}, 120_000);

	describe('where a failed item holds up no other', () => {
		const goOn = { onError: 'continueRegularOutput' } as const;
		const items = recipients
			.slice(0, 150)
			.map((to, index) => ({ to, skus: index % 40 === 3 ? 'NO-SUCH' : inStock[index] }));

		it('messages leave before the last products are looked up, and all come out in order', async () => {
			const { json, hints: shown } = await runAction(credential, fromWarehouse, {
				items,
				node: goOn,
			});
			const kinds = (await calls()).map(({ method }) => method);
			expect(kinds.indexOf('POST')).toBeLessThan(kinds.lastIndexOf('GET'));
			const recipientIn = ({ recipient, details }: IDataObject) =>
				recipient ?? (details as IDataObject).recipient;
			expect(
				json.map((one) => {
					const recipient = recipientIn(one);
					return typeof recipient === 'object' ? (recipient as IDataObject).input : recipient;
				}),
			).toEqual(items.map(({ to }) => to));
			expect(json.filter(({ error }) => error !== undefined)).toHaveLength(4);
			expect(await counted()).toMatchObject({
				sends: 146,
				checks: [20, AGAIN, 98, 29],
				suggestions: 1 + 1,
			});
			expect(shown).toEqual([]);
		});

		it('nothing leaves before all is looked up where it does', async () => {
			const good = items.filter(({ skus }) => skus !== 'NO-SUCH');
			await runAction(credential, fromWarehouse, { items: good });
			const kinds = (await calls()).map(({ method }) => method);
			expect(kinds.indexOf('POST')).toBeGreaterThan(kinds.lastIndexOf('GET'));
			expect(await counted()).toMatchObject({ sends: 146, checks: [100, 46] });
		});

		it('evaluates no further items once the run is stopped', async () => {
			const many = recipients.map((to, index) => ({ to, skus: inStock[index] }));
			const { run, workflow } = begun(fromWarehouse, credential, many, goOn);
			const evaluate = jest.spyOn(workflow.expression, 'getParameterValue');
			while ((await counted()).sends === 0) await sleep(5);
			run.cancel();
			await sleep(300);
			const before = evaluate.mock.calls.length;
			await sleep(1_000);
			expect(before).toBeGreaterThan(20);
			expect(evaluate.mock.calls.length).toBe(before);
		}, 60_000);

		it('says once that the catalog could not be asked', async () => {
			const { json, hints: shown } = await runAction(limited(), fromWarehouse, {
				items,
				node: goOn,
			});
			expect(json).toHaveLength(150);
			expect(shown).toHaveLength(1);
			expect(shown[0]).toContain('not checked against the catalog');
		});
	});

	it.each([
		[99, [99]],
		[100, [100]],
		[101, [100, 1]],
		[250, [100, 100, 50]],
	])('%i products over ten items: %p', async (count, checks) => {
		const items = Array.from({ length: 10 }, (_, index) => ({
			to: recipients[index],
			skus: inStock.slice(0, count).filter((_sku, place) => place % 10 === index),
		}));
		await runAction(credential, fromWarehouse, { items });
		expect(await counted()).toEqual({ sends: 10, checks, suggestions: 0 });
	});

	it('two catalogs are asked once each', async () => {
		const catalogId = byId('={{ $json.catalog }}');
		const items = recipients.slice(0, 20).map((to, index) => ({
			to,
			catalog: index % 2 === 0 ? CATALOG_ID : WAREHOUSE_ID,
			skus: index % 2 === 0 ? 'BAK-RYE, TEA-MINT' : 'WH-00001',
		}));
		await runAction(credential, { ...parameters, catalogId }, { items });
		expect(await counted()).toEqual({ sends: 20, checks: [2, 1], suggestions: 0 });
	});

	it('a bad last item holds all of them back', async () => {
		const items = recipients.map((to, index) => ({ to: index === 999 ? 'nobody' : to, skus: 'A' }));
		const { error } = await runAction(credential, fromWarehouse, { items });
		expect(error?.message).toBe('Recipient must be changed [item 999]');
		expect(await calls()).toEqual([]);
	}, 60_000);

	it('a bad last item holds back only itself with Continue On Fail', async () => {
		const some = recipients.slice(0, 50);
		const items = some.map((to, index) => ({ to: index === 49 ? 'nobody' : to, skus: 'WH-00001' }));
		const node = { onError: 'continueRegularOutput' as const };
		const { json, items: out } = await runAction(credential, fromWarehouse, { items, node });
		expect(json.slice(0, 49).map(({ status }) => status)).toEqual(
			Array.from({ length: 49 }, () => 'accepted'),
		);
		expect(json[49]).toMatchObject({
			error: 'Recipient must be changed [item 49]',
			details: { recipient: 'nobody' },
		});
		expect(out[49].pairedItem).toEqual({ item: 49 });
		expect(await counted()).toEqual({ sends: 49, checks: [1], suggestions: 0 });
	});
});

it('asks for long SKUs as well', async () => {
	// Meta states no length (facts 9.3); each of these has 600 characters in a URL.
	const long = Array.from({ length: 29 }, (_, index) => `${'Ж'.repeat(100)}${index}`);
	const { json, error } = await runAction(credential, list([...long, 'TEA-MINT'].join()));
	expect(error).toBeUndefined();
	expect(json[0].dropped).toHaveLength(29);
	expect(json[0].products).toEqual(['TEA-MINT']);
});

describe('a catalog that does not answer at the moment', () => {
	const { messages: sent, ...troubled } = useTroubledSandbox();

	it('is not taken for a missing permission', async () => {
		const given = await hints(list('BAK-RYE, BAK-BAGUETTE'), troubled.credential);
		expect(given.map(({ message }) => message).join()).not.toMatch(/access token|permission/);
	});

	it.each(['drop', 'fail'])('holds the message back when %s was chosen', async (choice) => {
		const before = (await sent()).length;
		const { error } = await runAction(
			troubled.credential,
			list('BAK-RYE', { unavailableProducts: choice }),
		);
		expect(error).toMatchObject({
			message: expect.stringMatching(/^Meta.s service is not available at the moment \[item 0\]$/),
			failure: { cause: 'temporarily-unavailable' },
		});
		expect(await sent()).toHaveLength(before);
	});
});

/** A sandbox whose catalogs answer as Meta does in an outage; messages can be sent. */
function useTroubledSandbox() {
	const as: CredentialData = { ...credential };
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = createSandbox({ statusWebhooks: false });
		sandbox.app.addHook('onRequest', async (request, reply) => {
			if (!request.url.includes('/products')) return;
			const message = '(#2) Service temporarily unavailable';
			await reply.code(503).send({ error: { message, type: 'OAuthException', code: 2 } });
		});
		as.baseUrl = await sandbox.listen();
	});
	afterAll(async () => await sandbox.close());
	return { credential: as, messages: async () => sandbox.state.messages.all() };
}
