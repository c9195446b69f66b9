import { messageRefusal } from './refusal/refusal.mts';
import { checkBody, checkFooter } from './frame.mts';
import { linkedCatalog, showOne } from './matching.mts';
import type { Seller, Showing } from './matching.mts';
import { objectAt, onlyKeys, stringAt } from './shape.mts';
import type { Shape } from './shape.mts';

/** A single product message (facts 1.2): the only interactive type with an optional body; a header is not allowed. */
export function checkProduct(interactive: Shape, seller: Seller): Showing {
	if (interactive.header !== undefined)
		throw messageRefusal(131009, 'Header is not allowed for interactive type product.');
	checkBody(interactive.body, false);
	checkFooter(interactive.footer);
	const action = objectAt(interactive.action, "interactive['action']");
	onlyKeys(action, "interactive['action']", ['catalog_id', 'product_retailer_id']);
	const catalogId = stringAt(action.catalog_id, "interactive['action']['catalog_id']");
	const sku = stringAt(action.product_retailer_id, "interactive['action']['product_retailer_id']");
	return showOne(seller.state, linkedCatalog(seller, catalogId), sku);
}
