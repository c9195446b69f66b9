import { messageRefusal } from '../graph/refusal.mts';
import type { State } from '../state.mts';
import { checkBody, checkFooter } from './frame.mts';
import { LIMITS } from './limits.mts';
import { linkedCatalog, show } from './matching.mts';
import type { Showing } from './matching.mts';
import { listAt, objectAt, onlyKeys, optionalTextAt, stringAt, textAt } from './shape.mts';
import type { Shape } from './shape.mts';

/** A multi-product message (facts 1.3): text header and body required. */
export function checkProductList(interactive: Shape, state: State): Showing {
	checkHeader(interactive.header);
	checkBody(interactive.body, true);
	checkFooter(interactive.footer);
	const action = objectAt(interactive.action, "interactive['action']");
	onlyKeys(action, "interactive['action']", ['catalog_id', 'sections']);
	const catalogId = stringAt(action.catalog_id, "interactive['action']['catalog_id']");
	const sections = listAt(action.sections, "interactive['action']['sections']", LIMITS.sections);
	const skus = sections.flatMap((section, index) =>
		checkSection(section, index, sections.length > 1),
	);
	// The limit is on the message, not on a section (facts 1.3). Duplicates: no rule is known (facts 9.3), so they are accepted.
	if (skus.length > LIMITS.products) {
		throw messageRefusal(
			131009,
			`Too many products: ${skus.length}. Max: ${LIMITS.products} over all sections`,
		);
	}
	return show(state, linkedCatalog(state, catalogId), skus);
}

function checkHeader(value: unknown): void {
	const header = objectAt(value, "interactive['header']");
	const type = stringAt(header.type, "interactive['header']['type']");
	if (type !== 'text')
		throw messageRefusal(
			131009,
			`Header type must be text for interactive type product_list - got "${type}".`,
		);
	onlyKeys(header, "interactive['header']", ['type', 'text']);
	textAt(header.text, "interactive['header']['text']", LIMITS.headerText);
}

function checkSection(value: unknown, index: number, titleRequired: boolean): string[] {
	const path = `interactive['action']['sections'][${index}]`;
	const section = objectAt(value, path);
	onlyKeys(section, path, ['title', 'product_items']);
	if (titleRequired) textAt(section.title, `${path}['title']`, LIMITS.sectionTitle);
	else optionalTextAt(section.title, `${path}['title']`, LIMITS.sectionTitle);
	// Read with the message's own limit: that a section may hold more than 30 is never true either (facts 1.3).
	const items = listAt(section.product_items, `${path}['product_items']`, LIMITS.products);
	return items.map((item, place) => checkItem(item, `${path}['product_items'][${place}]`));
}

function checkItem(value: unknown, path: string): string {
	const item = objectAt(value, path);
	onlyKeys(item, path, ['product_retailer_id']);
	return stringAt(item.product_retailer_id, `${path}['product_retailer_id']`);
}
