import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';

import { productSets } from '../../shared/graph/catalog/catalogs';
import { connect } from '../../shared/graph/connection';
import { chosenCatalog } from './reading/chosenCatalog';
import { matching, toRows } from '../../shared/fields/listSearch';

/** A set of the chosen catalog, picked or typed. */
export const productSetField: INodeProperties = {
	displayName: 'Product Set',
	name: 'productSetId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'A product set ("collection") of the catalog',
	typeOptions: { loadOptionsDependsOn: ['catalogId.value'] },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a product set…',
			typeOptions: { searchListMethod: 'searchProductSets', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 318402775910021',
		},
	],
};

/** The product sets of the chosen catalog. */
export async function searchProductSets(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const graph = await connect(this);
	const catalogId = await chosenCatalog.call(this, graph);
	const result = await productSets(graph, catalogId, paginationToken);
	const rows = toRows(this.getNode(), result, ({ id, name, product_count: count }) => ({
		name: [name ?? id, count === undefined ? undefined : `${count} products`]
			.filter(Boolean)
			.join(' · '),
		value: id,
	}));
	return matching(rows, filter);
}
