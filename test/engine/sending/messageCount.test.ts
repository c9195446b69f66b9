import type { IDataObject } from 'n8n-workflow';

import { createSandbox, type Sandbox } from '../../../sandbox/server/sandbox.mts';
import { CREDENTIAL, type CredentialData } from '../../support/host';
import { orderOf } from '../../support/fixtures/orders';
import { multiProduct, singleProduct, warehouseSkus, WAREHOUSE_ID } from '../../support/parameters';
import { byId, runAction } from '../../support/run';

const credential: CredentialData = { ...CREDENTIAL };
let sandbox: Sandbox;
/** What happened, in its order: messages that reached Graph, and what the run told. */
let events: string[];

beforeAll(async () => {
	sandbox = createSandbox({ statusWebhooks: false });
	sandbox.app.addHook('onRequest', async ({ method, url }) => {
		if (method === 'POST' && url.includes('/messages')) events.push('message');
	});
	credential.baseUrl = await sandbox.listen();
});
beforeEach(async () => {
	await fetch(`${credential.baseUrl}/control/reset`, { method: 'POST' });
	events = [];
});
afterAll(async () => await sandbox.close());

const run = async (parameters: IDataObject, items: IDataObject[] = [{}], node: object = {}) => {
	const outcome = await runAction(credential, parameters, {
		items,
		node,
		more: { sendDataToUI: (_type: string, data: unknown) => events.push(JSON.stringify(data)) },
	});
	expect(outcome.error).toBeUndefined();
	return outcome;
};

/** What a run told before, between and after its messages. */
const told = () => events.filter((event) => event !== 'message');
const sent = () => events.filter((event) => event === 'message').length;

const list = (skus: string[], options: object = {}, more: object = {}) =>
	({
		...multiProduct,
		catalogId: byId(WAREHOUSE_ID),
		productSource: 'skuList',
		skuList: skus.join(', '),
		options: { overflow: 'split', ...options },
		...more,
	}) as IDataObject;

const CHARGE = 'Meta charges for each message that it delivers.';

describe('a list that is split', () => {
	it('says how many messages it makes before the first one leaves, and beside the output', async () => {
		const { hints, json } = await run(list(warehouseSkus(49)));
		expect(json).toHaveLength(2);
		expect(hints).toEqual([`This run: 2 messages from 1 item. ${CHARGE}`]);
		expect(sent()).toBe(2);
		expect(events[0]).toContain(`2 messages from 1 item to send. ${CHARGE}`);
		expect(told()).toHaveLength(1);
	});

	it('is counted over the whole run, once', async () => {
		const { hints } = await run(
			list([], {}, { skuList: '={{ $json.skus }}' }),
			[49, 20, 40].map((count) => ({ skus: warehouseSkus(count).join(',') })),
		);
		expect(hints).toEqual([`This run: 5 messages from 3 items. ${CHARGE}`]);
		expect(sent()).toBe(5);
		expect(events.findIndex((event) => event !== 'message')).toBe(0);
	});

	it('counts no more than what is left of it', async () => {
		// Of 61, one is out of stock and one is none.
		const { hints, json } = await run(list([...warehouseSkus(60), 'NO-SUCH']));
		expect(json).toHaveLength(2);
		expect(hints).toContain(`This run: 2 messages from 1 item. ${CHARGE}`);
	});

	it('is counted without the items that fail, where others go on', async () => {
		const { hints, json } = await run(
			list([], {}, { skuList: '={{ $json.skus }}' }),
			[{ skus: 'NO-SUCH' }, { skus: warehouseSkus(40).join(',') }],
			{ onError: 'continueRegularOutput' },
		);
		expect(json.map(({ status }) => status)).toEqual([undefined, 'accepted', 'accepted']);
		expect(hints).toContain(`This run: 2 messages from 2 items. ${CHARGE}`);
	});

	it('is told once where the first messages leave before all are counted', async () => {
		const { hints } = await run(
			list([], {}, { skuList: '={{ $json.skus }}' }),
			Array.from({ length: 30 }, () => ({ skus: warehouseSkus(31).join(',') })),
			{ onError: 'continueRegularOutput' },
		);
		expect(hints).toEqual([`This run: 60 messages from 30 items. ${CHARGE}`]);
		expect(told()).toHaveLength(1);
		expect(sent()).toBe(60);
	});
});

it.each<[string, IDataObject, number]>([
	['one message', singleProduct, 1],
	['one message for each item', singleProduct, 3],
	['a list that fits', list(warehouseSkus(20)), 2],
])('%s is told nowhere: the input shows it', async (_name, parameters, count) => {
	const { hints } = await run(
		parameters,
		Array.from({ length: count }, () => ({})),
	);
	expect(hints).toEqual([]);
	expect(told()).toEqual([]);
	expect(sent()).toBe(count);
});

describe('Send Reorder', () => {
	const reorder: IDataObject = {
		resource: 'order',
		operation: 'reorder',
		headerText: 'Order again',
		bodyText: 'Running low?',
	};
	const orders = (...customers: string[]) =>
		customers.map((customer, index) =>
			orderOf([['BAK-RYE', 1]], { customer, orderId: `order-${index}` }),
		);

	it('says how many customers a message goes to, which orders do not show', async () => {
		const { hints } = await run(
			reorder,
			orders('+16505551234', '+4917604069011', '+16505551234', '+4917604069011'),
		);
		expect(hints).toEqual([`This run: 2 messages from 4 items. ${CHARGE}`]);
		expect(events).toHaveLength(3);
		expect(events[0]).toContain('2 messages from 4 items to send.');
	});

	it('says nothing for one customer', async () => {
		expect((await run(reorder, orders('+16505551234'))).hints).toEqual([]);
	});
});

describe('Preview Only', () => {
	const previewed = (skus: string[], more: object = {}) =>
		list(skus, { previewOnly: true, ...more });

	it.each<[string, string[], number]>([
		['1 message', warehouseSkus(3), 1],
		['2 messages', warehouseSkus(49), 2],
	])('says that a real run sends %s, in the output too', async (words, skus, count) => {
		const { hints, json } = await run(previewed(skus));
		expect(hints).toEqual([
			`Preview only: nothing was sent for ${words}. Each has a picture under Binary. A real run sends ${words}. ${CHARGE}`,
		]);
		expect(json.map(({ messagesInRun }) => messagesInRun)).toEqual(
			Array.from({ length: count }, () => count),
		);
		expect(events).toEqual([]);
	});

	it('counts what is sent beside it', async () => {
		const { hints, json } = await run(
			list([], { previewOnly: '={{ $json.show }}' }, { skuList: '={{ $json.skus }}' }),
			[
				{ show: true, skus: warehouseSkus(31).join(',') },
				{ show: false, skus: warehouseSkus(3).join(',') },
			],
		);
		expect(json.map(({ status, messagesInRun }) => [status, messagesInRun])).toEqual([
			['preview', 3],
			['preview', 3],
			['accepted', undefined],
		]);
		expect(hints.join()).toContain('A real run sends 3 messages.');
		expect(sent()).toBe(1);
		expect(told()).toEqual([]);
	});
});
