import { newestFirst, rankedSkus, type Ranking } from './orderedProducts';
import type { PastOrder } from './pastOrders';

/** Which products of a customer's past orders go into a reorder, and in which order. */
export type ReorderPick = 'lastOrder' | 'mostRecent' | 'mostOften';

/** The products picked from past orders. */
export interface Picked {
	/** Distinct, best first. */
	skus: string[];
	/** Units of each product when it was last ordered, as far as known. */
	lastQuantities: Map<string, number>;
	/** Orders left out because their time cannot be read, although a time was asked for. */
	undated: number;
}

const RANKINGS: Record<ReorderPick, Ranking> = {
	lastOrder: 'asOrdered',
	mostRecent: 'mostRecent',
	mostOften: 'mostOften',
};

/**
 * Picks the products of a customer's orders.
 *
 * @param since milliseconds since 1970; earlier orders do not count. Null takes all.
 */
export function pickProducts(orders: PastOrder[], pick: ReorderPick, since: number | null): Picked {
	const counted = orders.filter(
		({ placedAt }) => since === null || (placedAt !== null && placedAt >= since),
	);
	const filled = newestFirst(counted).filter(({ lines }) => lines.length > 0);
	const chosen = pick === 'lastOrder' ? filled.slice(0, 1) : filled;
	return {
		skus: rankedSkus(chosen, RANKINGS[pick]),
		lastQuantities: lastQuantities(filled),
		undated: since === null ? 0 : orders.filter(({ placedAt }) => placedAt === null).length,
	};
}

function lastQuantities(latestFirst: PastOrder[]): Map<string, number> {
	const quantities = new Map<string, number>();
	for (const { lines } of latestFirst) {
		const units = new Map<string, number>();
		for (const { sku, quantity } of lines) units.set(sku, (units.get(sku) ?? 0) + (quantity ?? 0));
		for (const [sku, count] of units) {
			if (count > 0 && !quantities.has(sku)) quantities.set(sku, count);
		}
	}
	return quantities;
}
