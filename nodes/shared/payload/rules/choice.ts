import { z } from 'zod/v4';

import { isBlank, textLike, trimmed } from '../values/text';
import { type Choice, report } from './rules';
import { schemaPerKey } from './schemaCache';

/**
 * One of the values that a field offers. An expression can yield any other value, which is refused
 * instead of being read as the default. Blank means that none was chosen.
 */
export const choice = schemaPerKey((choices: Choice[]) =>
	z.preprocess(
		textLike,
		z
			.string()
			.superRefine((given, ctx) => {
				const isKnown = choices.some(({ value }) => value === trimmed(given));
				if (!isKnown && !isBlank(given)) report(ctx, { rule: 'notAChoice', given, choices });
			})
			.transform((given) => (isBlank(given) ? undefined : trimmed(given))),
	),
);
