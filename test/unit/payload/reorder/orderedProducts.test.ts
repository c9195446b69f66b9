import { rankedSkus, type Ranking } from '../../../../nodes/shared/payload/reorder/orderedProducts';
import { entriesIn, readPastOrders } from '../../../../nodes/shared/payload/reorder/pastOrders';

/** The SKUs of orders in any shape. */
const orderedSkus = (given: unknown, ranking: Ranking) =>
	rankedSkus(readPastOrders(entriesIn(given)).orders, ranking);

const order = (
	placedAt: string | null,
	...lines: Array<[sku: string | null, quantity: number]>
) => ({
	event: 'order',
	placedAt,
	lines: lines.map(([sku, quantity]) => ({ sku, quantity })),
});

const may = order('2026-05-01T10:00:00.000Z', ['A', 1], ['B', 5], ['A', 2]);
const june = order('2026-06-01T10:00:00.000Z', ['C', 1], ['B', 1]);
const july = order('2026-07-01T10:00:00.000Z', ['D', 9], ['C', 1]);

it('gives each SKU of an order once', () => {
	expect(orderedSkus(may, 'asOrdered')).toEqual(['A', 'B']);
});

it('ranks the last bought first, whatever order they come in', () => {
	expect(orderedSkus([may, july, june], 'mostRecent')).toEqual(['D', 'C', 'B', 'A']);
});

it('ranks what is in most orders first, then the larger quantity, then the later one', () => {
	expect(orderedSkus([may, june, july], 'mostOften')).toEqual(['B', 'C', 'D', 'A']);
});

it('takes what is an order and leaves the rest', () => {
	expect(
		orderedSkus([null, 'x', { lines: 'none' }, order(null, [null, 1], ['A', 1])], 'mostRecent'),
	).toEqual(['A']);
});

it.each([[undefined], [[]], ['text'], [{ lines: {} }]])('finds none in %p', (given) => {
	expect(orderedSkus(given, 'asOrdered')).toEqual([]);
});
