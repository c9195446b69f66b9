import { z } from 'zod/v4';

import { isBlank, textLike, trimmed } from '../values/text';
import { report } from './rules';

/** How many of something: a whole number from 1, which may arrive as text. */
export const wholeNumber = z.preprocess(
	textLike,
	z
		.string()
		.superRefine((given, ctx) => {
			const count = Number(given);
			if (isBlank(given)) report(ctx, { rule: 'missing', hint: 'Enter a whole number from 1.' });
			else if (!Number.isSafeInteger(count) || count < 1) report(ctx, { rule: 'notWhole', given });
		})
		.transform(Number),
);

/** A price in major units to compare with, from 0; blank means none. */
export const optionalPrice = z.preprocess(
	textLike,
	z
		.string()
		.superRefine((given, ctx) => {
			const isPrice = /^\d{1,12}(\.\d+)?$/.test(trimmed(given));
			if (!isPrice && !isBlank(given)) report(ctx, { rule: 'notAPrice', given });
		})
		.transform((given) => (isBlank(given) ? undefined : Number(trimmed(given)))),
);
