import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { catalogs } from '../../shared/graph/assets';
import { connect } from '../../shared/graph/connection';
import { matching, toRows } from './search';

/** The catalogs that are connected to the credential's business account. */
export async function searchCatalogs(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const result = await catalogs(await connect(this), paginationToken);
	const rows = toRows(this.getNode(), result, ({ id, name }) => ({ name: name ?? id, value: id }));
	return matching(rows, filter);
}
