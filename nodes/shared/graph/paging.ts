import { z } from 'zod/v4';

import type { Schema } from '../payload/rules/rules';
import { notGraph, type Result } from './answer';
import type { Graph } from './connection';

/** A page of a list and the cursor of the next one. Facts 6.2. */
export type Page<T> = { rows: T[]; next: string | undefined };

export type PageResult<T> = Result<Page<T>>;

/** Rows that a drop-down asks for at once. */
const PAGE_SIZE = 50;

/** A field that is only shown: a value of another kind counts as missing and does not cost the row. */
export const softText = z.string().optional().catch(undefined);

/** Follows the cursors until there are `enough` rows or the list ends. */
export async function allRows<T>(
	read: (after?: string) => Promise<PageResult<T>>,
	enough = Number.POSITIVE_INFINITY,
): Promise<Result<T[]>> {
	const rows: T[] = [];
	let after: string | undefined;
	do {
		const result = await read(after);
		if (!result.ok) return result;
		for (const row of result.value.rows) rows.push(row);
		// A cursor that leads to itself would be followed for ever.
		if (result.value.next !== undefined && result.value.next === after) return notGraph();
		after = result.value.next;
	} while (after !== undefined && rows.length < enough);
	return { ok: true, value: rows.slice(0, enough) };
}

/**
 * The same for a list of which only a part may be read.
 *
 * @returns the rows, and whether they are all
 */
export async function someRows<T>(
	read: (after?: string) => Promise<PageResult<T>>,
	most: number,
): Promise<Result<{ rows: T[]; isAll: boolean }>> {
	const result = await allRows(read, most + 1);
	if (!result.ok) return result;
	const { value: rows } = result;
	return { ok: true, value: { rows: rows.slice(0, most), isAll: rows.length <= most } };
}

export async function page<T>(
	graph: Graph,
	path: string[],
	row: Schema<T>,
	query: Record<string, string | undefined>,
): Promise<PageResult<T>> {
	const result = await rowsPage(graph, path, query);
	if (!result.ok) return result;
	const rows = result.value.rows.flatMap((raw) => {
		const read = row.safeParse(raw);
		return read.success ? [read.data] : [];
	});
	return { ok: true, value: { ...result.value, rows } };
}

/** A page of any list of Graph, with unchecked rows. Facts 6.2. */
export async function rowsPage(
	graph: Graph,
	path: string[],
	{ after, ...query }: Record<string, string | undefined>,
): Promise<PageResult<unknown>> {
	const answer = await graph.call({
		method: 'GET',
		path,
		query: { limit: PAGE_SIZE, ...query, ...(after && { after }) },
	});
	if (!answer.ok) return answer;
	const { data, paging } = answer.value as {
		data?: unknown;
		paging?: { cursors?: { after?: string }; next?: string };
	};
	// Without a list nothing is known: if it counted as empty, every product would be missing.
	if (!Array.isArray(data)) return notGraph();
	// The last page has cursors too; only `next` says that there is more.
	const next = paging?.next === undefined ? undefined : paging.cursors?.after;
	return { ok: true, value: { rows: data, next } };
}
