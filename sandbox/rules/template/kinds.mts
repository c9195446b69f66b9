import type { CarouselCard } from '../../world/chatEntry.mts';
import {
	buttonsOf,
	componentOf,
	type Template,
	type TemplateComponent,
	type TemplateKind,
} from '../../world/templates/template.mts';
import { LIMITS } from '../limits.mts';
import { readCards } from '../cards.mts';
import type { CardProduct } from '../cards.mts';
import {
	checkThumbnail,
	connectedCatalog,
	linkedCatalog,
	show,
	showOne,
	shownCatalog,
} from '../matching.mts';
import type { Seller, Showing } from '../matching.mts';
import { checkSections } from '../sections.mts';
import { onlyKeys, stringAt } from '../shape.mts';
import type { Shape } from '../shape.mts';
import { readParts } from './parts.mts';
import type { SentParts } from './parts.mts';
import { buttonAction, checkNoButton, headerProduct, onlyButton } from './products.mts';
import { filledText } from './texts.mts';

/** Which of a template's products the customer sees. */
export interface TemplateShowing extends Showing {
	thumbnail?: string;
	/** Of an MPM template, as sent. */
	sections?: unknown;
	/** Of a carousel, as sent. */
	cards?: CarouselCard[];
}

type Check = (template: Template, parts: SentParts, seller: Seller) => TemplateShowing | null;

/** The checks that differ between kinds: header, buttons and cards. The body is checked for all (template.mts). */
export const CHECKS: Record<TemplateKind, Check> = {
	mpm: checkMpm,
	spm: checkSpm,
	catalog: checkCatalog,
	carousel: checkCarousel,
	other: () => null,
};

const THUMBNAIL = 'thumbnail_product_retailer_id';

/** Facts 1.6. No catalog is named: it is the one connected to the account. */
function checkMpm(_template: Template, parts: SentParts, seller: Seller): TemplateShowing {
	const { action, path } = buttonAction(parts, 'MPM', [THUMBNAIL, 'sections']);
	const thumbnail = stringAt(action[THUMBNAIL], `${path}['${THUMBNAIL}']`);
	const skus = checkSections(action.sections, `${path}['sections']`);
	const catalog = connectedCatalog(seller);
	const showing = show(seller.state, catalog, skus);
	checkThumbnail(seller, catalog, thumbnail);
	return { ...showing, thumbnail, sections: action.sections };
}

/** Facts 1.7. */
function checkSpm(_template: Template, parts: SentParts, seller: Seller): TemplateShowing {
	checkNoButton(parts);
	const { catalogId, sku } = headerProduct(parts.header, 'header');
	return showOne(seller.state, linkedCatalog(seller, catalogId), sku);
}

/** Facts 1.8. */
function checkCatalog(_template: Template, parts: SentParts, seller: Seller): TemplateShowing {
	const { action, path } = buttonAction(parts, 'CATALOG', [THUMBNAIL]);
	const thumbnail = stringAt(action[THUMBNAIL], `${path}['${THUMBNAIL}']`);
	const catalog = shownCatalog(seller);
	checkThumbnail(seller, catalog, thumbnail);
	return { catalogId: catalog.id, products: [thumbnail], dropped: [], thumbnail };
}

type SentCard = CardProduct & CarouselCard;

/** Facts 1.9: approved with two cards, sent with up to ten; each card needs the same parameters. */
function checkCarousel(template: Template, parts: SentParts, seller: Seller): TemplateShowing {
	checkNoButton(parts);
	const [example] = componentOf(template.components, 'CAROUSEL')?.cards ?? [];
	const cards = readCards(parts.cards, "template['carousel']['cards']", (card, path) =>
		readCard(card, path, template, example?.components ?? []),
	);
	const showing = show(
		seller.state,
		linkedCatalog(seller, cards[0].catalogId),
		cards.map(({ sku }) => sku),
	);
	return { ...showing, cards: cards.map(({ sku, url }) => ({ sku, url })) };
}

function readCard(
	card: Shape,
	path: string,
	{ parameterFormat }: Template,
	example: TemplateComponent[],
): SentCard {
	onlyKeys(card, path, ['card_index', 'components']);
	const parts = readParts(card.components, `${path}['components']`, ['header', 'button']);
	const product = headerProduct(parts.header, `${path}['header']`);
	const [button] = buttonsOf(example);
	if (button?.url === undefined) {
		checkNoButton(parts);
		return { ...product, url: null };
	}
	const sent = onlyButton(parts, 'URL') ?? { list: [], path };
	const part = `${path}['button']`;
	return {
		...product,
		url: filledText(button.url, sent, parameterFormat, part, LIMITS.buttonUrl),
	};
}
