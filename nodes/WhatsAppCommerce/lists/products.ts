import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { products, type Product } from '../../shared/graph/assets';
import { connect } from '../../shared/graph/connection';
import { chosenCatalog } from './chosenCatalog';
import { toRows } from './search';

/** The products of the chosen catalog, searched by Meta over the whole catalog by name or SKU. */
export async function searchProducts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const graph = await connect(this);
	const catalogId = await chosenCatalog.call(this, graph);
	const result = await products(graph, catalogId, filter?.trim(), paginationToken);
	return toRows(this.getNode(), result, (product) => {
		const { name, retailer_id: sku, price } = product;
		const exceptions = exceptionsOf(product);
		return {
			// n8n 2.41 shows only the name of a row, and cuts it at the end: exceptions come first.
			name: [...exceptions, `${name ?? sku} (${sku})`, price].filter(Boolean).join(' · '),
			value: sku,
			description: [price, ...exceptions].filter(Boolean).join(' · '),
		};
	});
}

/** Whatever keeps the product from being ordered now. */
function exceptionsOf({ availability, visibility }: Product): string[] {
	return [
		...(availability !== undefined && availability !== 'in stock' ? [availability] : []),
		...(visibility !== undefined && visibility !== 'published' ? ['hidden'] : []),
	];
}
