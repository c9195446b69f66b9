import type { Showing } from '../rules/matching.mts';
import type { Content } from './entry.mts';

interface TextPart {
	text: string;
}

/** The payloads as the rules have let them through (rules/): their shape needs no second check. */
interface SentPayload {
	text?: { body: string };
	interactive?: {
		header?: TextPart;
		body?: TextPart;
		footer?: TextPart;
		action: {
			sections?: Array<{
				title?: string | null;
				product_items: Array<{ product_retailer_id: string }>;
			}>;
		};
	};
}

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
	const bodyText = interactive.body?.text ?? null;
	const footerText = interactive.footer?.text ?? null;
	if (type === 'product')
		return { kind: 'product', catalogId, sku: products[0] ?? '', bodyText, footerText };
	if (type !== 'product_list') return { kind: 'unknown', payload };
	const sections = (interactive.action.sections ?? []).map(({ title, product_items }) => ({
		title: title ?? null,
		skus: product_items
			.map((item) => item.product_retailer_id)
			.filter((sku) => products.includes(sku)),
	}));
	return {
		kind: 'product_list',
		catalogId,
		headerText: interactive.header?.text ?? '',
		bodyText: bodyText ?? '',
		footerText,
		sections: sections.filter(({ skus }) => skus.length > 0),
		dropped,
	};
}
