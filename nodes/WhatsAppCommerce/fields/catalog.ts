import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { matching, toRows } from '../../shared/fields/listSearch';
import { catalogs } from '../../shared/graph/catalog/catalogs';
import { connect } from '../../shared/graph/connection';
import { LABELS } from '../../shared/payload/labels';
import { idLocator } from './reading/fields';

/** The catalog that the products are in. */
export const catalog = idLocator({
	displayName: LABELS.catalogId,
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
});

/** The catalogs that are connected to the credential's business account. */
export async function searchCatalogs(
	context: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const result = await catalogs(await connect(context), paginationToken);
	const rows = toRows(context.getNode(), result, ({ id, name }) => ({
		name: name ?? id,
		value: id,
	}));
	return matching(rows, filter);
}
