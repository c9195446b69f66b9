import type { INode, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import type { PageResult } from '../../shared/graph/assets';
import { refusedError } from '../../shared/graph/refusedError';

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
	if (!result.ok) throw refusedError(node, result.refusal);
	return { results: result.page.rows.map(row), paginationToken: result.page.next };
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
