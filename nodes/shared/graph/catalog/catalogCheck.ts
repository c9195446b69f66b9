import {
	type DroppedProduct,
	obstacleOf,
	unsendableReason,
} from '../../payload/catalog/availability';
import { variantName } from '../../payload/catalog/productName';
import { nearestSku } from '../../payload/catalog/similarSku';
import type { MatchedSku } from '../../payload/catalog/skuMatching/matchSku';
import type { Variant } from '../../payload/catalog/variants';
import type { Result } from '../answer';
import type { Graph } from '../connection';
import { lookUpGroups } from './groupLookup';
import { matchedSkus, type Matching } from './matchedSkus';
import { productsWithSkuPart, type Product } from './products';
import { rememberProducts } from './rememberedSkus';
import { sizeOf } from './skuLookup';

/** Unknown SKUs of a run for which a similar one is looked up, each with one request. */
const SUGGESTIONS = 5;

/** Characters that an unknown SKU takes in a URL; a longer one is no typing slip. */
const SUGGESTED_UP_TO = 1_000;

/** What a catalog says about SKUs, by SKU. */
export interface CheckedSkus {
	/** The products that it has, and the variants of groups whose ID was among the SKUs. */
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
	const missing = wanted.filter((sku) => !found.has(sku) && !matched.has(sku));
	const unknown = await explained(graph, catalogId, missing, candidates);
	const unsendable = new Map<string, DroppedProduct>();
	for (const sku of wanted) {
		const obstacle = droppedOf(found, matched.get(sku)?.sku ?? sku);
		const dropped = unknown.dropped.get(sku) ?? (obstacle && { ...obstacle, sku });
		if (dropped) unsendable.set(sku, dropped);
	}
	for (const variant of unknown.variants) found.set(variant.retailer_id, variant);
	return { ok: true, value: { found, unsendable, matched } };
}

/** Why a product that the catalog has cannot be sent; undefined when nothing is known against it. */
export function droppedOf(
	found: ReadonlyMap<string, Product>,
	sku: string,
): DroppedProduct | undefined {
	const product = found.get(sku);
	const obstacle = product && obstacleOf(product);
	return obstacle ? { sku, ...obstacle } : undefined;
}

/**
 * What SKUs that the catalog does not have may be instead: the ID of a group, one of several products,
 * or a slip.
 */
async function explained(
	graph: Graph,
	catalogId: string,
	skus: string[],
	candidates: ReadonlyMap<string, string[]>,
): Promise<{ dropped: Map<string, DroppedProduct>; variants: Product[] }> {
	const dropped = new Map<string, DroppedProduct>();
	const all: Product[] = [];
	if (skus.length === 0) return { dropped, variants: all };
	const askable = skus.filter((sku) => sizeOf(sku) <= SUGGESTED_UP_TO);
	const groups = await lookUpGroups(graph, catalogId, askable);
	const canBeAsked = new Set(askable);
	for (const sku of skus) {
		const known = groups.variants.get(sku);
		const suggestions = known ? [] : (candidates.get(sku) ?? []);
		const isOpen = !known && suggestions.length === 0 && canBeAsked.has(sku);
		const similar = isOpen ? await similarTo(graph, catalogId, sku) : null;
		const variants = known ?? similar?.variants ?? [];
		const suggestion = similar?.suggestion ?? null;
		all.push(...variants);
		dropped.set(sku, {
			sku,
			reason: 'notInCatalog',
			...(variants.length > 0 && { variants: variants.map(variantOf) }),
			...(variants.length === 0 && suggestion !== null && { suggestion }),
			...(suggestions.length > 0 && { suggestions }),
			...(!groups.isAnswered(sku) && canBeAsked.has(sku) && { maybeGroup: true }),
		});
	}
	await rememberProducts(graph, catalogId, all);
	return { dropped, variants: all };
}

const variantOf = (product: Product): Variant => ({
	sku: product.retailer_id,
	name: variantName(product),
	sendable: unsendableReason(product) === null,
});

/** What was found for an unknown SKU. */
interface Similar {
	suggestion: string | null;
	/** The variants whose group it is: SKUs of variants often begin with the group's ID. */
	variants: Product[];
}

const NOTHING: Similar = { suggestion: null, variants: [] };

/** Message after message of a run may have the same slip, so what was found is remembered. */
async function similarTo(graph: Graph, catalogId: string, sku: string): Promise<Similar> {
	const known = await graph.once(['similar'], async () => new Map<string, Similar>());
	const name = `${catalogId} ${sku}`;
	if (!known.has(name) && known.size < SUGGESTIONS) {
		known.set(name, await lookUpSimilar(graph, catalogId, sku));
	}
	return known.get(name) ?? NOTHING;
}

/**
 * Meta can search for a part but not for something similar. Wherever the slip is, either the first
 * two thirds or the second half are right.
 */
async function lookUpSimilar(graph: Graph, catalogId: string, sku: string): Promise<Similar> {
	const parts = [
		sku.slice(0, Math.max(2, Math.ceil((sku.length * 2) / 3))),
		sku.slice(-Math.max(2, Math.floor(sku.length / 2))),
	];
	const result = await productsWithSkuPart(graph, catalogId, parts);
	if (!result.ok) return NOTHING;
	const { rows } = result.value;
	return {
		suggestion: nearestSku(
			sku,
			rows.map((product) => product.retailer_id),
		),
		variants: rows.filter(({ retailer_product_group_id: group }) => group === sku),
	};
}
