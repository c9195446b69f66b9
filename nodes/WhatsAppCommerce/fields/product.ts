import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { toRows } from '../../shared/fields/listSearch';
import { type Product, products } from '../../shared/graph/catalog/products';
import { connect } from '../../shared/graph/connection';
import { pricesOf } from '../../shared/payload/catalog/catalogPrice';
import { variantName } from '../../shared/payload/catalog/productName';
import { reviewStateOf, type ReviewState } from '../../shared/payload/catalog/reviewState';
import { LABELS } from '../../shared/payload/labels';
import { chosenCatalog } from './reading/chosenCatalog';
import { unreadLocator } from './reading/fields';

/**
 * A product, picked from the chosen catalog or typed as SKU. The search depends on the catalog, at
 * the top level and inside a row of a section alike.
 */
export const product = unreadLocator({
	displayName: LABELS.productRetailerId,
	name: 'productRetailerId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The product to show',
	typeOptions: { loadOptionsDependsOn: ['catalogId.value'] },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a product…',
			typeOptions: { searchListMethod: 'searchProducts', searchable: true },
		},
		{
			displayName: 'By SKU',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. BREAD-01',
			hint: 'The content ID of the product in the catalog (your own SKU), not the product ID of Meta',
		},
	],
});

/** The products of the chosen catalog, searched by Meta over the whole catalog by name or SKU. */
export async function searchProducts(
	context: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const graph = await connect(context);
	const catalogId = await chosenCatalog(context, graph);
	const result = await products(graph, catalogId, filter?.trim(), paginationToken);
	return toRows(context.getNode(), result, (one) => {
		const { retailer_id: sku } = one;
		const price = pricesOf(one, Date.now()).current.text;
		const exceptions = exceptionsOf(one);
		return {
			// n8n 2.41 shows only the name of a row, and cuts it at the end: exceptions come first.
			name: [...exceptions, `${variantName(one) ?? sku} (${sku})`, price]
				.filter(Boolean)
				.join(' · '),
			value: sku,
			description: [price, ...exceptions].filter(Boolean).join(' · '),
		};
	});
}

/** What keeps the product from being ordered now, or may do so. */
function exceptionsOf(product: Product): string[] {
	const { availability, visibility } = product;
	const review = REVIEW_WORDS[reviewStateOf(product) ?? 'approved'];
	return [
		...(availability !== undefined && availability !== 'in stock' ? [availability] : []),
		...(visibility !== undefined && visibility !== 'published' ? ['hidden'] : []),
		...(review === '' ? [] : [review]),
	];
}

/** Short, since a row has little room. Facts 17.1. */
const REVIEW_WORDS: Record<ReviewState, string> = {
	approved: '',
	outdated: "changed since Meta's last review, usually some hours",
	pending: "waiting for Meta's review",
	rejected: "not approved by Meta's review",
	noReview: 'not reviewed by Meta yet',
};
