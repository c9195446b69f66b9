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
	const catalogId = chosenCatalog.call(this);
	const result = await products(await connect(this), catalogId, filter?.trim(), paginationToken);
	return toRows(this.getNode(), result, (product) => {
		const state = stateOf(product);
		return {
			// n8n 2.41 shows only the name of a row, so price and state stand there as well.
			name: [`${product.name ?? product.retailer_id} (${product.retailer_id})`, ...state].join(
				' · ',
			),
			value: product.retailer_id,
			description: state.join(' · '),
		};
	});
}

/** Price, and whatever keeps the product from being ordered now. */
function stateOf({ price, availability, visibility }: Product): string[] {
	const hidden = visibility !== undefined && visibility !== 'published' ? 'hidden' : undefined;
	return [price, availability, hidden].filter((part) => part !== undefined);
}
