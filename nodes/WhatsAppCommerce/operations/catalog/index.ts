import type { INodeProperties } from 'n8n-workflow';

import * as checkProducts from './checkProducts';
import * as getProduct from './getProduct';
import * as getProducts from './getProducts';
import * as getProductSets from './getProductSets';

export { checkProducts, getProduct, getProducts, getProductSets };

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['catalog'] } },
		default: 'getProducts',
		options: [
			{
				name: 'Check Products',
				value: 'checkProducts',
				action: 'Check products',
				description: 'Say for each SKU whether it can be sent, or why not',
			},
			{
				name: 'Get a Product',
				value: 'getProduct',
				action: 'Get a product',
				description: 'Look up one product by its SKU',
			},
			{
				name: 'Get Many Product Sets',
				value: 'getProductSets',
				action: 'Get many product sets',
				description: 'List the product sets of a catalog',
			},
			{
				name: 'Get Many Products',
				value: 'getProducts',
				action: 'Get many products',
				description: 'Search a catalog or list it, with prices as numbers',
			},
		],
	},
	...checkProducts.description,
	...getProduct.description,
	...getProductSets.description,
	...getProducts.description,
];
