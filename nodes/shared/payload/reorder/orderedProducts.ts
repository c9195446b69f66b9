import type { PastOrder } from './pastOrders';

/** How the products of past orders are ranked. */
export type Ranking = 'asOrdered' | 'mostRecent' | 'mostOften';

/**
 * The distinct SKUs of orders: in the order of their lines · last bought first · bought in most orders
 * first (on a tie the larger quantity, then the later one). A quantity that cannot be read counts as
 * one, since at least one was bought.
 */
export function rankedSkus(orders: PastOrder[], ranking: Ranking): string[] {
	if (ranking === 'asOrdered') return [...new Set(orders.flatMap(skusOf))];
	const recent = [...new Set(newestFirst(orders).flatMap(skusOf))];
	if (ranking === 'mostRecent') return recent;
	const counts = countsOf(orders);
	const count = (sku: string) => counts.get(sku) ?? { orders: 0, units: 0 };
	// `recent` is the order of a tie, since sorting is stable.
	return recent.toSorted(
		(a, b) => count(b).orders - count(a).orders || count(b).units - count(a).units,
	);
}

/** Orders without a readable time count as the oldest. */
export const newestFirst = (orders: PastOrder[]): PastOrder[] =>
	orders.toSorted((a, b) => (b.placedAt ?? 0) - (a.placedAt ?? 0));

function countsOf(orders: PastOrder[]): Map<string, { orders: number; units: number }> {
	const counts = new Map<string, { orders: number; units: number }>();
	for (const one of orders) {
		const counted = new Set<string>();
		for (const { sku, quantity } of one.lines) {
			const known = counts.get(sku) ?? { orders: 0, units: 0 };
			known.units += quantity ?? 1;
			if (!counted.has(sku)) known.orders++;
			counted.add(sku);
			counts.set(sku, known);
		}
	}
	return counts;
}

const skusOf = ({ lines }: PastOrder): string[] => lines.map(({ sku }) => sku);
