import type { ProductTemplate } from '../templates/productTemplate';
import { roomFor, variablesOf } from '../templates/templateVariables';
import { textLike } from '../values/text';
import { inOneLine, QUANTITIES, type OrderedBefore } from './quantityText';

/**
 * The values of a template's variables with `{quantities}` replaced by the products of last time: as
 * many as the text has room for, and "… +3" for the others.
 *
 * @param given by the key of the variable; other keys are returned unchanged
 */
export function withTemplateQuantities(
	template: ProductTemplate,
	given: Record<string, unknown>,
	products: OrderedBefore[],
): Record<string, unknown> {
	const isAsked = (value: unknown) => typeof value === 'string' && value.includes(QUANTITIES);
	const without = (value: unknown) => String(textLike(value)).replaceAll(QUANTITIES, '');
	const texts = Object.fromEntries(
		Object.entries(given).map(([key, value]) => [key, without(value)]),
	);
	const filled = { ...given };
	for (const { key, place } of variablesOf(template)) {
		const value = given[key];
		// A button has an address, which takes no list of products.
		if (!isAsked(value) || (place !== 'header' && place !== 'body')) continue;
		const times = String(value).split(QUANTITIES).length - 1;
		const room = Math.floor(roomFor(template, place, texts) / times);
		texts[key] = String(value).replaceAll(QUANTITIES, () => inOneLine(products, room));
		filled[key] = texts[key];
	}
	return filled;
}
