import { z } from 'zod/v4';

import { choice } from '../rules/choice';
import { optionalPrice } from '../rules/numbers';
import { type Choice } from '../rules/rules';
import { textLike, trimmed } from '../values/text';

/** The availabilities that a catalog can be filtered by. Facts 6.2. */
export const AVAILABILITIES: Choice[] = [
	{ name: 'Available for Order', value: 'available for order' },
	{ name: 'Discontinued', value: 'discontinued' },
	{ name: 'In Stock', value: 'in stock' },
	{ name: 'Out of Stock', value: 'out of stock' },
	{ name: 'Preorder', value: 'preorder' },
];

/** The filters of Get Many Products. A blank one filters nothing. */
export const productFilters = z.object({
	search: z.preprocess(textLike, z.string().transform(trimmed)),
	availability: z.preprocess(
		(given) => (Array.isArray(given) ? given : [given]),
		z
			.array(choice(AVAILABILITIES))
			.transform((chosen) => chosen.flatMap((one) => (one === undefined ? [] : [one]))),
	),
	minPrice: optionalPrice,
	maxPrice: optionalPrice,
});
