import { unsendableReason, type DroppedProduct } from '../../payload/catalog/availability';
import { nearestSku } from '../../payload/catalog/similarSku';
import type { Refusal } from '../answer';
import { productsWithSkuPart, type Product } from './products';
import type { Graph } from '../connection';
import { rememberedSkus } from './rememberedSkus';
import { sizeOf } from './skuLookup';

/** Unknown SKUs of a run for which a similar one is looked up, each with a request of its own. */
const SUGGESTIONS = 5;

/** Characters of a URL above which an unknown SKU is no slip of the finger. */
const SUGGESTED_UP_TO = 1_000;

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
	const lookup = await rememberedSkus(graph, catalogId, wanted);
	if (!lookup.ok) return lookup;
	const { found } = lookup;
	const unsendable = new Map<string, DroppedProduct>();
	for (const sku of wanted) {
		const product = found.get(sku);
		const reason = product ? unsendableReason(product) : 'notInCatalog';
		if (reason === null) continue;
		const suggestion =
			reason === 'notInCatalog' && sizeOf(sku) <= SUGGESTED_UP_TO
				? await suggestionFor(graph, catalogId, sku)
				: null;
		unsendable.set(sku, { sku, reason, ...(suggestion !== null && { suggestion }) });
	}
	return { ok: true, found, unsendable };
}

/** What has been suggested in a run, by catalog and SKU: message after message may have the same slip. */
const suggested = new WeakMap<Graph, Map<string, string | null>>();

async function suggestionFor(graph: Graph, catalogId: string, sku: string): Promise<string | null> {
	const known = suggested.get(graph) ?? new Map<string, string | null>();
	suggested.set(graph, known);
	const name = `${catalogId} ${sku}`;
	if (!known.has(name) && known.size < SUGGESTIONS) {
		known.set(name, await similarSku(graph, catalogId, sku));
	}
	return known.get(name) ?? null;
}

/**
 * Meta can search for a part but not for something similar. Wherever the slip is, either the first
 * two thirds or the second half are right.
 */
async function similarSku(graph: Graph, catalogId: string, sku: string): Promise<string | null> {
	const parts = [
		sku.slice(0, Math.max(2, Math.ceil((sku.length * 2) / 3))),
		sku.slice(-Math.max(2, Math.floor(sku.length / 2))),
	];
	const result = await productsWithSkuPart(graph, catalogId, parts);
	if (!result.ok) return null;
	return nearestSku(
		sku,
		result.page.rows.map((product) => product.retailer_id),
	);
}
