import { LIMITS } from '../limits';

/** Stands in a section title for the units of last time. */
export const QUANTITY = '{quantity}';

/** What stands there for products whose quantity is unknown, or for the rest of many quantities. */
const OTHER = '…';

interface QuantitySection {
	title: string;
	skus: string[];
}

/**
 * Sections such as "Last time: 2", each with the products that were ordered in that quantity. A title
 * has no room for a product's name (facts 1.3), but for a number it has. What a message has no
 * sections for goes into a last one, together with unknown quantities.
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
