import { groupByCustomer } from '../../../../nodes/shared/payload/reorder/customerGroups';
import { rankedSkus, type Ranking } from '../../../../nodes/shared/payload/reorder/orderedProducts';
import {
	entriesIn,
	ORDER_COLUMNS,
	readPastOrders,
} from '../../../../nodes/shared/payload/reorder/pastOrders';
import { pickProducts } from '../../../../nodes/shared/payload/reorder/pickProducts';

const read = (items: unknown[], columns = {}) =>
	readPastOrders(items, { ...ORDER_COLUMNS, ...columns });

describe('orders in items', () => {
	it.each<[string, unknown, number | null]>([
		['an ISO time', '2026-11-21T10:00:00.000Z', Date.UTC(2026, 10, 21, 10)],
		['a day', '2026-11-21', Date.UTC(2026, 10, 21)],
		['a date of a database', new Date(Date.UTC(2026, 10, 21)), Date.UTC(2026, 10, 21)],
		['Unix seconds', 1795255200, 1795255200000],
		['Unix seconds as text', '1795255200', 1795255200000],
		['Unix milliseconds', 1795255200000, 1795255200000],
		['a day of a spreadsheet', 46347, null],
		['a German date', '21.11.2026', null],
		['a German date that could be an American one', '05.11.2026', null],
		['a date with slashes', '11/05/2026', null],
		['a date of PostgreSQL', '2026-11-21 10:00:00+00', Date.UTC(2026, 10, 21, 10)],
		['a date of an e-mail', 'Sat, 21 Nov 2026 10:00:00 GMT', Date.UTC(2026, 10, 21, 10)],
		['a date as text', new Date(1795255200000).toString(), 1795255200000],
		['a month in words', 'November 21, 2026 10:00 UTC', Date.UTC(2026, 10, 21, 10)],
		['a word and a number', 'order 5 2026', null],
		['nothing', '', null],
	])('are dated by %s', (_name, placedAt, expected) => {
		expect(read([{ sku: 'A', placedAt }]).orders[0].placedAt).toBe(expected);
	});

	it('are one where rows have the same ID, or the same customer and time', () => {
		const rows = [
			{ sku: 'A', orderId: '1', customer: '+1650' },
			{ sku: 'B', orderId: '1', customer: '+1650' },
			{ sku: 'C', customer: '+1650', placedAt: '2026-11-21' },
			{ sku: 'D', customer: '+1650', placedAt: '2026-11-21' },
			{ sku: 'E', customer: '+1651', placedAt: '2026-11-21' },
		];
		expect(read(rows).orders.map(({ lines }) => lines.map(({ sku }) => sku).join(''))).toEqual([
			'AB',
			'CD',
			'E',
		]);
	});

	it('without an ID stay apart when they are whole', () => {
		const order = { lines: [{ sku: 'A', quantity: 1 }] };
		expect(read([order, order]).orders).toHaveLength(2);
	});

	it('keep what a quantity can be and leave the rest unknown', () => {
		const quantities = [1, '2', 1e6, '1e12', 0, -1, 1.5, 'three', null, undefined];
		const { orders } = read(quantities.map((quantity) => ({ sku: 'A', orderId: '1', quantity })));
		expect(orders[0].lines.map(({ quantity }) => quantity)).toEqual([
			1,
			2,
			1e6,
			...[null, null, null, null, null, null, null],
		]);
	});

	it('have columns with dots in their names, and paths', () => {
		const columns = { sku: 'order.sku', customer: 'who.phone' };
		const { orders } = read([{ 'order.sku': 'A', who: { phone: '+16505551234' } }], columns);
		expect(orders).toMatchObject([{ customer: '+16505551234', lines: [{ sku: 'A' }] }]);
	});

	it('are not in items without lines and SKU; an empty SKU is a row without a product', () => {
		const { orders, unread } = read([{ foo: 1 }, null, { sku: '' }, { lines: 'none' }]);
		expect(unread).toEqual([0, 1, 3]);
		expect(orders).toMatchObject([{ items: [2], lines: [] }]);
	});

	it('find nothing in what every object inherits', () => {
		expect(read([{ a: 1 }], { sku: 'constructor', lines: '__proto__' }).unread).toEqual([0]);
	});
});

describe('customers', () => {
	const keys = (customers: unknown[]) =>
		groupByCustomer(
			read(customers.map((customer, index) => ({ sku: 'A', orderId: String(index), customer })))
				.orders,
		).map(({ key, orders }) => [key, orders.length]);

	it('are the same however they are written', () => {
		expect(
			keys(['+1 650 555 1234', 16505551234, '0016505551234', { phone: '+16505551234' }]),
		).toEqual([['+16505551234', 4]]);
	});

	it('are known by phone once an order has phone and user ID', () => {
		const both = { userId: 'US.1', phone: '+16505551234' };
		expect(keys(['+16505551234', both, { userId: 'US.1', phone: null }])).toEqual([['US.1', 3]]);
	});

	it('are known by the phone that stands beside their user ID', () => {
		const row = (orderId: string, customer: string, phone: string | null) => {
			return { sku: 'A', orderId, customer, phone };
		};
		const rows = [
			row('1', '+16505551234', '+16505551234'),
			row('2', 'US.1', '16505551234'),
			row('3', 'US.1', null),
			row('4', '+4917604069011', '+16505551234'),
		];
		const groups = groupByCustomer(read(rows).orders);
		expect(groups.map(({ key, orders }) => [key, orders.length])).toEqual([
			['US.1', 3],
			['+4917604069011', 1],
		]);
	});

	it.each([
		['+52 1 55 1234 5678', '+525512345678'],
		['+55 11 98765-4321', '+551187654321'],
		['5491123456789', '+54 11 2345-6789'],
	])('are one in the spellings %s and %s, and keep the first', (one, other) => {
		const digits = `+${one.replace(/\D/g, '')}`;
		expect(keys([one, other])).toEqual([[digits, 2]]);
		expect(keys([one, { userId: 'US.1', phone: other }])).toEqual([['US.1', 2]]);
	});

	it('are completed by the country of the number that they wrote to', () => {
		const { orders } = read([
			{ sku: 'A', orderId: '1', customer: '0151 12345678', displayPhoneNumber: '493023125123' },
			{ sku: 'A', orderId: '2', customer: '+4915112345678' },
			{ sku: 'A', orderId: '3', customer: '0151 12345678' },
		]);
		const home = { country: 'DE', isChosen: false };
		const groups = groupByCustomer(
			orders.map((order) => ({ ...order, ...(order.displayPhoneNumber && { home }) })),
		);
		expect(groups.map(({ key, isAddress, orders: own }) => [key, isAddress, own.length])).toEqual([
			['+4915112345678', true, 2],
			['0151 12345678', false, 1],
		]);
	});

	it('that nothing names are together', () => {
		expect(keys([null, {}, ''])).toEqual([[null, 3]]);
	});
});

describe('the choice', () => {
	const order = (placedAt: string | null, ...skus: string[]) => ({
		placedAt,
		lines: skus.map((sku) => ({ sku, quantity: 1 })),
	});

	it('takes the last order that holds something', () => {
		const { orders } = read([order('2026-11-02', 'A'), order('2026-11-03')]);
		expect(pickProducts(orders, 'lastOrder', null).skus).toEqual(['A']);
	});

	it('counts the quantities of the order in which a product came last', () => {
		const { orders } = read([
			{ placedAt: '2026-11-01', lines: [{ sku: 'A', quantity: 9 }] },
			{
				placedAt: '2026-11-02',
				lines: [
					{ sku: 'A', quantity: 1 },
					{ sku: 'A', quantity: 2 },
				],
			},
		]);
		expect(pickProducts(orders, 'mostRecent', null).lastQuantities.get('A')).toBe(3);
	});

	it('counts from the very moment on', () => {
		const { orders } = read([order('2026-11-02T10:00:00Z', 'A'), order(null, 'B')]);
		const since = Date.UTC(2026, 10, 2, 10);
		expect(pickProducts(orders, 'mostRecent', since)).toMatchObject({ skus: ['A'], undated: 1 });
		expect(pickProducts(orders, 'mostRecent', since + 1).skus).toEqual([]);
	});
});

/** The SKUs of orders in any shape. */
const orderedSkus = (given: unknown, ranking: Ranking) =>
	rankedSkus(readPastOrders(entriesIn(given)).orders, ranking);

describe('orders in any shape', () => {
	const order = (placedAt: unknown, ...skus: unknown[]) => ({
		placedAt,
		lines: skus.map((sku) => ({ sku, quantity: 1 })),
	});

	it('reads SKUs that arrive as numbers or with what copying adds', () => {
		const { orders, unreadLines } = read(entriesIn(order(null, 4711, ' A ', 'A', '\u200bB', 12n)));
		expect(orders[0].lines.map(({ sku }) => sku)).toEqual(['4711', 'A', 'A', 'B', '12']);
		expect(unreadLines).toBe(0);
		expect(orderedSkus(order(null, 4711, ' A ', 'A'), 'asOrdered')).toEqual(['4711', 'A']);
	});

	it('counts the lines and entries that it cannot read', () => {
		const lines = [null, 'A', { sku: {} }, { sku: null }, { sku: '' }, { sku: 'B' }];
		const found = read(entriesIn([{ lines }, 'text', null, { lines: 'none' }, { lines: null }]));
		expect(found).toMatchObject({ unreadLines: 5, unread: [1, 2, 3, 4], isPerLine: false });
		expect(found.orders).toMatchObject([
			{ orderId: null, placedAt: null, lines: [{ sku: 'B', quantity: null }] },
		]);
	});

	it('counts quantities that are texts', () => {
		const one = { lines: [{ sku: 'A', quantity: 1 }] };
		const many = { lines: [{ sku: 'B', quantity: '9' }] };
		expect(orderedSkus([one, many], 'mostOften')).toEqual(['B', 'A']);
	});

	it.each<[string, unknown]>([
		['a text', '2026-06-01T10:00:00.000Z'],
		['a Date', new Date('2026-06-01T10:00:00.000Z')],
		['a date of a library', { valueOf: () => Date.parse('2026-06-01T10:00:00.000Z') }],
		['milliseconds', Date.parse('2026-06-01T10:00:00.000Z')],
		['seconds', Date.parse('2026-06-01T10:00:00.000Z') / 1000],
		['seconds as text', String(Date.parse('2026-06-01T10:00:00.000Z') / 1000)],
	])('takes %s as time', (_name, placedAt) => {
		const may = order('2026-05-01T10:00:00.000Z', 'MAY');
		const july = order('2026-07-01T10:00:00.000Z', 'JULY');
		expect(orderedSkus([may, order(placedAt, 'JUNE'), july], 'mostRecent')).toEqual([
			'JULY',
			'JUNE',
			'MAY',
		]);
	});

	it('gathers lines by their order', () => {
		const line = (orderId: string | null, sku: string, placedAt = '2026-05-01T10:00:00.000Z') => ({
			json: { event: 'order', orderId, placedAt, line: 1, sku, quantity: 2 },
		});
		const found = read(
			entriesIn([
				line('wamid.1', 'A'),
				line('wamid.2', 'B', '2026-06-01T10:00:00.000Z'),
				line('wamid.1', 'B'),
				line(null, 'C'),
			]),
		);
		expect(found.isPerLine).toBe(true);
		expect(
			found.orders.map(({ orderId, lines }) => [orderId, ...lines.map(({ sku }) => sku)]),
		).toEqual([
			['wamid.1', 'A', 'B'],
			['wamid.2', 'B'],
			[null, 'C'],
		]);
	});

	it('reads lines and orders that are JSON text', () => {
		const lines = JSON.stringify([{ sku: 'A', quantity: 1 }]);
		expect(orderedSkus({ lines }, 'asOrdered')).toEqual(['A']);
		expect(orderedSkus(JSON.stringify([{ lines }]), 'asOrdered')).toEqual(['A']);
	});

	it('counts one order with many lines in one pass', () => {
		const lines = Array.from({ length: 200_000 }, (_, index) => ({
			sku: `S${index}`,
			quantity: 1,
		}));
		const many = { lines };
		expect(orderedSkus(many, 'mostOften')).toHaveLength(200_000);
	});

	it('counts lines whose quantity cannot be read as one unit each', () => {
		const rows = [{ sku: 'A' }, { sku: 'B' }, { sku: 'B' }];
		expect(orderedSkus(rows, 'mostOften')).toEqual(['B', 'A']);
	});

	it('keeps lines without an order ID apart when their times differ, even ones that cannot be read', () => {
		const rows = ['20.11.2026', '21.11.2026', '21.11.2026'].map((placedAt) => ({
			sku: 'A',
			placedAt,
		}));
		expect(read(rows).orders.map(({ items }) => items)).toEqual([[0], [1, 2]]);
	});

	it('counts a line once that comes twice, and two products with the same number both', () => {
		const row = { orderId: '1', line: 1, sku: 'A', quantity: 1 };
		expect(read([row, { ...row, sku: 'B' }, row]).orders[0].lines).toHaveLength(2);
	});
});
