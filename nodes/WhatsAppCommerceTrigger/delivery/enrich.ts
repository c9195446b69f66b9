import { sleep, type IWebhookFunctions } from 'n8n-workflow';

import type { Refusal } from '../../shared/graph/answer';
import { connect } from '../../shared/graph/connection';
import { guidanceFor } from '../../shared/graph/refusals/guidance';
import { decidePrices } from '../../shared/graph/catalog/decidePrices';
import { lookUpSkus, type SkuLookup } from '../../shared/graph/catalog/skuLookup';
import type { Product } from '../../shared/graph/catalog/products';
import { comparePrice, learnFromLines } from '../../shared/payload/orderCheck/priceComparison';
import { isGraphId } from '../../shared/payload/rules/identifiers';
import type { OrderEvent, OrderLine } from '../../shared/payload/webhooks/order';

/**
 * Milliseconds for all look-ups: Meta wants its answer quickly (Facts 2.7), and the answer waits for
 * them. Details that are not there by then stay unknown.
 */
const PATIENCE_MS = 3_000;

/** What the catalog knows about a line. All null when the product is unknown. */
export interface LineDetails {
	name: string | null;
	size: string | null;
	color: string | null;
	/** What the variants of a product have in common. */
	groupId: string | null;
	imageUrl: string | null;
	/** Major units of the catalog's currency; null when it is not known for sure. */
	currentPrice: number | null;
	availability: string | null;
	/** Null when that cannot be told. */
	priceChanged: boolean | null;
	/** Why the catalog's price is not known for sure, and what to do. */
	priceExplanation: string | null;
}

export interface EnrichedOrder extends OrderEvent {
	lines: Array<OrderLine & LineDetails>;
	enriched: boolean;
	/** Why the catalog's part is missing, as a sentence; null when it is not. */
	enrichReason: string | null;
}

/**
 * Looks up the products of orders, with one look-up for each catalog, whatever the number of orders.
 * Never throws and never takes long: an order without details is better than none.
 *
 * @returns what adds the details to each of these orders
 */
export async function enrich(
	context: IWebhookFunctions,
	orders: OrderEvent[],
): Promise<(order: OrderEvent) => EnrichedOrder> {
	const lookups = new Map<string, SkuLookup>();
	const reason = await lookUpAll(context, orders, lookups);
	const now = Date.now();
	return (order) => {
		const lookup = lookups.get(order.catalogId ?? '');
		if (lookup?.ok) return withDetails(order, lookup.value, null, now);
		const why = lookup ? reasonOf(lookup.refusal) : reason;
		const namesCatalog = isGraphId(order.catalogId);
		return withDetails(order, null, namesCatalog ? why : 'The order names no catalog.', now);
	};
}

/** Fills `lookups` as answers come in. Returns why those that are not there are missing. */
async function lookUpAll(
	context: IWebhookFunctions,
	orders: OrderEvent[],
	lookups: Map<string, SkuLookup>,
): Promise<string> {
	try {
		const graph = await connect(context, PATIENCE_MS);
		const all = [...skusByCatalog(orders)].map(async ([catalogId, skus]) => {
			const lookup = await lookUpSkus(graph, catalogId, skus);
			lookups.set(catalogId, lookup);
			if (!lookup.ok) return;
			const ofCatalog = orders.filter((order) => order.catalogId === catalogId);
			learnFromLines(
				ofCatalog.flatMap(({ lines }) => lines),
				lookup.value,
			);
			await decidePrices(graph, catalogId, lookup.value.values());
		});
		await Promise.race([Promise.all(all), sleep(PATIENCE_MS)]);
		return `The catalog did not answer within ${PATIENCE_MS / 1000} seconds.`;
	} catch {
		return 'The credential cannot be used for the catalog. Its test says why.';
	}
}

function skusByCatalog(orders: OrderEvent[]): Map<string, Set<string>> {
	const skus = new Map<string, Set<string>>();
	for (const { catalogId, lines } of orders) {
		if (!isGraphId(catalogId)) continue;
		const wanted = skus.get(catalogId) ?? new Set();
		for (const { sku } of lines) if (sku !== null) wanted.add(sku);
		skus.set(catalogId, wanted);
	}
	return skus;
}

function withDetails(
	order: OrderEvent,
	found: Map<string, Product> | null,
	enrichReason: string | null,
	now: number,
): EnrichedOrder {
	const lines = order.lines.map((line) => ({
		...line,
		...detailsOf(line, found?.get(line.sku ?? ''), now),
	}));
	return { ...order, lines, enriched: enrichReason === null, enrichReason };
}

function detailsOf(line: OrderLine, product: Product | undefined, now: number): LineDetails {
	const compared = product && comparePrice(line, product, now);
	return {
		name: product?.name ?? null,
		size: product?.size ?? null,
		color: product?.color ?? null,
		groupId: product?.retailer_product_group_id ?? null,
		imageUrl: product?.image_url ?? null,
		currentPrice: compared?.current ?? null,
		availability: product?.availability ?? null,
		priceChanged: compared?.hasChanged ?? null,
		priceExplanation: compared?.explanation ?? null,
	};
}

function reasonOf(refusal: Refusal): string {
	const details = refusal.kind === 'refused' && refusal.details ? `: ${refusal.details}` : '';
	return `${guidanceFor(refusal).what}${details}.`;
}
