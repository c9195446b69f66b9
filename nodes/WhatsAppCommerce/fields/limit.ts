import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { wholeNumber } from '../../shared/payload/rules/numbers';
import { checkedField } from './reading/checkedField';

/** n8n's usual pair: all of a list, or its beginning. */
export const limitFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/**
 * How many rows are enough for one item.
 *
 * @throws DraftError when the limit is not a whole number from 1
 */
export function readLimit(this: IExecuteFunctions, item: number): number {
	return this.getNodeParameter('returnAll', item) === true
		? Number.POSITIVE_INFINITY
		: checkedField(
				this.getNode(),
				'limit',
				wholeNumber,
				this.getNodeParameter('limit', item),
				item,
			);
}
