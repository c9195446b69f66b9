import type { Product } from '../../../shared/graph/catalog/products';
import {
	type DroppedProduct,
	riskWords,
	unsendableWords,
} from '../../../shared/payload/catalog/availability';
import { pricesOf } from '../../../shared/payload/catalog/catalogPrice';
import { variantName } from '../../../shared/payload/catalog/productName';
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
		name: product ? variantName(product) : null,
		priceText: product ? pricesOf(product, Date.now()).current.text : null,
		imageUrl: product?.image_url ?? null,
		warning:
			catalog === null ? null : (unsendableWords(product) ?? (product ? riskWords(product) : null)),
	};
}
