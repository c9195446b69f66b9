import { unsendableReason, type DroppedProduct } from '../../payload/catalog/availability';
import { nearestSku } from '../../payload/catalog/similarSku';
import type { MatchedSku } from '../../payload/catalog/skuMatching/matchSku';
import type { Result } from '../answer';
import { matchedSkus, type Matching } from './matchedSkus';
import { productsWithSkuPart, type Product } from './products';
import type { Graph } from '../connection';
import { sizeOf } from './skuLookup';

/** Unknown SKUs of a run for which a similar one is looked up, each with one request. */
const SUGGESTIONS = 5;

/** Characters that an unknown SKU takes in a URL; a longer one is no typing slip. */
const SUGGESTED_UP_TO = 1_000;

/** What a catalog says about SKUs. */
export interface CheckedSkus {
	/** The products that it has, by their content ID. */
	found: Map<string, Product>;
	/** Those that cannot be sent, by SKU as given, with the reason. */
	unsendable: Map<string, DroppedProduct>;
	/** Those that it has under another content ID, by SKU as given. */
	matched: Map<string, MatchedSku>;
}

export type CatalogCheck = Result<CheckedSkus>;

/** Looks up all SKUs of a run in a catalog at once, and says which of them cannot be sent and why. */
export async function checkCatalog(
	graph: Graph,
	catalogId: string,
	skus: Iterable<string>,
	matching: Matching,
): Promise<CatalogCheck> {
	const wanted = [...new Set(skus)];
	const lookup = await matchedSkus(graph, catalogId, wanted, matching);
	if (!lookup.ok) return lookup;
	const { found, matched, candidates } = lookup.value;
	const unsendable = new Map<string, DroppedProduct>();
	for (const sku of wanted) {
		const product = found.get(matched.get(sku)?.sku ?? sku);
		const reason = product ? unsendableReason(product) : 'notInCatalog';
		if (reason === null) continue;
		const suggestions = candidates.get(sku) ?? [];
		const suggestion =
			reason === 'notInCatalog' && suggestions.length === 0 && sizeOf(sku) <= SUGGESTED_UP_TO
				? await suggestionFor(graph, catalogId, sku)
				: null;
		unsendable.set(sku, {
			sku,
			reason,
			...(suggestion !== null && { suggestion }),
			...(suggestions.length > 0 && { suggestions }),
		});
	}
	return { ok: true, value: { found, unsendable, matched } };
}

/** Message after message of a run may have the same slip, so suggestions are remembered. */
async function suggestionFor(graph: Graph, catalogId: string, sku: string): Promise<string | null> {
	const known = await graph.once(['suggestions'], async () => new Map<string, string | null>());
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
		result.value.rows.map((product) => product.retailer_id),
	);
}
