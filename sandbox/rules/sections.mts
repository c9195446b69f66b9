import { messageRefusal } from './refusal/refusal.mts';
import { LIMITS } from './limits.mts';
import { listAt, objectAt, onlyKeys, optionalTextAt, stringAt, textAt } from './shape.mts';

/** The sections of a multi-product message or template (facts 1.3, 1.6); returns the SKUs in their order. */
export function checkSections(value: unknown, path: string): string[] {
	const sections = listAt(value, path, LIMITS.sections);
	const skus = sections.flatMap((section, index) =>
		checkSection(section, `${path}[${index}]`, sections.length > 1),
	);
	// The limit is on the message, not on a section (facts 1.3). Duplicates: no rule is known (facts 9.3), so they are accepted.
	if (skus.length > LIMITS.products) {
		throw messageRefusal(
			131009,
			`Too many products: ${skus.length}. Max: ${LIMITS.products} over all sections`,
		);
	}
	return skus;
}

function checkSection(value: unknown, path: string, titleRequired: boolean): string[] {
	const section = objectAt(value, path);
	onlyKeys(section, path, ['title', 'product_items']);
	if (titleRequired) textAt(section.title, `${path}['title']`, LIMITS.sectionTitle);
	else optionalTextAt(section.title, `${path}['title']`, LIMITS.sectionTitle);
	// With the message's own limit: no section can hold more than the whole message (facts 1.3).
	const items = listAt(section.product_items, `${path}['product_items']`, LIMITS.products);
	return items.map((item, place) => checkItem(item, `${path}['product_items'][${place}]`));
}

function checkItem(value: unknown, path: string): string {
	const item = objectAt(value, path);
	onlyKeys(item, path, ['product_retailer_id']);
	return stringAt(item.product_retailer_id, `${path}['product_retailer_id']`);
}
