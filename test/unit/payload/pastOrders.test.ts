import { orderedSkus } from '../../../nodes/shared/payload/orderedProducts';
import { readPastOrders } from '../../../nodes/shared/payload/pastOrders';

const order = (placedAt: unknown, ...skus: unknown[]) => ({
	placedAt,
	lines: skus.map((sku) => ({ sku, quantity: 1 })),
});

it('reads SKUs that arrive as numbers or with what copying adds', () => {
	const { orders, unreadLines } = readPastOrders(order(null, 4711, ' A ', 'A', '\u200bB', 12n));
	expect(orders[0].lines.map(({ sku }) => sku)).toEqual(['4711', 'A', 'A', 'B', '12']);
	expect(unreadLines).toBe(0);
	expect(orderedSkus(order(null, 4711, ' A ', 'A'), 'asOrdered')).toEqual(['4711', 'A']);
});

it('counts the lines and entries that it cannot read', () => {
	const lines = [null, 'A', { sku: {} }, { sku: null }, { sku: '' }, { sku: 'B' }];
	const read = readPastOrders([{ lines }, 'text', null, { lines: 'none' }, { lines: null }]);
	expect(read).toMatchObject({ unreadLines: 5, unread: 4, isPerLine: false });
	expect(read.orders).toEqual([{ id: null, placedAt: 0, lines: [{ sku: 'B', quantity: 0 }] }]);
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
	const read = readPastOrders([
		line('wamid.1', 'A'),
		line('wamid.2', 'B', '2026-06-01T10:00:00.000Z'),
		line('wamid.1', 'B'),
		line(null, 'C'),
	]);
	expect(read.isPerLine).toBe(true);
	expect(read.orders.map(({ id, lines }) => [id, ...lines.map(({ sku }) => sku)])).toEqual([
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
	const lines = Array.from({ length: 200_000 }, (_, index) => ({ sku: `S${index}`, quantity: 1 }));
	const many = { lines };
	expect(orderedSkus(many, 'mostOften')).toHaveLength(200_000);
});
