import type { Result } from '../answer';
import type { Graph } from '../connection';
import { allRows } from '../paging';
import { productSets } from './catalogs';
import { productsInCategory, productsOfSet, type Product } from './products';

/** Sets of a catalog whose members are read, each with one request. */
const SETS = 30;

/** Products that a set or category may have: larger ones say nothing about likeness. */
const MEMBERS = 250;

/**
 * The products that are most like one of the catalog: those of the smallest product set that holds
 * it, since that is the most particular one, or else those of its category. None when it is in
 * neither. Facts 6.2, 6.3.
 */
export async function similarProducts(
	graph: Graph,
	catalogId: string,
	product: Product,
): Promise<Result<Product[]>> {
	const sets = await graph.once(
		['membersOfSets', catalogId],
		async () => await membersOfSets(graph, catalogId),
	);
	if (!sets.ok) return sets;
	const holding = sets.value.filter((members) =>
		members.some((member) => member.retailer_id === product.retailer_id),
	);
	const [smallest] = holding.sort((a, b) => a.length - b.length);
	if (smallest && smallest.length > 1) return { ok: true, value: smallest };
	const { category } = product;
	if (!category) return { ok: true, value: [] };
	return await graph.once(['category', catalogId, category], async () => {
		const result = await productsInCategory(graph, catalogId, category, MEMBERS);
		return result.ok ? { ok: true, value: result.value.rows } : result;
	});
}

/** The members of each set, without the sets that are too large. */
async function membersOfSets(graph: Graph, catalogId: string): Promise<Result<Product[][]>> {
	const sets = await allRows(async (after) => await productSets(graph, catalogId, after), SETS);
	if (!sets.ok) return sets;
	const members: Product[][] = [];
	for (const { id, product_count: count } of sets.value) {
		if (count !== undefined && (count < 2 || count > MEMBERS)) continue;
		const read = await allRows(
			async (after) => await productsOfSet(graph, id, MEMBERS + 1, after, catalogId),
			MEMBERS + 1,
		);
		if (!read.ok) return read;
		if (read.value.length <= MEMBERS) members.push(read.value);
	}
	return { ok: true, value: members };
}
