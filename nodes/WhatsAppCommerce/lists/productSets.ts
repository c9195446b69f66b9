import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { productSets } from '../../shared/graph/assets';
import { connect } from '../../shared/graph/connection';
import { chosenCatalog } from './chosenCatalog';
import { matching, toRows } from './search';

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
