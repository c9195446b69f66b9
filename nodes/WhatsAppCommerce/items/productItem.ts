import type { IDataObject } from 'n8n-workflow';

import type { Product } from '../../shared/graph/catalog/products';
import { unsendableReason } from '../../shared/payload/catalog/availability';
import { readFormattedPrice } from '../../shared/payload/values/formattedPrice';

/** A product as the catalog operations yield it. A price that cannot be read with certainty is null. */
export function productItem(product: Product): IDataObject {
	const { currency = null } = product;
	return {
		sku: product.retailer_id,
		name: product.name ?? null,
		description: product.description ?? null,
		price: readFormattedPrice(product.price, currency),
		priceText: product.price ?? null,
		salePrice: readFormattedPrice(product.sale_price, currency),
		salePriceText: product.sale_price ?? null,
		currency,
		availability: product.availability ?? null,
		visibility: product.visibility ?? null,
		reviewStatus: product.review_status ?? null,
		sendable: unsendableReason(product) === null,
		imageUrl: product.image_url ?? null,
		url: product.url ?? null,
		brand: product.brand ?? null,
		category: product.category ?? null,
		productId: product.id ?? null,
	};
}
