import type { Entry } from '../api/types.mts';
import { plain } from './markup.mts';

export const itemCount = (count: number) => (count === 1 ? '1 item' : `${count} items`);

export const listedCount = (sections: Array<{ skus: string[] }>) =>
	sections.reduce((sum, { skus }) => sum + skus.length, 0);

/** In place of what the customer took back. */
export const DELETED = 'You deleted this message';

/** A message in one line: for the chat list, a quote, and screen readers. */
export function previewOf(entry: Entry): string {
	if (entry.revoked) return DELETED;
	switch (entry.kind) {
		case 'text':
		case 'question':
			return plain(entry.body);
		case 'notice':
			return entry.text;
		case 'product':
			return plain(entry.bodyText ?? 'Product');
		case 'product_list':
			return `${entry.headerText} · ${itemCount(listedCount(entry.sections))}`;
		case 'catalog_message':
			return plain(entry.bodyText);
		case 'carousel':
			return `${plain(entry.bodyText)} · ${itemCount(entry.cards.length)}`;
		case 'template':
			return plain(entry.headerText ?? entry.bodyText);
		case 'order':
			return `Order · ${itemCount(entry.lines.reduce((sum, line) => sum + (Number(line.quantity) || 0), 0))}`;
		case 'unknown':
			return 'A message that this page cannot draw';
	}
}
