import { createHash } from 'node:crypto';
import { DataDeduplicationService } from 'n8n-core';
import type { IDataObject, IDataDeduplicator } from 'n8n-workflow';

import { orderOf } from '../../support/fixtures/orders';
import * as checked from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, messages } = useSandbox();

/** n8n keeps processed values in its database; here they are in memory, in the same form. */
const stored: string[] = [];
const hashOf = (value: string | number) => createHash('md5').update(String(value)).digest('base64');
let isBroken = false;
const deduplicator = {
	async checkProcessedAndRecord(items: Array<string | number>) {
		if (isBroken) throw new Error('no database');
		const there = new Set(stored);
		const processed = items.filter((item) => there.has(hashOf(item)));
		const added = items.filter((item) => !there.has(hashOf(item)));
		stored.push(...added.map(hashOf));
		return { new: added, processed };
	},
	async removeProcessed(items: Array<string | number>) {
		for (const item of items) {
			const place = stored.indexOf(hashOf(item));
			if (place !== -1) stored.splice(place, 1);
		}
	},
} as unknown as IDataDeduplicator;

beforeAll(async () => await DataDeduplicationService.init(deduplicator));
beforeEach(() => {
	stored.length = 0;
	isBroken = false;
});

const stranger = (index: number) => `+1650555${String(1000 + index)}`;
const once = (key: string, more: object = {}) =>
	({
		...checked.singleProduct,
		recipient: '={{ $json.to }}',
		productRetailerId: byId('={{ $json.sku ?? "BAK-RYE" }}'),
		options: { unavailableProducts: 'send', messagesPerSecond: 1000, sendOnceKey: key },
		...more,
	}) as IDataObject;
const KEY = '=campaign-7/{{ $json.to }}';
const recipients = (count: number) =>
	Array.from({ length: count }, (_unused, index) => ({ to: stranger(index) }));
const goOn = { onError: 'continueRegularOutput' } as const;

async function troubles(values: object) {
	await fetch(`${credential.baseUrl}/control/troubles`, {
		method: 'PATCH',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(values),
	});
}

it('makes the count of a split list one of messages at most', async () => {
	const list = {
		...checked.multiProduct,
		catalogId: byId(checked.WAREHOUSE_ID),
		productSource: 'skuList',
		skuList: checked.warehouseSkus(40).join(', '),
		options: { overflow: 'split', sendOnceKey: 'campaign-7' },
	} as IDataObject;
	for (const status of [['accepted', 'accepted'], ['skipped']]) {
		const { hints, json } = await runAction(credential, list);
		expect(json.map((item) => item.status)).toEqual(status);
		expect(hints).toEqual([
			'This run: up to 2 messages from 1 item. Meta charges for each message that it delivers.',
		]);
	}
});

it('skips what an earlier run has sent, and says why', async () => {
	await runAction(credential, once(KEY), { items: recipients(2) });
	const { json, error } = await runAction(credential, once(KEY), { items: recipients(3) });
	expect(error).toBeUndefined();
	expect(json.map(({ status }) => status)).toEqual(['skipped', 'skipped', 'accepted']);
	expect(json[0]).toMatchObject({
		messageId: null,
		key: `campaign-7/${stranger(0)}`,
		reason: 'Meta accepted a message with this key in an earlier run.',
		recipient: { input: stranger(0) },
		products: ['BAK-RYE'],
	});
	expect(await messages()).toHaveLength(3);
});

it('sends what was refused in an earlier run', async () => {
	const items = [{ to: stranger(0), sku: 'NOPE' }];
	await runAction(credential, once(KEY), { items, node: goOn });
	expect(stored).toEqual([]);
	const { json } = await runAction(credential, once(KEY), { items: recipients(1) });
	expect(json).toMatchObject([{ status: 'accepted', key: `campaign-7/${stranger(0)}` }]);
});

it('keeps apart what got no answer', async () => {
	await troubles({ cut: 'afterAccepted' });
	await runAction(credential, once(KEY), { items: recipients(1), node: goOn });
	await troubles({ cut: 'off' });
	const { json } = await runAction(credential, once(KEY), { items: recipients(1) });
	expect(json).toMatchObject([
		{ status: 'skipped', reason: expect.stringContaining('no answer is known') },
	]);
	expect(await messages()).toHaveLength(1);
	const options = { ...(once(KEY).options as IDataObject), unansweredMessages: 'sendAgain' };
	const again = await runAction(credential, once(KEY, { options }), { items: recipients(1) });
	expect(again.json).toMatchObject([{ status: 'accepted' }]);
});

it('skips a customer to whom an earlier run has sent a reorder', async () => {
	const options = { sendOnceKey: '=week-47/{{ $json.customer.key }}' };
	const parameters = {
		resource: 'order',
		operation: 'reorder',
		headerText: 'Again',
		bodyText: 'Again?',
		options,
	};
	const items = [orderOf([['BAK-RYE', 1]])];
	const first = await runAction(credential, parameters, { items });
	expect(first.json).toMatchObject([{ status: 'accepted', sentAs: 'singleProduct' }]);
	const { json, error } = await runAction(credential, parameters, { items });
	expect(error).toBeUndefined();
	expect(json).toMatchObject([
		{
			status: 'skipped',
			sentAs: null,
			customerKey: first.json[0].customerKey,
			key: first.json[0].key,
			orderCount: 1,
		},
	]);
	expect(await messages()).toHaveLength(1);
});

describe('one person', () => {
	const statuses = async (...rows: unknown[]) => {
		const items = rows.map((to) => ({ to })) as IDataObject[];
		const recipient = '={{ $json.to }}';
		const { json } = await runAction(
			credential,
			once('=week-47/{{ $json.to.key ?? $json.to }}', { recipient }),
			{ items },
		);
		return json.map(({ status }) => status);
	};
	const customer = { key: 'US.134', userId: 'US.134', phone: '+5215512345678' };

	it('gets one message in two spellings of a number', async () => {
		expect(await statuses('+5215512345678')).toEqual(['accepted']);
		expect(await statuses('+52 55 1234 5678', '525512345678')).toEqual(['skipped', 'skipped']);
		expect(await messages()).toHaveLength(1);
	});

	it('is known by number and user ID, once both were seen together', async () => {
		expect(await statuses(customer)).toEqual(['accepted']);
		expect(await statuses('+525512345678', 'US.134')).toEqual(['skipped', 'skipped']);
		expect(await statuses('+525587654321', 'US.999')).toEqual(['accepted', 'accepted']);
	});

	it('stays known by the user ID that came with a skipped message', async () => {
		expect(await statuses('+525512345678', customer)).toEqual(['accepted', 'skipped']);
		expect(await statuses('US.134')).toEqual(['skipped']);
	});
});

it('sends once for two items with the same key', async () => {
	const { json } = await runAction(credential, once('order-1'), { items: recipients(2) });
	expect(json).toMatchObject([
		{ status: 'accepted' },
		{ status: 'skipped', reason: 'An earlier item of this run has the same key.' },
	]);
});

it('one of two runs at the same time sends', async () => {
	const items = recipients(5);
	const runs = await Promise.all([
		runAction(credential, once(KEY), { items }),
		runAction(credential, once(KEY), { items }),
	]);
	expect(await messages()).toHaveLength(5);
	const all = runs.flatMap(({ json }) => json.map(({ status }) => status));
	expect(all.filter((status) => status === 'accepted')).toHaveLength(5);
	expect(all.filter((status) => status === 'skipped')).toHaveLength(5);
});

it('an item without a key is not sent', async () => {
	const { error } = await runAction(credential, once('={{ $json.nothing }}'), {
		items: recipients(1),
	});
	expect(error?.message).toBe('Send Once Per Key must be changed [item 0]');
	expect(await messages()).toEqual([]);
});

it('without a record nothing is sent', async () => {
	isBroken = true;
	const { json } = await runAction(credential, once(KEY), { items: recipients(2), node: goOn });
	expect(json).toMatchObject([
		{ error: 'The record of sent keys cannot be written [item 0]' },
		{ error: 'The record of sent keys cannot be written [item 1]' },
	]);
	expect(await messages()).toEqual([]);
});

it('within Retry On Fail the accepted ones keep their first result', async () => {
	const items = [...recipients(2), { to: stranger(7), sku: 'NOPE' }];
	const { json, error } = await runAction(
		credential,
		once(KEY, {
			options: { ...(once(KEY).options as IDataObject), messagesPerSecond: 20 },
		}),
		{ items, node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 } },
	);
	expect(json).toEqual([]);
	expect(error?.description).toContain('Meta accepted 2 and refused 1');
	expect(await messages()).toHaveLength(2);
});
