import { z } from 'zod';

/** How the products of past orders are ranked. */
export type Ranking = 'asOrdered' | 'mostRecent' | 'mostOften';

const order = z.object({
	placedAt: z.string().nullish().catch(null),
	lines: z.array(
		z.object({
			sku: z.string().nullish().catch(null),
			quantity: z.number().nullish().catch(null),
		}),
	),
});

type Order = z.infer<typeof order>;

/**
 * The SKUs of one order event or of several, each once.
 *
 * @param given an `order` event of the trigger, or a list of them; n8n's items around them are fine
 * @param ranking as in the first order · last bought first · bought in most orders first (on a tie
 * the larger quantity, then the later one)
 * @returns null when nothing in it is an order
 */
export function orderedSkus(given: unknown, ranking: Ranking): string[] | null {
	const orders = (Array.isArray(given) ? given : [given]).flatMap((one): Order[] => {
		const read = order.safeParse(unwrapped(one));
		return read.success ? [read.data] : [];
	});
	if (orders.length === 0) return null;
	if (ranking === 'asOrdered') return [...new Set(orders.flatMap(skusOf))];
	const latestFirst = [...orders].sort((a, b) => timeOf(b) - timeOf(a));
	const recent = [...new Set(latestFirst.flatMap(skusOf))];
	if (ranking === 'mostRecent') return recent;
	const counts = countsOf(orders);
	const count = (sku: string) => counts.get(sku) ?? { orders: 0, units: 0 };
	// `recent` is the order of a tie, since sorting is stable.
	return recent.sort(
		(a, b) => count(b).orders - count(a).orders || count(b).units - count(a).units,
	);
}

/** `$input.all()` gives items that hold the order in `json`. */
const unwrapped = (one: unknown): unknown =>
	typeof one === 'object' && one !== null && 'json' in one ? one.json : one;

function countsOf(orders: Order[]): Map<string, { orders: number; units: number }> {
	const counts = new Map<string, { orders: number; units: number }>();
	for (const one of orders) {
		for (const sku of new Set(skusOf(one))) {
			const units = one.lines
				.filter((line) => line.sku === sku)
				.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
			const known = counts.get(sku) ?? { orders: 0, units: 0 };
			counts.set(sku, { orders: known.orders + 1, units: known.units + units });
		}
	}
	return counts;
}

const skusOf = ({ lines }: Order): string[] => lines.flatMap(({ sku }) => (sku ? [sku] : []));

/** Orders without a readable time count as the oldest. */
function timeOf({ placedAt }: Order): number {
	const time = Date.parse(placedAt ?? '');
	return Number.isNaN(time) ? 0 : time;
}
