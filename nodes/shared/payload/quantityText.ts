import { LIMITS } from './limits';
import { codePointCount, preview } from './text';

/** A product as the customer had it last time. */
export interface OrderedBefore {
	name: string;
	quantity: number;
}

/** Where in a text the quantities go; without it they come at the end. */
export const QUANTITIES = '{quantities}';

/** Longer names are cut, so that one of them does not take the room of ten. */
const NAME = 60;

const itemText = ({ name, quantity }: OrderedBefore): string =>
	`${quantity} × ${preview(name, NAME)}`;

/**
 * A body with a line such as "2 × Dark Rye Loaf" for each product, in the place of `{quantities}` or
 * at the end. Lines that do not fit into a body are left out, and "… +3" says how many. What is too
 * long by itself is left for the schema to name.
 */
export function withQuantities(body: string, products: OrderedBefore[]): string {
	const around = body.replaceAll(QUANTITIES, '');
	const room = LIMITS.bodyText - codePointCount(around) - 2;
	const lines = linesWithin(products.map(itemText), room);
	if (body.includes(QUANTITIES)) return body.replaceAll(QUANTITIES, () => lines.join('\n'));
	return [body.trimEnd(), ...(lines.length > 0 ? ['', ...lines] : [])].join('\n').trimStart();
}

/** The same in one line, for a template's variable, which takes no line breaks. */
export const inOneLine = (value: string, products: OrderedBefore[]): string =>
	value.replaceAll(QUANTITIES, () => products.map(itemText).join(', '));

function linesWithin(lines: string[], room: number): string[] {
	const all = lines.join('\n');
	if (codePointCount(all) <= room) return lines;
	const kept = [...lines];
	const more = () => `… +${lines.length - kept.length}`;
	while (kept.length > 0 && codePointCount([...kept, more()].join('\n')) > room) kept.pop();
	return kept.length === 0 ? [] : [...kept, more()];
}
