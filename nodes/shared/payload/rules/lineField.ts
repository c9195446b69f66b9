import type { z } from 'zod/v4';

import { textLike } from '../values/text';
import { onOneLine, type Line, type LineBreaks } from './oneLine';
import { anything, report } from './rules';

/**
 * A field whose text goes out in one line.
 *
 * @param lineBreaks `fail` reports a text of several lines
 * @param check reports what is wrong with the line
 */
export const lineField = (
	lineBreaks: LineBreaks,
	check: (text: string, ctx: z.RefinementCtx) => void,
) =>
	anything.transform((given, ctx): Line => {
		const value = textLike(given);
		if (typeof value !== 'string') {
			report(ctx, { rule: 'notText', given: value });
			return { text: '', isFolded: false };
		}
		const line = onOneLine(value);
		if (line.isFolded && lineBreaks === 'fail') report(ctx, { rule: 'notOneLine' });
		check(line.text, ctx);
		return line;
	});
