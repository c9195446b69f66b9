import { messageRefusal } from './refusal/refusal.mts';
import { checkBody, checkFooter } from './frame.mts';
import { checkThumbnail, shownCatalog } from './matching.mts';
import type { Seller, Showing } from './matching.mts';
import { objectAt, onlyKeys, stringAt } from './shape.mts';
import type { Shape } from './shape.mts';

/** A message that opens the catalog connected to the account (facts 1.4). */
export function checkCatalogMessage(interactive: Shape, seller: Seller): Showing {
	if (interactive.header !== undefined)
		throw messageRefusal(131009, 'Header is not allowed for interactive type catalog_message.');
	checkBody(interactive.body, true);
	checkFooter(interactive.footer);
	const action = objectAt(interactive.action, "interactive['action']");
	onlyKeys(action, "interactive['action']", ['name', 'parameters']);
	const name = stringAt(action.name, "interactive['action']['name']");
	if (name !== 'catalog_message')
		throw messageRefusal(
			131009,
			`interactive['action']['name'] must be catalog_message - got "${name}".`,
		);
	const thumbnail = readThumbnail(action.parameters);
	const catalog = shownCatalog(seller);
	checkThumbnail(seller, catalog, thumbnail);
	return { catalogId: catalog.id, products: [thumbnail], dropped: [] };
}

/** The documentation calls it optional, live traffic refuses a message without it (facts 1.4 [3P], 9.8). */
function readThumbnail(value: unknown): string {
	const path = "action['parameters']";
	const isEmpty =
		value === undefined ||
		value === null ||
		(typeof value === 'object' && Object.keys(value).length === 0);
	if (isEmpty) throw messageRefusal(131009, `${path} cannot be empty.`);
	const parameters = objectAt(value, path);
	onlyKeys(parameters, path, ['thumbnail_product_retailer_id']);
	return stringAt(
		parameters.thumbnail_product_retailer_id,
		`${path}['thumbnail_product_retailer_id']`,
	);
}
