import type { MatchMode } from '../../payload/catalog/skuMatching/matchMode';
import { isMatch, type MatchedSku } from '../../payload/catalog/skuMatching/matchSku';
import type { Result } from '../answer';
import type { Graph } from '../connection';
import type { Product } from './products';
import { rememberedSkus } from './rememberedSkus';
import { secondLook } from './secondLook';

/** Content IDs that are named where several fit. */
const CANDIDATES = 5;

/** How far SKUs may differ from the content IDs of the catalog. */
export interface Matching {
	/** `exact`, or also what sheets and the plug-ins of shops make of a SKU. */
	mode: MatchMode;
	/** What a table calls the products in another column, by SKU. */
	shopIds?: ReadonlyMap<string, string> | undefined;
}

/** What a catalog has of SKUs. */
interface MatchedSkus {
	/** By content ID. */
	found: Map<string, Product>;
	/** Those that it has under another content ID, by SKU as given. */
	matched: Map<string, MatchedSku>;
	/** Content IDs that a SKU may stand for, none of them for sure. */
	candidates: Map<string, string[]>;
}

/**
 * The products with these SKUs. Only those that the catalog does not have in the given spelling are
 * looked for once more.
 */
export async function matchedSkus(
	graph: Graph,
	catalogId: string,
	skus: Iterable<string>,
	{ mode, shopIds }: Matching,
): Promise<Result<MatchedSkus>> {
	const wanted = [...new Set(skus)];
	const lookup = await rememberedSkus(graph, catalogId, wanted);
	if (!lookup.ok) return lookup;
	const found = lookup.value;
	const matched = new Map<string, MatchedSku>();
	const candidates = new Map<string, string[]>();
	const missing = wanted.filter((sku) => !found.has(sku));
	if (mode === 'exact' || missing.length === 0) {
		return { ok: true, value: { found, matched, candidates } };
	}
	const asked = missing.map((sku) => ({ sku, shopId: shopIds?.get(sku) }));
	const findings = await secondLook(graph, catalogId, asked);
	const ids = [...findings.values()].filter(isMatch).map(({ sku }) => sku);
	const products = await rememberedSkus(graph, catalogId, ids);
	for (const [sku, finding] of findings) {
		if (!isMatch(finding)) {
			candidates.set(sku, finding.candidates.slice(0, CANDIDATES));
			continue;
		}
		// Only what the catalog shows under that very ID is taken for it.
		const product = products.ok ? products.value.get(finding.sku) : undefined;
		if (!product) continue;
		found.set(finding.sku, product);
		matched.set(sku, finding);
	}
	return { ok: true, value: { found, matched, candidates } };
}
