import { productsOfSet } from '../../../shared/graph/catalog/products';
import { allRows } from '../../../shared/graph/paging';
import { productSet } from '../productSet';
import { maxProducts, type ProductSource, sectionTitle, shownFor } from './source';

const max = maxProducts('productSet');
const title = sectionTitle('productSet');

/** All products of a set, in the order of the set. */
export const productSetSource: ProductSource = {
	name: 'productSet',
	label: 'Product Set',
	description: 'Take the products of a set of the catalog, in its order',
	fields: [{ ...productSet.property, ...shownFor('productSet') }, max.property, title.property],
	async read(run, [item]) {
		const id = productSet.read(run, item);
		const most = max.read(run, item);
		// Read once for all recipients.
		const result = await run.once(
			['productsOfSet', id, most],
			async () =>
				await allRows(async (after) => await productsOfSet(run.graph, id, most, after), most),
		);
		const products = run.value(result, item);
		if (products.length === 0) {
			const label = productSet.property.displayName;
			const sentence = `${label} ${id} has no products. Add some in Commerce Manager, or choose another set.`;
			throw run.problem(label, sentence, item);
		}
		return [{ title: title.read(run, item), skus: products.map((one) => one.retailer_id) }];
	},
};
