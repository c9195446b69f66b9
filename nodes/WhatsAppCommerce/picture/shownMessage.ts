import type { Product } from '../../shared/graph/assets';
import { unsendableWords, type DroppedProduct } from '../../shared/payload/availability';
import type { OutgoingMessage } from '../../shared/payload/messages';
import type { ProductSection } from '../../shared/payload/sections';
import type { ShownMessage, ShownProduct } from './messagePicture';

/** The parts of an interactive message that show. Facts 1.2, 1.3. */
interface Interactive {
	type: string;
	header?: { text: string };
	body?: { text: string };
	footer?: { text: string };
	action: { sections?: ProductSection[] };
}

/** What an outgoing message shows, with what the catalog says about its products. */
export function shownMessage(
	{ body, products }: OutgoingMessage,
	catalog: ReadonlyMap<string, Product> | null,
	leftOut: DroppedProduct[],
): ShownMessage {
	const { type, header, body: text, footer, action } = body.interactive as Interactive;
	const sections = action.sections ?? [
		{ title: undefined, product_items: products.map((sku) => ({ product_retailer_id: sku })) },
	];
	return {
		header: header?.text ?? null,
		body: text?.text ?? null,
		footer: footer?.text ?? null,
		button: type === 'product' ? 'View' : 'View items',
		isSingle: type === 'product',
		sections: sections.map(({ title, product_items: items }) => ({
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
		name: product?.name ?? null,
		priceText: product?.sale_price || product?.price || null,
		imageUrl: product?.image_url ?? null,
		warning: catalog === null ? null : unsendableWords(product),
	};
}
