import { sleep } from 'n8n-workflow';

import type { Refusal, Refused } from '../answer';
import type { Graph } from '../connection';
import { guidanceFor } from '../refusals/guidance';
import type { Product } from './products';
import { lookUpSkus, type SkuLookup } from './skuLookup';

/** What a run knows about a catalog. */
interface Learnt {
	/** By SKU; undefined for one that the catalog does not have. */
	products: Map<string, Product | undefined>;
	/** That it does not answer, after it has been asked twice. */
	refused?: Refused;
}

const learntOf = async (graph: Graph, catalogId: string) =>
	await graph.once(['learnt', catalogId], async (): Promise<Learnt> => ({ products: new Map() }));

/**
 * The products with these SKUs; a SKU that the run has asked for already is not asked for again, and
 * a catalog that has refused is left alone for the rest of the run.
 */
export async function rememberedSkus(
	graph: Graph,
	catalogId: string,
	skus: Iterable<string>,
): Promise<SkuLookup> {
	const wanted = [...new Set(skus)];
	const learnt = await learntOf(graph, catalogId);
	if (learnt.refused) return learnt.refused;
	const { products } = learnt;
	const unknown = wanted.filter((sku) => !products.has(sku));
	const lookup = await lookUpPatiently(graph, catalogId, unknown);
	if (!lookup.ok) {
		learnt.refused = lookup;
		return lookup;
	}
	for (const sku of unknown) products.set(sku, lookup.value.get(sku));
	const found = new Map<string, Product>();
	for (const sku of wanted) {
		const product = products.get(sku);
		if (product) found.set(sku, product);
	}
	return { ok: true, value: found };
}

/** Remembers products that were read in another way, for instance as members of a set. */
export async function rememberProducts(
	graph: Graph,
	catalogId: string,
	added: Product[],
): Promise<void> {
	const { products } = await learntOf(graph, catalogId);
	for (const product of added) products.set(product.retailer_id, product);
}

/** Milliseconds until the catalog is asked again, once. */
const REPEAT_AFTER_MS = 1_000;

/** Looks up SKUs for messages and checks of a run, which can wait a moment for a catalog that cannot answer now. */
async function lookUpPatiently(
	graph: Graph,
	catalogId: string,
	skus: string[],
): Promise<SkuLookup> {
	const lookup = await lookUpSkus(graph, catalogId, skus);
	if (lookup.ok || !mayPass(lookup.refusal)) return lookup;
	await sleep(REPEAT_AFTER_MS);
	return await lookUpSkus(graph, catalogId, skus);
}

/**
 * Whether a moment later the answer may be another one: a limit of the rate, an outage, a connection
 * that broke. One that timed out has already held up the messages for long.
 */
function mayPass(refusal: Refusal): boolean {
	if (refusal.kind === 'unanswered') return !/^(ETIMEDOUT|ECONNABORTED)$/.test(refusal.code);
	const cause = guidanceFor(refusal).failure?.cause;
	return (
		cause === 'rate-limited' ||
		cause === 'temporarily-unavailable' ||
		refusal.httpStatus === 429 ||
		refusal.httpStatus >= 500
	);
}
