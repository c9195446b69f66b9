import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import type { CatalogCheck } from '../../../shared/graph/catalog/catalogCheck';
import { readRefusedError } from '../../../shared/graph/refusals/readRefused';
import { droppedSentence } from '../../../shared/payload/catalog/availability';
import { sku as skuInput } from '../../../shared/payload/rules/identifiers';
import { catalogField } from '../../fields/catalog';
import { productField } from '../../fields/product';
import { checkedField } from '../../fields/reading/checkedField';
import { DraftError } from '../../items/draftError';
import { eachItem } from '../../items/eachItem';
import type { Operation } from '../../items/operation';
import { checkTogether, type CatalogRequest } from './checkTogether';
import { outputFields, productReader } from './outputFields';
import { readId } from '../../fields/reading/readId';

const properties: INodeProperties[] = [catalogField, productField, outputFields];

export const description = updateDisplayOptions(
	{ show: { resource: ['catalog'], operation: ['getProduct'] } },
	properties,
);

/** One product, by its SKU. */
export const execute: Operation = async function (graph) {
	const checks = await checkTogether.call(this, graph, readRequest);
	const eachOfThem = eachItem(async function (item) {
		const { catalogId, skus } = readRequest.call(this, item);
		const [sku] = skus;
		// Every request that can be read is part of the common check.
		const check = checks.get(catalogId) as CatalogCheck;
		if (!check.ok) throw readRefusedError(this.getNode(), check.refusal, item);
		const product = check.value.found.get(sku);
		if (product) return [productReader.call(this, item)(product)];
		const missing = check.value.unsendable.get(sku) ?? { sku, reason: 'notInCatalog' as const };
		const problem = { field: 'Product', sentence: droppedSentence(missing) };
		throw new DraftError(this.getNode(), [problem], item, 'There is no such product');
	});
	return await eachOfThem.call(this, graph);
};

/** @throws DraftError when there is no catalog or no SKU */
function readRequest(this: IExecuteFunctions, item: number): CatalogRequest {
	const catalogId = readId.call(this, 'catalogId', 'Catalog', item);
	const given = this.getNodeParameter('productRetailerId', item, '', { extractValue: true });
	const sku = checkedField(this.getNode(), 'productRetailerId', skuInput, given, item);
	return { catalogId, skus: [sku] };
}
