import { LIMITS } from '../limits';

/** Placeholder in a section title for the units ordered last time. */
export const QUANTITY = '{quantity}';

/** Its value for products of unknown quantity, and for quantities without a section of their own. */
const OTHER = '…';

interface QuantitySection {
	title: string;
	skus: string[];
}

/**
 * Sections such as "Last time: 2", each with the products that were ordered in that quantity: a title
 * has room for a number, but not for a product's name (facts 1.3). Quantities beyond the number of
 * sections share the last one with unknown quantities.
 */
export function sectionsByQuantity(
	skus: string[],
	quantities: ReadonlyMap<string, number>,
	title: string,
): QuantitySection[] {
	const groups = new Map<string, string[]>();
	for (const sku of skus) {
		const quantity = quantities.get(sku);
		const isRoom = groups.size < LIMITS.sections - 1;
		const known = quantity === undefined ? OTHER : String(quantity);
		const group = groups.has(known) || isRoom ? known : OTHER;
		groups.set(group, [...(groups.get(group) ?? []), sku]);
	}
	return [...groups].map(([quantity, ofQuantity]) => ({
		title: title.replaceAll(QUANTITY, quantity),
		skus: ofQuantity,
	}));
}
