import { messageRefusal } from './refusal/refusal.mts';
import { checkCarousel } from './carousel.mts';
import { checkCatalogMessage } from './catalogMessage.mts';
import type { Seller, Showing } from './matching.mts';
import { checkProduct } from './product.mts';
import { checkProductList } from './productList.mts';
import { objectAt, onlyKeys, stringAt } from './shape.mts';
import type { Shape } from './shape.mts';

const KINDS: Record<string, (interactive: Shape, seller: Seller) => Showing> = {
	product: checkProduct,
	product_list: checkProductList,
	catalog_message: checkCatalogMessage,
	carousel: checkCarousel,
};

export function checkInteractive(value: unknown, seller: Seller): Showing {
	const interactive = objectAt(value, 'interactive');
	const type = stringAt(interactive.type, "interactive['type']");
	// Sold in India, Brazil and Singapore only, and none of the sandbox's numbers is there (facts 12.1, 17.2).
	if (type === 'order_details')
		throw messageRefusal(131009, 'Unsupported Interactive Message type');
	const check = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
	if (!check) {
		throw messageRefusal(
			131009,
			`interactive['type'] "${type}" is unknown, or known to Meta and not to this sandbox, which plays ${Object.keys(KINDS).join(', ')}.`,
		);
	}
	onlyKeys(interactive, 'interactive', ['type', 'header', 'body', 'footer', 'action']);
	return check(interactive, seller);
}
