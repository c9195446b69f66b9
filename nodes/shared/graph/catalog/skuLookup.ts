import type { Result } from '../answer';
import { productsBySku, type Product } from './products';
import { allRows } from '../paging';
import type { Graph } from '../connection';

/** SKUs asked for in one request. */
export const SKUS_PER_REQUEST = 100;

/** Characters of a URL that those SKUs may take; servers refuse lines of 8,000 and more. */
const URL_ROOM = 4_000;

/** The products that the catalog has, by SKU. */
export type SkuLookup = Result<Map<string, Product>>;

/** The products of a catalog with these SKUs, in as few requests as possible. Ends at the first refusal. */
export async function lookUpSkus(
	graph: Graph,
	catalogId: string,
	skus: Iterable<string>,
): Promise<SkuLookup> {
	const found = new Map<string, Product>();
	// A SKU longer than a URL cannot be asked for, and no catalog has it.
	const askable = [...new Set(skus)].filter((sku) => sizeOf(sku) <= URL_ROOM);
	for (const some of inRequests(askable)) {
		const read = async (after?: string) => await productsBySku(graph, catalogId, some, after);
		const result = await allRows(read);
		if (!result.ok) return result;
		for (const product of result.value) found.set(product.retailer_id, product);
	}
	return { ok: true, value: found };
}

/** Characters that a SKU takes in a URL, with quotes and comma. */
export const sizeOf = (sku: string): number => encodeURIComponent(JSON.stringify(sku)).length + 3;

/**
 * SKUs, other IDs of products or parts of them, in as few lists as fit into requests.
 *
 * @param most in each list
 */
export function inRequests(skus: string[], most = SKUS_PER_REQUEST): string[][] {
	const requests: string[][] = [];
	let room = 0;
	for (const sku of skus) {
		const size = sizeOf(sku);
		const last = requests[requests.length - 1];
		if (last === undefined || size > room || last.length === most) {
			requests.push([sku]);
			room = URL_ROOM - size;
		} else {
			last.push(sku);
			room -= size;
		}
	}
	return requests;
}
