import { ofShop, readOrder } from '../../../../nodes/shared/payload/webhooks/order';
import { readMessages } from '../../../support/fixtures/read';
import { cart, delivery, pablo } from '../../../support/fixtures/deliveries';

const orderOf = (items: unknown, message: object = {}) => {
	const [incoming] = readMessages(delivery([cart(items, message)]));
	return readOrder(incoming);
};
const item = (price: unknown, quantity: unknown = 1, currency: unknown = 'USD', sku = 'SKU-1') => ({
	product_retailer_id: sku,
	quantity,
	item_price: price,
	currency,
});

it('is an order event exactly as documented', () => {
	expect(orderOf([item(15.5, 2)])).toEqual({
		event: 'order',
		orderId: 'wamid.ORDER1',
		placedAt: '2026-11-21T10:00:00.000Z',
		customer: {
			key: pablo.user_id,
			phone: '+16505551234',
			userId: 'US.13491208655302741918',
			username: 'pablo.m',
			name: 'Pablo',
		},
		phoneNumberId: '106540352242922',
		displayPhoneNumber: '15550783881',
		businessAccountId: '102290129340398',
		standby: false,
		catalogId: '194836987003835',
		note: '',
		quotedMessageId: null,
		lines: [
			{
				line: 1,
				sku: 'SKU-1',
				quantity: 2,
				unitPrice: 15.5,
				currency: 'USD',
				lineTotal: 31,
				lineTotalMinor: 3100,
				shop: null,
			},
		],
		lineCount: 1,
		unitCount: 2,
		currency: 'USD',
		total: 31,
		totalMinor: 3100,
		totalText: '31.00 USD',
		mixedCurrency: false,
		totals: [{ currency: 'USD', total: 31, totalMinor: 3100 }],
	});
});

it('sums cents that floats would lose', () => {
	const order = orderOf(Array.from({ length: 10 }, () => item(0.1)));
	expect(order).toMatchObject({ total: 1, totalMinor: 100, totalText: '1.00 USD' });
});

it.each([
	['JPY', 1200, { total: 2400, totalMinor: 2400, totalText: '2400 JPY' }],
	['BHD', 1.255, { total: 2.51, totalMinor: 2510, totalText: '2.510 BHD' }],
])('counts %s with its own exponent', (currency, price, total) => {
	expect(orderOf([item(price, 2, currency)])).toMatchObject(total);
});

it('keeps mixed currencies apart', () => {
	const order = orderOf([item(10, 1, 'USD'), item(1000, 2, 'JPY'), item(5, 1, 'USD')]);
	expect(order).toMatchObject({
		currency: null,
		total: null,
		totalMinor: null,
		totalText: null,
		mixedCurrency: true,
		totals: [
			{ currency: 'USD', total: 15, totalMinor: 1500 },
			{ currency: 'JPY', total: 2000, totalMinor: 2000 },
		],
	});
	expect(order).not.toHaveProperty('warnings');
});

it.each<[string, unknown, string]>([
	['quantity 0', item(5, 0), 'Line 2 has quantity 0.'],
	['half a piece', item(5, 0.5), 'Line 2 has a quantity that is not a whole number from 0.'],
	['no currency', item(5, 1, null), 'Line 2 has no currency, so its price cannot be counted.'],
	['a price in words', item('five'), 'Line 2 has a price that cannot be read.'],
	['no SKU', item(5, 1, 'USD', ''), 'Line 2 has no SKU.'],
	[
		'more decimals than the currency has',
		item(1.005),
		'Line 2 has a price with more decimals than USD has; its total is rounded.',
	],
])('keeps a line with %s and names it', (_name, line, warning) => {
	const order = orderOf([item(10), line]);
	expect(order?.warnings).toEqual([warning]);
	expect(order?.lineCount).toBe(2);
});

it('gives no total that misses a line', () => {
	expect(orderOf([item(10), item('five')])).toMatchObject({
		currency: 'USD',
		total: null,
		totalMinor: null,
		totalText: null,
		totals: [{ currency: 'USD', total: null, totalMinor: null }],
		lines: [{ lineTotal: 10 }, { unitPrice: null, lineTotal: null, lineTotalMinor: null }],
	});
});

it('survives lines that are none', () => {
	expect(orderOf([null, 'x', []])).toMatchObject({ lineCount: 3, total: null });
});

it.each<[unknown, string | null]>([
	[{ from: '15550783881', id: 'wamid.LIST' }, 'wamid.LIST'],
	[{ id: 42 }, '42'],
	[{ id: '' }, null],
	[{ id: {} }, null],
	[{}, null],
	[['wamid.LIST'], null],
	['wamid.LIST', null],
	[null, null],
])('with the context %j quotes %j', (context, quotedMessageId) => {
	expect(orderOf([item(5)], { context })).toMatchObject({ quotedMessageId, lineCount: 1 });
});

it('is null when there is no list of products', () => {
	expect(orderOf('none')).toBeNull();
	expect(orderOf(undefined)).toBeNull();
});

it('reads a customer without any phone number', () => {
	const [incoming] = readMessages(
		delivery(
			[{ ...cart([item(1)]), from: undefined, from_user_id: 'GB.307' }],
			[{ profile: { name: 'Robin', username: '@robin' }, user_id: 'GB.307' }],
		),
	);
	expect(readOrder(incoming)?.customer).toEqual({
		key: 'GB.307',
		phone: null,
		userId: 'GB.307',
		username: 'robin',
		name: 'Robin',
	});
});

it('names an order that says neither who nor when', () => {
	const [incoming] = readMessages(
		delivery(
			[{ ...cart([item(1)]), from: undefined, from_user_id: undefined, timestamp: 'soon' }],
			[],
		),
	);
	expect(readOrder(incoming)).toMatchObject({
		placedAt: null,
		customer: { key: null, phone: null, userId: null, username: null, name: null },
		warnings: ['The message names no customer.', 'The time of the order cannot be read.'],
	});
});

it('matches each message with its own contact', () => {
	const käthe = { profile: { name: 'Käthe' }, wa_id: '4917604069011', user_id: 'DE.2' };
	const messages = readMessages(
		delivery(
			[
				cart([item(1)], { id: 'wamid.1' }),
				cart([item(1)], { id: 'wamid.2', from: '4917604069011', from_user_id: undefined }),
			],
			[käthe, pablo],
		),
	);
	expect(messages.map(({ customer }) => customer.name)).toEqual(['Pablo', 'Käthe']);
	expect(messages[1].customer).toMatchObject({ key: 'DE.2', phone: '+4917604069011' });
});

it('never gives one customer the identity of another', () => {
	const keys = (messages: object[], contacts: object[]) =>
		readMessages(delivery(messages, contacts)).map(({ customer }) => [customer.key, customer.name]);
	const stranger = cart([item(1)], { from: '491511111111', from_user_id: undefined });
	const known = cart([item(1)], { from: '16505551234', from_user_id: undefined });
	expect(keys([stranger, known], [pablo])).toEqual([
		['+491511111111', null],
		[pablo.user_id, 'Pablo'],
	]);
	expect(keys([stranger], [pablo])).toEqual([['+491511111111', null]]);
	expect(keys([{ ...known, from_user_id: 'DE.999' }], [pablo])).toEqual([['DE.999', null]]);
});

it('reads 1,000 messages of 1,000 people at once', () => {
	const people = Array.from({ length: 1000 }, (_, index) => ({
		profile: { name: `Customer ${index}` },
		wa_id: String(49151000000 + index),
	}));
	const messages = people.map(({ wa_id: from }, index) =>
		cart([item(1)], { id: `wamid.${index}`, from, from_user_id: undefined }),
	);
	const names = readMessages(delivery(messages, people)).map(({ customer }) => customer.name);
	expect(names).toEqual(people.map(({ profile }) => profile.name));
});

it('is not slowed down by a price that goes on for ever', () => {
	const order = orderOf([item(`0.${'0'.repeat(1_000_000)}x`)]);
	expect(order?.warnings).toEqual(['Line 1 has a price that cannot be read.']);
});

it.each<[string, unknown[], object]>([
	[
		'amounts below the smallest unit',
		[item(1e-7)],
		{ total: 0, warnings: [expect.stringContaining('more decimals than USD has')] },
	],
	[
		'sums beyond exact numbers',
		[item(90_000_000_000_000), item(90_000_000_000_000)],
		{ total: null, totalText: null, warnings: ['The total is too large to be counted exactly.'] },
	],
	[
		'a line without currency',
		[item(31), item(5, 1, null)],
		{ total: null, totals: [{ currency: 'USD', total: null, totalMinor: null }] },
	],
	['a quantity in another notation', [item(5, '0x10')], { lines: [{ quantity: null }] }],
])('says what is odd about %s', (_name, items, expected) => {
	expect(orderOf(items)).toMatchObject(expected);
});

describe('the product of the shop', () => {
	const shops = (...skus: string[]) =>
		orderOf(skus.map((sku) => item(1, 1, 'USD', sku)))?.lines.map(({ shop }) => shop);

	it('is told by the form of the content ID, or is null', () => {
		const none = { productId: null, variantId: null, sku: null };
		expect(shops('MUG-BLUE_123', 'wc_post_id_9', '12-34', 'shopify_US_1_2', '123', 'MUG')).toEqual([
			{ system: 'woocommerce', productId: '123', variantId: null, sku: 'MUG-BLUE' },
			{ ...none, system: 'woocommerce', productId: '9' },
			{ ...none, system: 'prestashop', productId: '12', variantId: '34' },
			{ ...none, system: 'shopify', productId: '1', variantId: '2' },
			null,
			null,
		]);
	});

	it('is told by a bare number where the shop is known', () => {
		const order = orderOf([item(1, 1, 'USD', '123'), item(1, 1, 'USD', null as never)]);
		const known = order && ofShop(order, 'woocommerce');
		expect(known?.lines.map(({ shop }) => shop)).toEqual([
			{ system: 'woocommerce', productId: '123', variantId: null, sku: null },
			null,
		]);
	});
});
