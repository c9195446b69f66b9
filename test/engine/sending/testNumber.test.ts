import type { IDataObject } from 'n8n-workflow';

import { CUSTOMERS } from '../../../sandbox/world/shop/world.mts';
import { orderOf } from '../../support/fixtures/orders';
import {
	multiProduct,
	PHONE_NUMBER_ID,
	singleProduct,
	WAREHOUSE_ID,
	warehouseSkus,
} from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, messages, calls, control } = useSandbox();

const [PABLO, , ROBIN] = CUSTOMERS;
const phone = `+${PABLO.phone}`;
const customer = { key: PABLO.userId, userId: PABLO.userId, phone };

const toCustomer = (given: object, more: object = {}) => ({
	parameters: { ...given, recipient: '={{ $json.customer }}', ...more } as IDataObject,
	items: [{ customer }] as IDataObject[],
});
const run = async (
	{ parameters, items }: ReturnType<typeof toCustomer>,
	own: IDataObject[] = items,
) => await runAction(credential, parameters, { items: own });
const sends = async () => (await calls()).filter(({ method }) => method === 'POST');

beforeEach(async () => {
	await control(`setup/numbers/${PHONE_NUMBER_ID}`, 'PATCH', {
		testNumber: true,
		allowedRecipients: [PABLO.phone, '541155550123'],
	});
});

describe('a test number that takes no user ID (131030)', () => {
	it('gets the phone number of a customer given whole; hint and output say so', async () => {
		const { json, hints, error } = await run(toCustomer(multiProduct));
		expect(error?.description).toBeUndefined();
		expect(json).toMatchObject([
			{
				status: 'accepted',
				recipient: { input: PABLO.userId, phone, userId: null },
				phoneInstead: 'notOnTestList',
			},
		]);
		expect(hints).toEqual([
			'1 of 1 messages went to the phone number of the customer and not to the user ID. A test number knows its recipients by their phone numbers only (131030).',
		]);
		const [message, ...more] = await messages();
		expect(more).toEqual([]);
		expect(message.payload).toMatchObject({ to: phone });
		expect(message.payload).not.toHaveProperty('recipient');
		expect((await sends()).map(({ status }) => status)).toEqual([400, 200]);
	});

	it('gets each part of a long list once, in order', async () => {
		const { json } = await run(
			toCustomer(multiProduct, {
				catalogId: byId(WAREHOUSE_ID),
				productSource: 'skuList',
				skuList: warehouseSkus(35).join(),
				options: { overflow: 'split', unavailableProducts: 'send' },
			}),
		);
		const parts = json.map(({ part, parts: all, phoneInstead }) => [part, all, phoneInstead]);
		expect(parts).toEqual([
			[1, 2, 'notOnTestList'],
			[2, 2, 'notOnTestList'],
		]);
		expect(await messages()).toHaveLength(2);
	});

	it('gets the template by phone too where the window is closed', async () => {
		await control('troubles', 'PATCH', { window: 'closed', windowClosedHow: 'sync' });
		const { json, error } = await run(
			toCustomer(multiProduct, {
				options: {
					fallbackTemplate: byId('browse_catalog/en_US'),
					fallbackVariables: { variable: [{ name: 'body_1', value: 'Pablo' }] },
				},
			}),
		);
		expect(error?.description).toBeUndefined();
		expect(json).toMatchObject([{ fallback: 'windowClosed', phoneInstead: 'notOnTestList' }]);
		expect(await messages()).toMatchObject([{ type: 'template' }]);
	});

	it.each<[string, object]>([
		['a user ID alone', { userId: ROBIN.userId, phone: null }],
		['a phone that is no number', { userId: PABLO.userId, phone: 'unknown' }],
		['a phone of another kind', { userId: PABLO.userId, phone: { number: phone } }],
		['no phone', { userId: PABLO.userId }],
	])('is refused once with %s, and the words say what is missing', async (_name, given) => {
		const { error } = await run(toCustomer(singleProduct), [{ customer: given } as IDataObject]);
		expect(error?.message).toBe('The recipient is not on the list of the test number [item 0]');
		expect(error?.description).toMatch(
			/A business-scoped user ID is not on that list: give the phone number as Recipient, or the whole customer/,
		);
		expect(await sends()).toHaveLength(1);
	});

	it('names the other spelling where the phone number is not on the list either', async () => {
		const { error } = await run(toCustomer(singleProduct), [
			{ customer: { userId: PABLO.userId, phone: '+5491155550123' } },
		]);
		expect(error?.description).toMatch(
			/\+5491155550123 is also written \+541155550123: if the list/,
		);
		expect(await sends()).toHaveLength(2);
		expect(await messages()).toEqual([]);
	});

	it('is not asked again where the user ID is taken', async () => {
		await control(`setup/numbers/${PHONE_NUMBER_ID}`, 'PATCH', { testNumber: false });
		const { json } = await run(toCustomer(singleProduct));
		expect(json[0]).not.toHaveProperty('phoneInstead');
		expect(json).toMatchObject([{ recipient: { userId: PABLO.userId } }]);
		expect(await sends()).toHaveLength(1);
	});

	it('reaches the customer of a reorder by the phone of the orders', async () => {
		const order = orderOf([['BAK-RYE', 1]]);
		const { json, error } = await runAction(
			credential,
			{
				resource: 'order',
				operation: 'reorder',
				headerText: 'Order again',
				bodyText: 'Running low?',
			},
			{ items: [order] },
		);
		expect(error?.description).toBeUndefined();
		expect(json).toMatchObject([
			{ status: 'accepted', customerKey: PABLO.userId, phoneInstead: 'notOnTestList' },
		]);
		expect(await messages()).toHaveLength(1);
	});
});

it('a missing answer is never followed by a message to the phone', async () => {
	await control(`setup/numbers/${PHONE_NUMBER_ID}`, 'PATCH', { testNumber: false });
	await control('troubles', 'PATCH', { cut: 'afterAccepted' });
	const { parameters, items } = toCustomer(singleProduct);
	const node = { onError: 'continueRegularOutput' } as const;
	const { json } = await runAction(credential, parameters, { items, node });
	expect(json).toMatchObject([{ status: 'ambiguous' }]);
	expect(await messages()).toMatchObject([{ recipient: PABLO.userId }]);
});
