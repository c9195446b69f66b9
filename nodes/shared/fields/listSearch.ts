import type {
	ILoadOptionsFunctions,
	INode,
	INodeListSearchItems,
	INodeListSearchResult,
	NodeApiError,
} from 'n8n-workflow';

import type { Refusal } from '../graph/answer';
import type { PageResult } from '../graph/paging';
import { readGuidance, readRefusedError } from '../graph/refusals/readRefused';

/**
 * A page of Graph as rows of a drop-down.
 *
 * @throws NodeApiError in the builder's words when Meta refuses, for instance for a missing right
 */
export function toRows<T>(
	node: INode,
	result: PageResult<T>,
	row: (one: T) => INodeListSearchItems,
): INodeListSearchResult {
	if (!result.ok) throw listError(node, result.refusal);
	const { rows, next } = result.value;
	return { results: rows.map(row), ...(next !== undefined && { paginationToken: next }) };
}

/** The drop-down shows only the message, so that says what to do as well. */
function listError(node: INode, refusal: Refusal): NodeApiError {
	const error = readRefusedError(node, refusal);
	error.message = `${error.message}. ${readGuidance(refusal).todo}`;
	return error;
}

/** Filters rows that Graph cannot search itself. */
export function matching(result: INodeListSearchResult, filter?: string): INodeListSearchResult {
	const wanted = filter?.trim().toLowerCase();
	if (!wanted) return result;
	return {
		...result,
		results: result.results.filter(({ name, value }) =>
			`${name} ${value}`.toLowerCase().includes(wanted),
		),
	};
}

/** The rows of a drop-down that fit what the builder has typed, or the next page of them. */
export type ListSearch = (
	context: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;
