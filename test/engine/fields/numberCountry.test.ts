import type { IDataObject } from 'n8n-workflow';

import { daysAgo, orderOf } from '../../support/fixtures/orders';
import { multiProduct, PHONE_NUMBER_ID, singleProduct } from '../../support/parameters';
import { byId, runAction, search } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, calls, messages } = useSandbox();

/** The sending number as the editor saves it when it was chosen from the list. */
const fromList = (name: string) => ({
	__rl: true,
	mode: 'list',
	value: PHONE_NUMBER_ID,
	cachedResultName: name,
});
const GERMAN = fromList('+49 30 23125123 · Sandbox Bäckerei & Feinkost');
const germany = { numberCountry: byId('DE') };

const send = async (recipients: unknown[], more: object = {}, options: object = {}) =>
	await runAction(
		credential,
		{
			...singleProduct,
			recipient: '={{ $json.to }}',
			options: { unavailableProducts: 'send', ...options },
			...more,
		} as IDataObject,
		{
			items: recipients.map((to) => ({ to })) as IDataObject[],
			node: { onError: 'continueRegularOutput' },
		},
	);
const sentTo = async () => (await messages()).map(({ payload }) => payload.to).sort();

it('completes national numbers of the chosen country, as written and as numbers of a sheet', async () => {
	const { json } = await send(['0151 12345678', 15187654321, '+1 650 555 1234'], {}, germany);
	expect(json.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
	expect(json[0].recipient).toMatchObject({ input: '0151 12345678', phone: '+4915112345678' });
	expect(await sentTo()).toEqual(['+16505551234', '+4915112345678', '+4915187654321']);
});

it('takes the country of a sending number that was chosen from the list, without asking Meta', async () => {
	await send(['0151 12345678', '15123456789'], { phoneNumberId: GERMAN });
	// The second could be one of the United States as well, and nobody has chosen Germany.
	expect(await sentTo()).toEqual(['+4915112345678']);
	expect(await calls()).toHaveLength(1);
});

it.each([
	['typed as an ID', byId(PHONE_NUMBER_ID)],
	['without its number in the list', fromList('Feinkost 24')],
	['with a list that was never opened', { __rl: true, mode: 'list', value: PHONE_NUMBER_ID }],
])('knows no country of a sending number %s', async (_name, phoneNumberId) => {
	const { json } = await send(['0151 12345678'], { phoneNumberId });
	expect(json[0].message).toContain('choose the option Country of Numbers Without a Country Code');
	expect(await messages()).toEqual([]);
});

it('the chosen country goes before that of the sending number', async () => {
	await send(['312 345 6789'], { phoneNumberId: GERMAN }, { numberCountry: byId('IT') });
	expect(await sentTo()).toEqual(['+393123456789']);
});

it('says what is no country, for each item', async () => {
	const { json } = await send(['0151 12345678'], {}, { numberCountry: byId('Atlantis') });
	expect(json[0]).toMatchObject({
		error: 'Country of Numbers Without a Country Code must be changed [item 0]',
		message: expect.stringContaining('"Atlantis", which is no country with phone numbers'),
	});
});

it('a number that a webhook gave passes, in whatever form it reaches the field', async () => {
	const odd = '+22912345';
	const customer = { key: odd, phone: odd, userId: null };
	const items = [{ customer }, { wa_id: '22912346' }] as IDataObject[];
	const recipient = '={{ $json.customer ? $json.customer.phone : $json.wa_id }}';
	await runAction(
		credential,
		{ ...singleProduct, recipient, options: { unavailableProducts: 'send' } },
		{ items },
	);
	expect(await sentTo()).toEqual(['+22912345', '+22912346']);
	const { error } = await runAction(credential, { ...singleProduct, recipient: odd });
	expect(error?.description).toContain('would be a number of Benin');
});

it('items with spellings of one number make one message', async () => {
	const { json } = await runAction(
		credential,
		{
			...multiProduct,
			productSource: 'inputItems',
			recipient: '={{ $json.to }}',
			itemSku: '={{ $json.sku }}',
			options: germany,
		} as IDataObject,
		{
			items: [
				{ to: '0151 12345678', sku: 'BAK-RYE' },
				{ to: '+49 151 12345678', sku: 'BAK-BAGEL' },
				{ to: '+5215512345678', sku: 'BAK-RYE' },
				{ to: '525512345678', sku: 'BAK-BAGEL' },
			],
		},
	);
	expect(json.map(({ products }) => products)).toEqual([
		['BAK-RYE', 'BAK-BAGEL'],
		['BAK-RYE', 'BAK-BAGEL'],
	]);
});

describe('a reorder', () => {
	const reorder = async (items: IDataObject[], more: object = {}) =>
		await runAction(
			credential,
			{
				resource: 'order',
				operation: 'reorder',
				headerText: 'Again',
				bodyText: 'Again?',
				...more,
			} as IDataObject,
			{ items },
		);
	const by = (customer: unknown, orderId: string, more: object = {}) =>
		orderOf([['BAK-RYE', 1]], { customer, orderId, placedAt: daysAgo(9), ...more });

	it('sends one message to one person in several spellings', async () => {
		const { json } = await reorder([
			by('+55 11 98765-4321', 'A'),
			by({ key: '+551187654321', phone: '+551187654321', userId: null }, 'B'),
		]);
		expect(json).toMatchObject([{ customerKey: '+5511987654321', orderCount: 2 }]);
		expect(await sentTo()).toEqual(['+5511987654321']);
	});

	it('leaves alone who has just ordered in another spelling', async () => {
		const { json } = await reorder(
			[by('+525512345678', 'A'), by('+5215512345678', 'B', { placedAt: daysAgo(1) })],
			{ quietDays: 7 },
		);
		expect(json).toMatchObject([{ status: 'skipped', orderCount: 2 }]);
		expect(await messages()).toEqual([]);
	});

	it('completes numbers by the number that the customer wrote to', async () => {
		await reorder([by('0151 12345678', 'A', { displayPhoneNumber: '493023125123' })]);
		expect(await sentTo()).toEqual(['+4915112345678']);
	});

	it('writes to the identity that a webhook gave, whatever the plans say', async () => {
		await reorder([by({ key: '+22912345', phone: '+22912345', userId: null }, 'A')]);
		expect(await sentTo()).toEqual(['+22912345']);
	});
});

it('lists the countries for the picker, by name and code', async () => {
	const { results } = await search(credential, 'searchCountries');
	expect(results).toHaveLength(245);
	expect(results).toContainEqual({ name: 'Germany', value: 'DE' });
	expect((await search(credential, 'searchCountries', {}, 'german')).results).toHaveLength(1);
	expect(await calls()).toEqual([]);
});
