import type { IDataObject } from 'n8n-workflow';

import type { Product } from '../../shared/graph/catalog/products';
import {
	droppedSentence,
	obstacleOf,
	riskSentence,
} from '../../shared/payload/catalog/availability';
import { pricesOf } from '../../shared/payload/catalog/catalogPrice';
import { priceExplanation } from '../../shared/payload/catalog/priceWords';
import { whatsAppReview } from '../../shared/payload/catalog/reviewState';
import { stockOf } from '../../shared/payload/catalog/stock';

/**
 * A product as the catalog operations yield it. A price that cannot be read with certainty is null, and
 * `priceExplanation` says why; a sale price is one only while it counts.
 */
export function productItem(product: Product): IDataObject {
	const { retailer_id: sku, currency = null } = product;
	const now = Date.now();
	const { regular, sale, current } = pricesOf(product, now);
	const obstacle = obstacleOf(product);
	return {
		sku,
		name: product.name ?? null,
		description: product.description ?? null,
		size: product.size ?? null,
		color: product.color ?? null,
		groupId: product.retailer_product_group_id ?? null,
		price: regular.amount,
		priceText: regular.text,
		salePrice: sale?.amount ?? null,
		salePriceText: sale?.text ?? null,
		currentPrice: current.amount,
		priceExplanation: priceExplanation(product, now),
		currency,
		availability: product.availability ?? null,
		quantityInStock: stockOf(product),
		visibility: product.visibility ?? null,
		reviewStatus: product.review_status ?? null,
		whatsAppReview: whatsAppReview(product),
		sendable: obstacle === null,
		reason: obstacle?.reason ?? null,
		explanation: obstacle ? droppedSentence({ sku, ...obstacle }) : null,
		hint: riskSentence(sku, product),
		imageUrl: product.image_url ?? null,
		url: product.url ?? null,
		brand: product.brand ?? null,
		category: product.category ?? null,
		productId: product.id ?? null,
	};
}
