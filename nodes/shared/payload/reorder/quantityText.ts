import { LIMITS } from '../limits';
import { codePointCount, preview, shortened } from '../values/text';

/** An offered product and the units of it that the customer ordered last time. */
export interface OrderedBefore {
	name: string;
	/** Null when it is unknown, or the product was not ordered. */
	quantity: number | null;
}

/** Placeholder for the quantities; without it they are added at the end. */
export const QUANTITIES = '{quantities}';

/** Longer names are cut, so that one of them does not take the room of ten. */
const NAME = 60;

/** The products with a known quantity; where none has one the names of all, so that no text ends in a colon. */
function itemTexts(products: OrderedBefore[]): string[] {
	const before = products.filter(({ quantity }) => quantity !== null);
	return before.length > 0
		? before.map(({ name, quantity }) => `${quantity} × ${preview(name, NAME)}`)
		: products.map(({ name }) => preview(name, NAME));
}

/**
 * A body with a line such as "2 × Dark Rye Loaf" for each product, in the place of `{quantities}` or
 * at the end. Lines that do not fit are left out, and "… +3" says how many. A body that is too long
 * by itself is left for the schema to report.
 */
export function withQuantities(body: string, products: OrderedBefore[]): string {
	const around = body.replaceAll(QUANTITIES, '');
	const room = LIMITS.bodyText - codePointCount(around) - 2;
	const lines = partsWithin(itemTexts(products), '\n', room);
	if (body.includes(QUANTITIES)) return body.replaceAll(QUANTITIES, () => lines.join('\n'));
	return [body.trimEnd(), ...(lines.length > 0 ? ['', ...lines] : [])].join('\n').trimStart();
}

/**
 * The products in one line, for a template's variable, which takes no line breaks and must not be
 * empty: a first product that is too long by itself is cut.
 *
 * @param room code points that it may take
 */
export function inOneLine(products: OrderedBefore[], room: number): string {
	const items = itemTexts(products);
	const kept = partsWithin(items, ', ', room);
	return kept.length > 0 ? kept.join(', ') : shortened(items.join(', '), Math.max(room, 1));
}

function partsWithin(parts: string[], separator: string, room: number): string[] {
	if (codePointCount(parts.join(separator)) <= room) return parts;
	const kept = [...parts];
	const more = () => `… +${parts.length - kept.length}`;
	while (kept.length > 0 && codePointCount([...kept, more()].join(separator)) > room) kept.pop();
	return kept.length === 0 ? [] : [...kept, more()];
}
