import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';

import { catalogs } from '../../shared/graph/catalog/catalogs';
import { connect } from '../../shared/graph/connection';
import { matching, toRows } from '../../shared/fields/listSearch';

/** The catalog that the products are in. */
export const catalogField: INodeProperties = {
	displayName: 'Catalog',
	name: 'catalogId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The catalog that is connected to the business account',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a catalog…',
			typeOptions: { searchListMethod: 'searchCatalogs', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 194836987003835',
			hint: 'The catalog ID as Commerce Manager shows it',
		},
	],
};

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
