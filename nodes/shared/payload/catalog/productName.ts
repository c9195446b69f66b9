import { preview } from '../values/text';

/** The fields of a catalog product that its variants have in common, and those that they have not. */
export interface NamedProduct {
	name?: string | null | undefined;
	size?: string | null | undefined;
	color?: string | null | undefined;
}

/** Longer values are cut: they are there to tell variants apart. Code points. */
const ATTRIBUTE = 40;

/**
 * The name of a product with what tells it from its variants, such as "Magic Mug (Gold)". What the name
 * says already is not repeated. Null without a name.
 */
export function variantName({ name, size, color }: NamedProduct): string | null {
	const base = name?.trim() ?? '';
	if (base === '') return null;
	const said = wordsOf(base);
	const more = [color, size]
		.map((value) => value?.trim() ?? '')
		.filter((value) => value !== '' && !said.includes(wordsOf(value)));
	return more.length === 0
		? base
		: `${base} (${more.map((value) => preview(value, ATTRIBUTE)).join(', ')})`;
}

/** Its words between blanks, so that "Gold" is in "Mug, gold" but not in "Goldfish". */
const wordsOf = (text: string): string =>
	` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
