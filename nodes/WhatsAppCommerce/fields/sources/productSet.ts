import type { INodeProperties } from 'n8n-workflow';

import { allRows, productsOfSet } from '../../../shared/graph/assets';
import { refusedError } from '../../../shared/graph/refusedError';
import { isGraphId } from '../../../shared/payload/identifiers';
import { DraftError } from '../../operations/draftError';
import { maxProductsField, sectionTitleField, shownFor, type ProductSource } from './source';

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

/** All products of a set, in the order of the set. */
export const productSet: ProductSource = {
	name: 'productSet',
	label: 'Product Set',
	description: 'Take the products of a set of the catalog, in its order',
	fields: [
		{ ...productSetField, ...shownFor('productSet') },
		maxProductsField('productSet'),
		sectionTitleField('productSet'),
	],
	async read([item], graph) {
		const id = this.getNodeParameter('productSetId', item, '', { extractValue: true });
		if (!isGraphId(id)) {
			const sentence = `Product Set is "${String(id)}", which is not an id. Choose a set from the list, or enter an id of digits.`;
			throw new DraftError(this.getNode(), [{ field: 'Product Set', sentence }], item);
		}
		const max = this.getNodeParameter('maxProducts', item) as number;
		const result = await allRows(async (after) => await productsOfSet(graph, id, after), max);
		if (!result.ok) throw refusedError(this.getNode(), result.refusal, item);
		const title = this.getNodeParameter('sectionTitle', item, '');
		return [{ title, skus: result.rows.map((product) => product.retailer_id) }];
	},
};
