import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { checkCatalog } from '../../../shared/graph/catalogCheck';
import { refusedError } from '../../../shared/graph/refusedError';
import { droppedSentence } from '../../../shared/payload/availability';
import { validate } from '../../../shared/payload/problems';
import { skuListInput } from '../../../shared/payload/sections';
import { catalogField } from '../../fields/catalog';
import { DraftError } from '../draftError';
import { eachItem } from '../eachItem';
import { productItem } from './productItem';
import { readId } from './readId';

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
export const execute = eachItem(async function (item, graph) {
	const catalogId = readId.call(this, 'catalogId', 'Catalog', item);
	const given = this.getNodeParameter('skus', item, '') as unknown;
	const checked = validate(skuListInput, { skus: given });
	if (!checked.ok) throw new DraftError(this.getNode(), checked.problems, item);
	const { skus } = checked.value;
	const check = await checkCatalog(graph, catalogId, skus);
	if (!check.ok) throw refusedError(this.getNode(), check.refusal, item);
	return [...new Set(skus)].map((sku) => {
		const product = check.found.get(sku);
		const unsendable = check.unsendable.get(sku);
		return {
			...(product ? productItem(product) : { sku }),
			sendable: unsendable === undefined,
			reason: unsendable?.reason ?? null,
			explanation: unsendable ? droppedSentence(unsendable) : null,
			suggestion: unsendable?.suggestion ?? null,
		};
	});
});
