import type { Refusal } from './answer';
import { productsBySku, type Product } from './assets';
import type { Graph } from './connection';

/** SKUs asked for in one request. */
const SKUS_PER_REQUEST = 100;

/** Characters of a URL that those SKUs may take; servers refuse lines of 8,000 and more. */
const URL_ROOM = 4_000;

export type SkuLookup =
	| { ok: true; found: Map<string, Product> }
	| { ok: false; found: Map<string, Product>; refusal: Refusal };

/** The products of a catalog with these SKUs, in as few requests as possible. Ends at the first refusal. */
export async function lookUpSkus(
	graph: Graph,
	catalogId: string,
	skus: Iterable<string>,
): Promise<SkuLookup> {
	const found = new Map<string, Product>();
	for (const some of inRequests([...new Set(skus)])) {
		const result = await productsBySku(graph, catalogId, some);
		if (!result.ok) return { ok: false, found, refusal: result.refusal };
		for (const product of result.page.rows) found.set(product.retailer_id, product);
	}
	return { ok: true, found };
}

/** The SKUs in as few lists as fit into requests. */
function inRequests(skus: string[]): string[][] {
	const requests: string[][] = [];
	let room = 0;
	for (const sku of skus) {
		const size = encodeURIComponent(JSON.stringify(sku)).length + 3;
		const last = requests[requests.length - 1];
		if (last === undefined || size > room || last.length === SKUS_PER_REQUEST) {
			requests.push([sku]);
			room = URL_ROOM - size;
		} else {
			last.push(sku);
			room -= size;
		}
	}
	return requests;
}
