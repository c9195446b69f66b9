import { readPastOrders, type PastOrder } from './pastOrders';

/** How the products of past orders are ranked. */
export type Ranking = 'asOrdered' | 'mostRecent' | 'mostOften';

/**
 * The SKUs of one order event or of several, each once.
 *
 * @param given an `order` event of the trigger, or a list of them, in any shape that readPastOrders takes
 * @param ranking see rankedSkus
 * @returns null when nothing in it is an order
 */
export function orderedSkus(given: unknown, ranking: Ranking): string[] | null {
	const { orders } = readPastOrders(given);
	return orders.length === 0 ? null : rankedSkus(orders, ranking);
}

/**
 * The SKUs of orders, each once: as in the first order · last bought first · bought in most orders
 * first (on a tie the larger quantity, then the later one).
 */
export function rankedSkus(orders: PastOrder[], ranking: Ranking): string[] {
	if (ranking === 'asOrdered') return [...new Set(orders.flatMap(skusOf))];
	const latestFirst = [...orders].sort((a, b) => b.placedAt - a.placedAt);
	const recent = [...new Set(latestFirst.flatMap(skusOf))];
	if (ranking === 'mostRecent') return recent;
	const counts = countsOf(orders);
	const count = (sku: string) => counts.get(sku) ?? { orders: 0, units: 0 };
	// `recent` is the order of a tie, since sorting is stable.
	return recent.sort(
		(a, b) => count(b).orders - count(a).orders || count(b).units - count(a).units,
	);
}

function countsOf(orders: PastOrder[]): Map<string, { orders: number; units: number }> {
	const counts = new Map<string, { orders: number; units: number }>();
	for (const one of orders) {
		const counted = new Set<string>();
		for (const { sku, quantity } of one.lines) {
			const known = counts.get(sku) ?? { orders: 0, units: 0 };
			known.units += quantity;
			if (!counted.has(sku)) known.orders++;
			counted.add(sku);
			counts.set(sku, known);
		}
	}
	return counts;
}

const skusOf = ({ lines }: PastOrder): string[] => lines.map(({ sku }) => sku);
