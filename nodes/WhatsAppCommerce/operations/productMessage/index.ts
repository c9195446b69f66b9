import type { INodeProperties } from 'n8n-workflow';

import { LIMITS } from '../../../shared/payload/limits';
import * as sendMultiProduct from './sendMultiProduct';
import * as sendSingleProduct from './sendSingleProduct';

export { sendMultiProduct, sendSingleProduct };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['productMessage'] } },
		default: 'sendSingleProduct',
		options: [
			{
				name: 'Send Multi-Product',
				value: 'sendMultiProduct',
				action: 'Send a multi product message',
				description: `Send a list of up to ${LIMITS.products} products in sections, to choose from and order`,
			},
			{
				name: 'Send Single Product',
				value: 'sendSingleProduct',
				action: 'Send a single product message',
				description: 'Send one product with its picture, name and price',
			},
		],
	},
	...sendSingleProduct.description,
	...sendMultiProduct.description,
];
