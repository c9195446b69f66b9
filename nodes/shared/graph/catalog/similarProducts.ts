import type { Refusal } from '../answer';
import { productsInCategory, productsOfSet, type Product } from './products';
import { productSets } from './catalogs';
import { allRows } from '../paging';
import type { Graph } from '../connection';
import { oncePerRun } from '../perRun';

/** Sets of a catalog that are looked into, each with a request of its own. */
const SETS = 30;

/** Products of a set or category that are looked at: more are too many to be alike. */
const MEMBERS = 250;

export type SimilarProducts = { ok: true; products: Product[] } | { ok: false; refusal: Refusal };

type Sets = { ok: true; sets: Product[][] } | { ok: false; refusal: Refusal };

/**
 * The products that are most like one of the catalog: those of the smallest product set that holds
 * it, since that is the most particular one, or else those of its category. None when it is in
 * neither. Facts 6.2, 6.3.
 */
export async function similarProducts(
	graph: Graph,
	catalogId: string,
	product: Product,
): Promise<SimilarProducts> {
	const read = await setsOf(graph, catalogId);
	if (!read.ok) return read;
	const holding = read.sets.filter((members) =>
		members.some((member) => member.retailer_id === product.retailer_id),
	);
	const [smallest] = holding.sort((a, b) => a.length - b.length);
	if (smallest && smallest.length > 1) return { ok: true, products: smallest };
	if (!product.category) return { ok: true, products: [] };
	return await categoryOf(graph, JSON.stringify([catalogId, product.category]));
}

/** The members of each set. Sets that are larger than what is looked at count as no likeness. */
const setsOf = oncePerRun(async (graph, catalogId): Promise<Sets> => {
	const sets = await allRows(async (after) => await productSets(graph, catalogId, after), SETS);
	if (!sets.ok) return sets;
	const members: Product[][] = [];
	for (const { id, product_count: count } of sets.rows) {
		if (count !== undefined && (count < 2 || count > MEMBERS)) continue;
		const read = await allRows(
			async (after) => await productsOfSet(graph, id, MEMBERS + 1, after),
			MEMBERS + 1,
		);
		if (!read.ok) return read;
		if (read.rows.length <= MEMBERS) members.push(read.rows);
	}
	return { ok: true, sets: members };
});

const categoryOf = oncePerRun(async (graph, key): Promise<SimilarProducts> => {
	const [catalogId, category] = JSON.parse(key) as [string, string];
	const result = await productsInCategory(graph, catalogId, category, MEMBERS);
	return result.ok ? { ok: true, products: result.page.rows } : result;
});
