import type { Showing } from '../../rules/matching.mts';
import type { Content, ListSection } from '../../world/chatEntry.mts';

interface TextPart {
	text: string;
}

/** Sections as the rules have let them through (rules/sections.mts): their shape needs no second check. */
export interface SentSection {
	title?: string | null;
	product_items: Array<{ product_retailer_id: string }>;
}

interface SentPayload {
	text?: { body: string };
	interactive?: {
		header?: TextPart;
		body?: TextPart;
		footer?: TextPart;
		action: {
			sections?: SentSection[];
		};
	};
}

/** What the words on a button are where the message does not bring its own: as the facts' templates have them (facts 1.6–1.8). */
const BUTTONS = { view: 'View', viewItems: 'View items', viewCatalog: 'View catalog' };

/** What the customer gets to see of an accepted message. A type the page has no picture for is shown as it was sent. */
export function contentOf(
	type: string,
	payload: Record<string, unknown>,
	showing: Showing | null,
): Content {
	const { text, interactive } = payload as SentPayload;
	if (type === 'text') return { kind: 'text', body: text?.body ?? '' };
	if (!interactive || !showing) return { kind: 'unknown', payload };
	const { catalogId, products, dropped } = showing;
	const [first = ''] = products;
	const bodyText = interactive.body?.text ?? '';
	const footerText = interactive.footer?.text ?? null;
	switch (type) {
		case 'product':
			return {
				kind: 'product',
				catalogId,
				sku: first,
				bodyText: interactive.body?.text ?? null,
				footerText,
				buttonText: BUTTONS.view,
			};
		case 'product_list':
			return {
				kind: 'product_list',
				catalogId,
				headerText: interactive.header?.text ?? '',
				bodyText,
				footerText,
				buttonText: BUTTONS.viewItems,
				thumbnailSku: first,
				sections: shownSections(interactive.action.sections ?? [], products),
				dropped,
			};
		case 'catalog_message':
			return {
				kind: 'catalog_message',
				catalogId,
				thumbnailSku: first,
				bodyText,
				footerText,
				buttonText: BUTTONS.viewCatalog,
			};
		case 'carousel':
			return {
				kind: 'carousel',
				catalogId,
				bodyText,
				buttonText: BUTTONS.view,
				cards: products.map((sku) => ({ sku, url: null })),
				dropped,
			};
		default:
			return { kind: 'unknown', payload };
	}
}

/** Without what was not found, and without sections that are empty then. */
export function shownSections(sections: SentSection[], products: string[]): ListSection[] {
	return sections
		.map(({ title, product_items }) => ({
			title: title ?? null,
			skus: product_items
				.map((item) => item.product_retailer_id)
				.filter((sku) => products.includes(sku)),
		}))
		.filter(({ skus }) => skus.length > 0);
}
