import type { INodeProperties } from 'n8n-workflow';

import * as checkOrder from './checkOrder';
import * as reorder from './reorder';

export { checkOrder, reorder };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['order'] } },
		default: 'reorder',
		options: [
			{
				name: 'Check Order Against Catalog',
				value: 'checkOrder',
				action: 'Check an order against the catalog',
				description:
					'Compare each line of an order with the catalog of now: price changed, out of stock or gone, with totals and a suggested action',
			},
			{
				name: 'Send Reorder',
				value: 'reorder',
				action: 'Send a reorder message',
				description:
					'Offer customers what they bought before: one message each, made from their past orders',
			},
		],
	},
	...checkOrder.description,
	...reorder.description,
];
