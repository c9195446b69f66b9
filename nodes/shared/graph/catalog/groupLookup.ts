import type { Graph } from '../connection';
import { allRows, type PageResult } from '../paging';
import { type Product, productsInGroups } from './products';
import { inRequests } from './skuLookup';

/** Unknown SKUs of a catalog and run that may be IDs of groups: a hundred are asked for in one request. */
const ASKED = 300;

/** What a run knows about the groups of a catalog. */
interface Groups {
	/** By group ID; empty for one that the catalog does not have. */
	variants: Map<string, Product[]>;
	/** Whether Meta answers a filter by group, which it documents for product sets only. Facts 6.2. */
	isAnswered: boolean;
}

const groupsOf = async (graph: Graph, catalogId: string) =>
	await graph.once(
		['groups', catalogId],
		async (): Promise<Groups> => ({ variants: new Map(), isAnswered: true }),
	);

/** What a catalog says about IDs that may be those of groups. */
export interface GroupLookup {
	/** The variants of those that are. */
	variants: ReadonlyMap<string, Product[]>;
	/** Whether an ID that is not among them surely is none. */
	isAnswered(id: string): boolean;
}

/**
 * The variants of the product groups with these IDs, each asked for once in a run. Never refuses: it
 * only explains what is wrong with a SKU that the catalog does not have.
 */
export async function lookUpGroups(
	graph: Graph,
	catalogId: string,
	ids: string[],
): Promise<GroupLookup> {
	const groups = await groupsOf(graph, catalogId);
	const unknown = ids.filter((id) => !groups.variants.has(id));
	const askable = unknown.slice(0, Math.max(0, ASKED - groups.variants.size));
	for (const some of inRequests(askable)) {
		if (!groups.isAnswered) break;
		const read = await readGroups(graph, catalogId, new Set(some));
		groups.isAnswered = read !== null;
		for (const id of some) groups.variants.set(id, read?.get(id) ?? []);
	}
	return {
		variants: new Map(
			ids.flatMap((id) => {
				const variants = groups.variants.get(id) ?? [];
				return variants.length > 0 ? [[id, variants] as const] : [];
			}),
		),
		isAnswered: (id) => groups.isAnswered && groups.variants.has(id),
	};
}

/** The variants by group; null when Meta refuses the filter or does not heed it. */
async function readGroups(
	graph: Graph,
	catalogId: string,
	ids: ReadonlySet<string>,
): Promise<Map<string, Product[]> | null> {
	const isWanted = ({ retailer_product_group_id: id }: Product) => ids.has(id ?? '');
	const read = async (after?: string): Promise<PageResult<Product>> => {
		const page = await productsInGroups(graph, catalogId, [...ids], after);
		if (!page.ok || page.value.rows.every(isWanted)) return page;
		// The whole catalog would follow.
		return { ok: true, value: { rows: page.value.rows, next: undefined } };
	};
	const result = await allRows(read);
	if (!result.ok || !result.value.every(isWanted)) return null;
	const groups = new Map<string, Product[]>();
	for (const product of result.value) {
		const id = product.retailer_product_group_id ?? '';
		groups.set(id, [...(groups.get(id) ?? []), product]);
	}
	return groups;
}
