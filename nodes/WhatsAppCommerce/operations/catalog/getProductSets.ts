import { productSets } from '../../../shared/graph/catalog/catalogs';
import { allRows } from '../../../shared/graph/paging';
import { catalog } from '../../fields/catalog';
import { limit } from '../../fields/limit';
import { eachItem } from '../../items/eachItem';
import { operation } from '../../items/operation';

/** The product sets ("collections") of a catalog. */
export const getProductSets = operation({
	resource: 'catalog',
	value: 'getProductSets',
	name: 'Get Many Product Sets',
	action: 'Get many product sets',
	description: 'List the product sets of a catalog',
	subtitle: 'Get many product sets',
	fields: [catalog, ...limit.properties],
	execute: eachItem(async (run, item) => {
		const catalogId = catalog.read(run, item);
		const enough = limit.read(run, item);
		const read = await allRows(
			async (after) => await productSets(run.graph, catalogId, after),
			enough,
		);
		return run.value(read, item).map((set) => ({
			productSetId: set.id,
			name: set.name ?? null,
			productCount: set.product_count ?? null,
			catalogId,
		}));
	}),
});
