import { messageRefusal } from './refusal/refusal.mts';
import { readCards } from './cards.mts';
import type { CardProduct } from './cards.mts';
import { checkBody } from './frame.mts';
import { linkedCatalog, show } from './matching.mts';
import type { Seller, Showing } from './matching.mts';
import { objectAt, onlyKeys, stringAt } from './shape.mts';
import type { Shape } from './shape.mts';

/** Product cards to swipe through: a body, no header and no footer (facts 1.5). */
export function checkCarousel(interactive: Shape, seller: Seller): Showing {
	for (const part of ['header', 'footer'])
		if (interactive[part] !== undefined)
			throw messageRefusal(131009, `A ${part} is not allowed for interactive type carousel.`);
	checkBody(interactive.body, true);
	const action = objectAt(interactive.action, "interactive['action']");
	onlyKeys(action, "interactive['action']", ['cards']);
	const cards = readCards(action.cards, "interactive['action']['cards']", readCard);
	return show(
		seller.state,
		linkedCatalog(seller, cards[0].catalogId),
		cards.map(({ sku }) => sku),
	);
}

/** The type has media cards too (facts 1.5); the sandbox supports product cards only. */
function readCard(card: Shape, path: string): CardProduct {
	onlyKeys(card, path, ['card_index', 'type', 'action']);
	const type = stringAt(card.type, `${path}['type']`);
	if (type !== 'product')
		throw messageRefusal(
			131009,
			`${path}['type'] must be product in this sandbox - got "${type}".`,
		);
	const action = objectAt(card.action, `${path}['action']`);
	onlyKeys(action, `${path}['action']`, ['product_retailer_id', 'catalog_id']);
	return {
		catalogId: stringAt(action.catalog_id, `${path}['action']['catalog_id']`),
		sku: stringAt(action.product_retailer_id, `${path}['action']['product_retailer_id']`),
	};
}
