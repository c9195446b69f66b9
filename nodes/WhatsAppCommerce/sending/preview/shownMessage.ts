import type { Product } from '../../../shared/graph/catalog/products';
import { type DroppedProduct, unsendableWords } from '../../../shared/payload/catalog/availability';
import type { OutgoingMessage } from '../../../shared/payload/messages/envelope';
import type { ShownMessage, ShownProduct } from './messagePicture';

/** What an outgoing message shows, with what the catalog says about its products. */
export function shownMessage(
	{ shows }: OutgoingMessage,
	catalog: ReadonlyMap<string, Product> | null,
	leftOut: DroppedProduct[],
): ShownMessage {
	return {
		...shows,
		isOnMessage: shows.products === 'onMessage',
		sections: shows.sections.map(({ title, product_items: items }) => ({
			title: title ?? null,
			products: items.map((item) => shownProduct(item.product_retailer_id, catalog)),
		})),
		leftOut,
	};
}

function shownProduct(sku: string, catalog: ReadonlyMap<string, Product> | null): ShownProduct {
	const product = catalog?.get(sku);
	return {
		sku,
		name: product?.name?.trim() ? product.name : null,
		priceText: product?.sale_price || product?.price || null,
		imageUrl: product?.image_url ?? null,
		warning: catalog === null ? null : unsendableWords(product),
	};
}
