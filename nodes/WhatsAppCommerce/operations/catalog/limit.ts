import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

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

/** How many rows are enough for one item. */
export function readLimit(this: IExecuteFunctions, item: number): number {
	return this.getNodeParameter('returnAll', item) === true
		? Number.POSITIVE_INFINITY
		: (this.getNodeParameter('limit', item) as number);
}
