import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { checkCatalog } from '../../../shared/graph/catalogCheck';
import { refusedError } from '../../../shared/graph/refusedError';
import { droppedSentence } from '../../../shared/payload/availability';
import { catalogField, productField } from '../../fields/catalog';
import { DraftError } from '../draftError';
import { eachItem } from '../eachItem';
import { outputFields, productReader } from './outputFields';
import { readId } from './readId';

const properties: INodeProperties[] = [catalogField, productField, outputFields];

export const description = updateDisplayOptions(
	{ show: { resource: ['catalog'], operation: ['getProduct'] } },
	properties,
);

/** One product, by its SKU. */
export const execute = eachItem(async function (item, graph) {
	const catalogId = readId.call(this, 'catalogId', 'Catalog', item);
	const given = this.getNodeParameter('productRetailerId', item, '', { extractValue: true });
	const sku = String(given ?? '').trim();
	if (sku === '') {
		const sentence = 'Product is empty. Choose a product or enter its SKU.';
		throw new DraftError(this.getNode(), [{ field: 'Product', sentence }], item);
	}
	const check = await checkCatalog(graph, catalogId, [sku]);
	if (!check.ok) throw refusedError(this.getNode(), check.refusal, item);
	const product = check.found.get(sku);
	if (product) return [productReader.call(this, item)(product)];
	const missing = check.unsendable.get(sku) ?? { sku, reason: 'notInCatalog' as const };
	const problem = { field: 'Product', sentence: droppedSentence(missing) };
	throw new DraftError(this.getNode(), [problem], item, 'There is no such product');
});
