import { messageRefusal } from './refusal/refusal.mts';
import { checkBody, checkFooter } from './frame.mts';
import { LIMITS } from './limits.mts';
import { linkedCatalog, show } from './matching.mts';
import type { Seller, Showing } from './matching.mts';
import { checkSections } from './sections.mts';
import { objectAt, onlyKeys, stringAt, textAt } from './shape.mts';
import type { Shape } from './shape.mts';

/** A multi-product message (facts 1.3): text header and body required. */
export function checkProductList(interactive: Shape, seller: Seller): Showing {
	checkHeader(interactive.header, seller);
	checkBody(interactive.body, true);
	checkFooter(interactive.footer);
	const action = objectAt(interactive.action, "interactive['action']");
	onlyKeys(action, "interactive['action']", ['catalog_id', 'sections']);
	const catalogId = stringAt(action.catalog_id, "interactive['action']['catalog_id']");
	const skus = checkSections(action.sections, "interactive['action']['sections']");
	return show(seller.state, linkedCatalog(seller, catalogId), skus);
}

function checkHeader(value: unknown, { state }: Seller): void {
	const header = objectAt(value, "interactive['header']");
	const type = stringAt(header.type, "interactive['header']['type']");
	if (type !== 'text')
		throw messageRefusal(
			131009,
			`Header type must be text for interactive type product_list - got "${type}".`,
		);
	onlyKeys(header, "interactive['header']", ['type', 'text']);
	const text = textAt(header.text, "interactive['header']['text']", LIMITS.headerText);
	// Refused by some numbers, shown as they are by others (facts 17.7). The fact sheet has no words for it.
	if (/[*_~\n\r]/.test(text) && state.troubles.headerFormatting === 'refused')
		throw messageRefusal(
			131009,
			"interactive['header']['text'] cannot have formatting characters or line breaks.",
		);
}
