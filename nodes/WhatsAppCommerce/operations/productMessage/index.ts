import type { INodeProperties } from 'n8n-workflow';

import { LIMITS } from '../../../shared/payload/limits';
import * as sendCatalog from './sendCatalog';
import * as sendMultiProduct from './sendMultiProduct';
import * as sendProductCarousel from './sendProductCarousel';
import * as sendProductTemplate from './sendProductTemplate';
import * as sendSingleProduct from './sendSingleProduct';

export {
	sendCatalog,
	sendMultiProduct,
	sendProductCarousel,
	sendProductTemplate,
	sendSingleProduct,
};

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
				name: 'Send Catalog',
				value: 'sendCatalog',
				action: 'Send a catalog message',
				description: 'Send a message that opens the whole catalog of the business account',
			},
			{
				name: 'Send Multi-Product',
				value: 'sendMultiProduct',
				action: 'Send a multi product message',
				description: `Send a list of up to ${LIMITS.products} products in sections, to choose from and order`,
			},
			{
				name: 'Send Product Carousel',
				value: 'sendProductCarousel',
				action: 'Send a product carousel',
				description: `Send ${LIMITS.cards.min} to ${LIMITS.cards.max} products as cards to swipe through`,
			},
			{
				name: 'Send Product Template',
				value: 'sendProductTemplate',
				action: 'Send a product template',
				description:
					'Send an approved template with products, also when the 24-hour window is closed',
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
	...sendProductCarousel.description,
	...sendCatalog.description,
	...sendProductTemplate.description,
];
