import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import type { CatalogCheck } from '../../../shared/graph/catalog/catalogCheck';
import { readRefusedError } from '../../../shared/graph/refusals/readRefused';
import { droppedSentence } from '../../../shared/payload/catalog/availability';
import { validate } from '../../../shared/payload/problems';
import { skuListInput } from '../../../shared/payload/sections/sections';
import { catalogField } from '../../fields/catalog';
import { DraftError } from '../../items/draftError';
import { eachItem } from '../../items/eachItem';
import type { Operation } from '../../items/operation';
import { checkTogether, type CatalogRequest } from './checkTogether';
import { productItem } from '../../items/productItem';
import { readId } from '../../fields/reading/readId';

const properties: INodeProperties[] = [
	catalogField,
	{
		displayName: 'SKUs',
		name: 'skus',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. BREAD-01, BREAD-02',
		description:
			'The SKUs to check, with commas, semicolons, tabs or new lines between them, or a list from an expression',
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['catalog'], operation: ['checkProducts'] } },
	properties,
);

/** One item for each SKU: whether it can be sent, or why not, and what the catalog has about it. */
export const execute: Operation = async function (graph) {
	const checks = await checkTogether.call(this, graph, readRequest);
	const eachOfThem = eachItem(async function (item) {
		const { catalogId, skus } = readRequest.call(this, item);
		// Every request that can be read is part of the common check.
		const check = checks.get(catalogId) as CatalogCheck;
		if (!check.ok) throw readRefusedError(this.getNode(), check.refusal, item);
		return skus.map((sku) => {
			const product = check.value.found.get(sku);
			const unsendable = check.value.unsendable.get(sku);
			return {
				...(product ? productItem(product) : { sku }),
				sendable: unsendable === undefined,
				reason: unsendable?.reason ?? null,
				explanation: unsendable ? droppedSentence(unsendable) : null,
				suggestion: unsendable?.suggestion ?? null,
			};
		});
	});
	return await eachOfThem.call(this, graph);
};

/** @throws DraftError when there is no catalog or no list of SKUs */
function readRequest(this: IExecuteFunctions, item: number): CatalogRequest {
	const catalogId = readId.call(this, 'catalogId', 'Catalog', item);
	const given = this.getNodeParameter('skus', item, '') as unknown;
	const checked = validate(skuListInput, { skus: given });
	if (!checked.ok) throw new DraftError(this.getNode(), checked.problems, item);
	return { catalogId, skus: [...new Set(checked.value.skus)] };
}
