import type { Showing } from '../../rules/matching.mts';
import type { Content, ListSection } from '../../world/chatEntry.mts';

interface TextPart {
	text: string;
}

/** Sections that passed rules/sections.mts, so that their shape needs no second check. */
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

/** Button texts for messages that do not bring their own; the same words as in the templates of facts 1.6–1.8. */
const BUTTONS = { view: 'View', viewItems: 'View items', viewCatalog: 'View catalog' };

/** What the customer sees of an accepted message. A type that the page cannot draw is shown as JSON. */
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

/** Leaves out products that were not found, and sections without any product left. */
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
