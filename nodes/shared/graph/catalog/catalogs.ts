import { z } from 'zod/v4';

import type { Graph } from '../connection';
import { page, softText } from '../paging';

const catalog = z.object({ id: z.string(), name: softText });

const productSet = z.object({
	id: z.string(),
	name: softText,
	product_count: z.number().optional().catch(undefined),
});

/** Catalogs connected to the account. Facts 6.1. */
export const catalogs = async (graph: Graph, after?: string) =>
	await page(graph, [graph.businessAccountId, 'product_catalogs'], catalog, {
		fields: 'id,name',
		after,
	});

/** Product sets ("collections") of a catalog. Facts 6.3. */
export const productSets = async (graph: Graph, catalogId: string, after?: string) =>
	await page(graph, [catalogId, 'product_sets'], productSet, {
		fields: 'id,name,product_count',
		after,
	});
