import { z } from 'zod';

import type { Schema } from '../payload/rules';
import type { GraphAnswer } from './answer';
import type { Graph } from './connection';

/** A page of a list and the cursor of the next one. Facts 6.2. */
export type Page<T> = { rows: T[]; next?: string };

export type PageResult<T> = { ok: true; page: Page<T> } | Extract<GraphAnswer, { ok: false }>;

/** Rows that a drop-down asks for at once. */
const PAGE_SIZE = 50;

/** A field that is only shown: a value of another kind counts as none and does not lose the row. */
const softText = z.string().optional().catch(undefined);

const phoneNumber = z.object({
	id: z.string(),
	display_phone_number: softText,
	verified_name: softText,
	status: softText,
});
const catalog = z.object({ id: z.string(), name: softText });
const product = z.object({
	retailer_id: z.string(),
	name: softText,
	/** Formatted and localised, such as "$5.00": fit to show, not to count with. Facts 6.2. */
	price: softText,
	availability: softText,
	visibility: softText,
});

export type PhoneNumber = z.infer<typeof phoneNumber>;
export type Catalog = z.infer<typeof catalog>;
export type Product = z.infer<typeof product>;

/** Business phone numbers of the account. Facts 6.5. */
export const phoneNumbers = async (graph: Graph, after?: string) =>
	await page(graph, [graph.businessAccountId, 'phone_numbers'], phoneNumber, {
		fields: 'id,display_phone_number,verified_name,status',
		after,
	});

/** Catalogs connected to the account. Facts 6.1. */
export const catalogs = async (graph: Graph, after?: string) =>
	await page(graph, [graph.businessAccountId, 'product_catalogs'], catalog, {
		fields: 'id,name',
		after,
	});

/**
 * Products of a catalog whose name or SKU contains `search`. Meta does the searching, so a product
 * is found wherever it stands in the catalog. Facts 6.2.
 */
export const products = async (graph: Graph, catalogId: string, search?: string, after?: string) =>
	await page(graph, [catalogId, 'products'], product, {
		fields: 'retailer_id,name,price,availability,visibility',
		...(search && {
			filter: JSON.stringify({
				or: [{ name: { i_contains: search } }, { retailer_id: { i_contains: search } }],
			}),
		}),
		after,
	});

async function page<T>(
	graph: Graph,
	path: string[],
	row: Schema<T>,
	{ after, ...query }: Record<string, string | undefined>,
): Promise<PageResult<T>> {
	const answer = await graph.call({
		method: 'GET',
		path,
		query: { ...query, limit: PAGE_SIZE, ...(after && { after }) },
	});
	if (!answer.ok) return answer;
	const { data, paging } = answer.body as {
		data?: unknown;
		paging?: { cursors?: { after?: string }; next?: string };
	};
	const rows = (Array.isArray(data) ? data : []).flatMap((raw) => {
		const read = row.safeParse(raw);
		return read.success ? [read.data] : [];
	});
	// Cursors stand on the last page too; only `next` says that there is more.
	const next = paging?.next === undefined ? undefined : paging.cursors?.after;
	return { ok: true, page: { rows, next } };
}
