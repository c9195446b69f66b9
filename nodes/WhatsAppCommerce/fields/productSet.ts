import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { matching, toRows } from '../../shared/fields/listSearch';
import { productSets } from '../../shared/graph/catalog/catalogs';
import { connect } from '../../shared/graph/connection';
import { chosenCatalog } from './reading/chosenCatalog';
import { idLocator } from './reading/fields';

/** A set of the chosen catalog, picked or typed. */
export const productSet = idLocator({
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
});

/** The product sets of the chosen catalog. */
export async function searchProductSets(
	context: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const graph = await connect(context);
	const catalogId = await chosenCatalog(context, graph);
	const result = await productSets(graph, catalogId, paginationToken);
	const rows = toRows(context.getNode(), result, ({ id, name, product_count: count }) => ({
		name: [name ?? id, count === undefined ? undefined : `${count} products`]
			.filter(Boolean)
			.join(' · '),
		value: id,
	}));
	return matching(rows, filter);
}
