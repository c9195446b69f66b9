import type { IDataObject } from 'n8n-workflow';

import {
	cart,
	delivery,
	edited,
	entry,
	envelope,
	failed,
	line,
	question,
	revoked,
	standbyChange,
	statusDelivery,
	text,
} from '../support/fixtures/deliveries';
import { TriggerHost } from '../support/webhookHost.mts';

let host: TriggerHost;
const EVERYTHING = ['order', 'productQuestion', 'messageFailed', 'textMessage', 'unrecognized'];

/** The ids of what passes a filter. */
async function passing(options: IDataObject, body: unknown): Promise<unknown[]> {
	host = new TriggerHost({ events: EVERYTHING, options });
	await host.listen();
	try {
		expect((await host.deliver(body)).status).toBe(200);
		return host.runs.flat().map(({ orderId, messageId }) => orderId ?? messageId);
	} finally {
		await host.close();
	}
}

const order = (id: string, items: unknown = [line()], more: object = {}) => {
	const message = cart(items, { id });
	return { ...message, order: { ...message.order, ...more } };
};
const numbered = (id: string, phoneNumberId: unknown, displayPhoneNumber: unknown = '1') => ({
	field: 'messages',
	value: {
		metadata: { display_phone_number: displayPhoneNumber, phone_number_id: phoneNumberId },
		messages: [order(id)],
	},
});

describe('own numbers in other forms', () => {
	const body = envelope([
		entry([numbered('a', '106', '+49 30 23125123'), numbered('b', '107', '5215512345678')]),
	]);
	it.each([
		['030 23125123', ['a']],
		['tel:+493023125123', ['a']],
		['https://wa.me/525512345678', ['b']],
		['+49 30 23125124', []],
	])('%s', async (filterPhoneNumbers, expected) => {
		expect(await passing({ filterPhoneNumbers }, body)).toEqual(expected);
	});
});

describe('phone numbers', () => {
	const body = envelope([
		entry([numbered('a', '106'), numbered('b', '107', '4930123'), numbered('c', undefined)]),
	]);
	it.each<[string, unknown, string[]]>([
		['an ID', '106', ['a']],
		['a list', '106,\n107', ['a', 'b']],
		['a number as it is dialled', '+49 (30) 123', ['b']],
		['an ID that an expression gave as a number', 106, ['a']],
		['nothing', ' ', ['a', 'b', 'c']],
	])('take %s', async (_name, filterPhoneNumbers, expected) => {
		expect(await passing({ filterPhoneNumbers } as IDataObject, body)).toEqual(expected);
	});
});

it('a part that tells no number and no customer passes both filters', async () => {
	const body = envelope([null, entry([numbered('a', '106'), numbered('b', '107')])]);
	expect(await passing({ filterPhoneNumbers: '106' }, body)).toEqual([null, 'a']);
	expect(await passing({ filterCustomers: 'US.9' }, body)).toEqual([null]);
});

it('catalogs are about orders and questions only', async () => {
	const body = delivery([
		order('a', [line()], { catalog_id: '7' }),
		order('b', [line()], { catalog_id: '8' }),
		order('c', [line()], { catalog_id: undefined }),
		question('?', { catalog_id: '7', product_retailer_id: 'X' }, { id: 'd' }),
		question('?', { catalog_id: '8', product_retailer_id: 'X' }, { id: 'e' }),
		text('hi', { id: 'f' }),
	]);
	expect(await passing({ filterCatalogs: '7' }, body)).toEqual(['a', 'd', 'f']);
	expect(await passing({ filterCatalogs: '7; 8' }, body)).toEqual(['a', 'b', 'd', 'e', 'f']);
});

it('products are about orders and questions only', async () => {
	const body = delivery([
		order('a', [line({ product_retailer_id: 'X' }), line({ product_retailer_id: 'Y' })]),
		order('b', [line({ product_retailer_id: 'x' })]),
		order('c', []),
		question('?', { product_retailer_id: 'Y' }, { id: 'd' }),
		question('?', { product_retailer_id: 'Z' }, { id: 'e' }),
		text('hi', { id: 'f' }),
	]);
	expect(await passing({ filterSkus: 'Q, Y' }, body)).toEqual(['a', 'd', 'f']);
});

describe('minimum total', () => {
	const of = (price: unknown, currency = 'USD') =>
		line({ quantity: 1, item_price: price, currency });
	const body = delivery([
		order('exact', [of(10), of(9.9)]),
		order('less', [of(19.89)]),
		order('euro', [of(500, 'EUR')]),
		order('mixed, enough', [of(20), of(1, 'EUR')]),
		order('mixed, too little', [of(19), of(500, 'EUR')]),
		order('unknown', [of('?'), of(500)]),
		text('hi', { id: 'text' }),
	]);
	const at = (amount: unknown, currency: unknown) =>
		({ filterMinimumTotal: { minimum: { amount, currency } } }) as IDataObject;

	it('lets through what reaches it in its currency', async () => {
		const expected = ['exact', 'mixed, enough', 'text'];
		expect(await passing(at(19.9, 'USD'), body)).toEqual(expected);
		expect(await passing(at('19.90', ' usd '), body)).toEqual(expected);
	});

	it('counts in the decimals of the currency', async () => {
		const dinars = delivery([order('a', [of(1.005, 'BHD')]), order('b', [of(1.004, 'BHD')])]);
		expect(await passing(at(1.005, 'BHD'), dinars)).toEqual(['a']);
	});

	it.each([
		[0, 'USD'],
		[10, ''],
		['a lot', 'USD'],
		[undefined, undefined],
	])('leaves nothing out when it is %s %s', async (amount, currency) => {
		expect(await passing(at(amount, currency), body)).toHaveLength(7);
	});
});

describe('customers', () => {
	const people = [
		{ wa_id: '16505551234', user_id: 'US.1', profile: { username: 'Pablo.M' } },
		{ user_id: 'US.2', profile: { username: '@robin' } },
		{ wa_id: '4915112345678', user_id: 'DE.3' },
	];
	const body = delivery(
		[
			order('pablo', [line()]),
			order('robin', [line()]),
			order('ute', [line()]),
			{ id: 'nobody', type: 'sticker' },
		].map((message, index) => ({
			...message,
			from: people[index]?.wa_id,
			from_user_id: people[index]?.user_id,
		})),
		people,
	);
	it.each([
		['+1 (650) 555-1234', ['pablo']],
		['0049 151 12345678', ['ute']],
		['us.2', ['robin']],
		['@pablo.m\nROBIN', ['pablo', 'robin']],
		['1650555123', []],
	])('take %s', async (filterCustomers, expected) => {
		expect(await passing({ filterCustomers }, body)).toEqual([...expected, 'nobody']);
	});

	it.each<[string, unknown, string[]]>([
		['a link of a chat', 'https://wa.me/4915112345678', ['ute']],
		['digits of another script', '+٤٩١٥١١٢٣٤٥٦٧٨', ['ute']],
		['a whole customer', { key: 'x', phone: null, userId: 'US.2', name: 'Robin' }, ['robin']],
		['a list of customers', [{ phone: '+16505551234', userId: null }, 'DE.3'], ['pablo', 'ute']],
		['a customer with a user name only', { username: '@robin' }, ['robin']],
		// Of the receiving number's country, which is in the United States.
		['a number without a country code', '(650) 555-1234', ['pablo']],
		['something odd', [{ phone: ['+1'] }, null, true, Number.NaN], []],
	])('take %s', async (_name, filterCustomers, expected) => {
		const found = await passing({ filterCustomers } as IDataObject, body);
		expect(found).toEqual([...expected, 'nobody']);
	});

	it('are the same in all spellings of a number', async () => {
		const statuses = statusDelivery([failed({ recipient_id: '5215512345678' })]);
		expect(await passing({ filterCustomers: '+52 55 1234 5678' }, statuses)).toHaveLength(1);
		expect(await passing({ filterCustomers: '+52 55 1234 5679' }, statuses)).toHaveLength(0);
	});

	it('are about messages that failed, too', async () => {
		const statuses = statusDelivery([failed(), failed({ id: 'wamid.B', recipient_id: '4930123' })]);
		expect(await passing({ filterCustomers: '+4930123' }, statuses)).toEqual(['wamid.B']);
	});
});

it('all filters count together, and an order that cannot be read stays', async () => {
	const body = delivery([
		order('a'),
		order('b', 'none'),
		order('c', [line()], { catalog_id: '8' }),
	]);
	const options = {
		filterCatalogs: '194836987003835',
		filterSkus: 'SKU-1',
		filterPhoneNumbers: '106540352242922',
	};
	expect(await passing(options, body)).toEqual(['a', 'b']);
});

it('what is left out starts no run and is answered 200', async () => {
	expect(await passing({ filterSkus: 'NONE' }, delivery([order('a')]))).toEqual([]);
	expect(host.runs).toEqual([]);
});

describe('only the business account of the credential', () => {
	const body = envelope([
		{ ...entry([numbered('own', '106')]) },
		{ ...entry([numbered('foreign', '106')]), id: '999' },
		{ ...entry([numbered('nobody', '106')]), id: undefined },
	]);
	it('is checked for each entry when wanted', async () => {
		expect(await passing({ onlyOwnAccount: true }, body)).toEqual(['own']);
		expect(await passing({}, body)).toEqual(['own', 'foreign', 'nobody']);
	});
});

describe('customer messages', () => {
	const body = envelope([
		entry([
			{
				field: 'messages',
				value: {
					metadata: { phone_number_id: '106' },
					messages: [order('a'), text('hi', { id: 'b' }), edited(), revoked()],
				},
			},
			standbyChange({
				messages: [
					order('c'),
					text('hi', { id: 'd' }),
					question('?', undefined, { id: 'e' }),
					{ id: 'f', type: 'sticker' },
				],
				statuses: [failed({ id: 'g' })],
			}),
		]),
	]);
	const ALL = ['a', 'b', 'wamid.EDIT1', 'wamid.REVOKE1', 'c', 'd', 'e', 'f', 'g'];
	const without = (...ids: string[]) => ALL.filter((id) => !ids.includes(id));

	it.each<[unknown, string[]]>([
		[['deleted'], without('wamid.REVOKE1')],
		[['edited'], without('wamid.EDIT1')],
		[['standby'], without('d', 'e')],
		['standby', without('d', 'e')],
		[['deleted', 'edited', 'standby', 'order'], without('wamid.EDIT1', 'wamid.REVOKE1', 'd', 'e')],
		[[], ALL],
		[null, ALL],
		[undefined, ALL],
		['', ALL],
		[{ deleted: true }, ALL],
		[[null, 7], ALL],
	])('leave out %j', async (leaveOutMessages, expected) => {
		expect(await passing({ leaveOutMessages } as IDataObject, body)).toEqual(expected);
	});
});
