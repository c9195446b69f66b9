import { productsOfSet } from '../../../shared/graph/catalog/products';
import { allRows } from '../../../shared/graph/paging';
import { readRefusedError } from '../../../shared/graph/refusals/readRefused';
import { wholeNumber } from '../../../shared/payload/rules/numbers';
import { readId } from '../reading/readId';
import { DraftError } from '../../items/draftError';
import { checkedField } from '../reading/checkedField';
import { productSetField } from '../productSet';
import { maxProductsField, type ProductSource, sectionTitleField, shownFor } from './source';

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
		const id = readId.call(this, 'productSetId', 'Product Set', item);
		const given = this.getNodeParameter('maxProducts', item);
		const max = checkedField(this.getNode(), 'maxProducts', wholeNumber, given, item);
		// Many recipients cost one read of a set.
		const result = await graph.once(
			['productsOfSet', id, max],
			async () => await allRows(async (after) => await productsOfSet(graph, id, max, after), max),
		);
		if (!result.ok) throw readRefusedError(this.getNode(), result.refusal, item);
		if (result.value.length === 0) {
			const sentence = `Product Set ${id} has no products. Add some in Commerce Manager, or choose another set.`;
			throw new DraftError(this.getNode(), [{ field: 'Product Set', sentence }], item);
		}
		const title = this.getNodeParameter('sectionTitle', item, '');
		return [{ title, skus: result.value.map((product) => product.retailer_id) }];
	},
};
