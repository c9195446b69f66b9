import { unsendableReason, type DroppedProduct } from '../payload/availability';
import { nearestSku } from '../payload/nearMiss';
import type { Refusal } from './answer';
import { productsBySku, productsWithSkuPart, type Product } from './assets';
import type { Graph } from './connection';

/** SKUs asked for in one request: a URL with more of them could be refused as too long. */
const SKUS_PER_REQUEST = 100;

/** Unknown SKUs for which a similar one is looked up, each with a request of its own. */
const SUGGESTIONS = 5;

export type CatalogCheck =
	| { ok: true; found: Map<string, Product>; unsendable: Map<string, DroppedProduct> }
	| { ok: false; refusal: Refusal };

/** Looks up all SKUs of a run in a catalog at once, and says which of them cannot be sent and why. */
export async function checkCatalog(
	graph: Graph,
	catalogId: string,
	skus: Iterable<string>,
): Promise<CatalogCheck> {
	const wanted = [...new Set(skus)];
	const found = new Map<string, Product>();
	for (let start = 0; start < wanted.length; start += SKUS_PER_REQUEST) {
		const some = wanted.slice(start, start + SKUS_PER_REQUEST);
		const result = await productsBySku(graph, catalogId, some);
		if (!result.ok) return result;
		for (const product of result.page.rows) found.set(product.retailer_id, product);
	}
	const unsendable = new Map<string, DroppedProduct>();
	let suggestionsLeft = SUGGESTIONS;
	for (const sku of wanted) {
		const product = found.get(sku);
		const reason = product ? unsendableReason(product) : 'notInCatalog';
		if (reason === null) continue;
		const suggestion =
			reason === 'notInCatalog' && suggestionsLeft-- > 0
				? await similarSku(graph, catalogId, sku)
				: null;
		unsendable.set(sku, { sku, reason, ...(suggestion !== null && { suggestion }) });
	}
	return { ok: true, found, unsendable };
}

/** Meta can search for a part but not for something similar: candidates share two thirds with it. */
async function similarSku(graph: Graph, catalogId: string, sku: string): Promise<string | null> {
	const length = Math.max(2, Math.ceil((sku.length * 2) / 3));
	const parts = [sku.slice(0, length), sku.slice(-length)];
	const result = await productsWithSkuPart(graph, catalogId, parts);
	if (!result.ok) return null;
	return nearestSku(
		sku,
		result.page.rows.map((product) => product.retailer_id),
	);
}
