import type { IDataObject } from 'n8n-workflow';

import type { Product } from '../../../shared/graph/catalog/products';
import type { Field } from '../../items/field';
import { productItem } from '../../items/productItem';

/** Which fields of a product come out: makes items of products with those that were chosen. */
export const outputFields: Field<(product: Product) => IDataObject> = {
	property: {
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
			{ name: 'Color', value: 'color' },
			{ name: 'Currency', value: 'currency' },
			{ name: 'Current Price', value: 'currentPrice' },
			{ name: 'Description', value: 'description' },
			{ name: 'Explanation', value: 'explanation' },
			{ name: 'Group ID', value: 'groupId' },
			{ name: 'Hint', value: 'hint' },
			{ name: 'Image URL', value: 'imageUrl' },
			{ name: 'Name', value: 'name' },
			{ name: 'Price', value: 'price' },
			{ name: 'Price Explanation', value: 'priceExplanation' },
			{ name: 'Price Text', value: 'priceText' },
			{ name: 'Product ID', value: 'productId' },
			{ name: 'Quantity in Stock', value: 'quantityInStock' },
			{ name: 'Reason', value: 'reason' },
			{ name: 'Review Status', value: 'reviewStatus' },
			{ name: 'Sale Price', value: 'salePrice' },
			{ name: 'Sale Price Text', value: 'salePriceText' },
			{ name: 'Sendable', value: 'sendable' },
			{ name: 'Size', value: 'size' },
			{ name: 'URL', value: 'url' },
			{ name: 'Visibility', value: 'visibility' },
			{ name: 'WhatsApp Review', value: 'whatsAppReview' },
		],
	},
	read(run, item) {
		const chosen = [run.given('fields', item, []) as string | string[]].flat();
		if (chosen.length === 0) return productItem;
		return (product) =>
			Object.fromEntries(
				Object.entries(productItem(product)).filter(
					([name]) => name === 'sku' || chosen.includes(name),
				),
			);
	},
};
