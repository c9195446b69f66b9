import type { IDataObject } from 'n8n-workflow';

import type { Product } from '../../shared/graph/catalog/products';
import { unsendableReason } from '../../shared/payload/catalog/availability';
import { priceReading } from '../../shared/payload/catalog/catalogPrice';
import { priceExplanation } from '../../shared/payload/catalog/priceWords';

/**
 * A product as the catalog operations yield it. A price that cannot be read with certainty is null, and
 * `priceExplanation` says why.
 */
export function productItem(product: Product): IDataObject {
	const { currency = null } = product;
	return {
		sku: product.retailer_id,
		name: product.name ?? null,
		description: product.description ?? null,
		price: priceReading(product, product.price).price,
		priceText: product.price ?? null,
		salePrice: priceReading(product, product.sale_price).price,
		salePriceText: product.sale_price ?? null,
		priceExplanation: priceExplanation(product),
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
