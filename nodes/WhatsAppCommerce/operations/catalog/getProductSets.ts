import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { productSets } from '../../../shared/graph/catalog/catalogs';
import { allRows } from '../../../shared/graph/paging';
import { readRefusedError } from '../../../shared/graph/refusals/readRefused';
import { catalogField } from '../../fields/catalog';
import { eachItem } from '../../items/eachItem';
import { limitFields, readLimit } from '../../fields/limit';
import { readId } from '../../fields/reading/readId';

const properties: INodeProperties[] = [catalogField, ...limitFields];

export const description = updateDisplayOptions(
	{ show: { resource: ['catalog'], operation: ['getProductSets'] } },
	properties,
);

/** The product sets ("collections") of a catalog. */
export const execute = eachItem(async function (item, graph) {
	const catalogId = readId.call(this, 'catalogId', 'Catalog', item);
	const read = async (after?: string) => await productSets(graph, catalogId, after);
	const result = await allRows(read, readLimit.call(this, item));
	if (!result.ok) throw readRefusedError(this.getNode(), result.refusal, item);
	return result.value.map((set) => ({
		productSetId: set.id,
		name: set.name ?? null,
		productCount: set.product_count ?? null,
		catalogId,
	}));
});
