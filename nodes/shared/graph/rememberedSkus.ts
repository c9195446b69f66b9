import type { Product } from './assets';
import type { Graph } from './connection';
import { lookUpPatiently } from './patientLookup';
import type { SkuLookup } from './skuLookup';

type Known = Map<string, Product | undefined>;

/** What a run has learnt about a catalog. A run has a Graph of its own. */
const runs = new WeakMap<Graph, Map<string, Known>>();

function knownOf(graph: Graph, catalogId: string): Known {
	const catalogs = runs.get(graph) ?? new Map<string, Known>();
	runs.set(graph, catalogs);
	const known = catalogs.get(catalogId) ?? new Map<string, Product | undefined>();
	catalogs.set(catalogId, known);
	return known;
}

/** The products with these SKUs; a SKU that the run has asked for already is not asked for again. */
export async function rememberedSkus(
	graph: Graph,
	catalogId: string,
	skus: Iterable<string>,
): Promise<SkuLookup> {
	const wanted = [...new Set(skus)];
	const known = knownOf(graph, catalogId);
	const unknown = wanted.filter((sku) => !known.has(sku));
	const lookup = await lookUpPatiently(graph, catalogId, unknown);
	if (!lookup.ok) return lookup;
	for (const sku of unknown) known.set(sku, lookup.found.get(sku));
	const found = new Map<string, Product>();
	for (const sku of wanted) {
		const product = known.get(sku);
		if (product) found.set(sku, product);
	}
	return { ok: true, found };
}

/** Remembers products that came in another way, such as those of a set. */
export function rememberProducts(graph: Graph, catalogId: string, products: Product[]): void {
	const known = knownOf(graph, catalogId);
	for (const product of products) known.set(product.retailer_id, product);
}
