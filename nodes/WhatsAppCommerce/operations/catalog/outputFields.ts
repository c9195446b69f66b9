import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { Product } from '../../../shared/graph/catalog/products';
import { productItem } from '../../items/productItem';

/** Which fields of a product come out. */
export const outputFields: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'multiOptions',
	default: [],
	description:
		'What to put out about each product, beside its SKU. Everything when nothing is chosen.',
	options: [
		{ name: 'Availability', value: 'availability' },
		{ name: 'Brand', value: 'brand' },
		{ name: 'Category', value: 'category' },
		{ name: 'Currency', value: 'currency' },
		{ name: 'Description', value: 'description' },
		{ name: 'Image URL', value: 'imageUrl' },
		{ name: 'Name', value: 'name' },
		{ name: 'Price', value: 'price' },
		{ name: 'Price Text', value: 'priceText' },
		{ name: 'Product ID', value: 'productId' },
		{ name: 'Review Status', value: 'reviewStatus' },
		{ name: 'Sale Price', value: 'salePrice' },
		{ name: 'Sale Price Text', value: 'salePriceText' },
		{ name: 'Sendable', value: 'sendable' },
		{ name: 'URL', value: 'url' },
		{ name: 'Visibility', value: 'visibility' },
	],
};

/** Makes items of products with the fields that were chosen. */
export function productReader(
	this: IExecuteFunctions,
	item: number,
): (product: Product) => IDataObject {
	const chosen = [this.getNodeParameter('fields', item, []) as string | string[]].flat();
	if (chosen.length === 0) return productItem;
	return (product) => {
		const entries = Object.entries(productItem(product));
		return Object.fromEntries(entries.filter(([name]) => name === 'sku' || chosen.includes(name)));
	};
}
