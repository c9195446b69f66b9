import { LIMITS } from '../limits';
import { isBlank } from '../values/text';
import { lineField } from './lineField';
import type { LineBreaks } from './oneLine';
import { checkLength, report } from './rules';

/**
 * A text between two formatting characters, as WhatsApp reads them in a body: they stand at the edges of words.
 * "Size_M", "2*3" and "~5 kg" are none.
 */
const FORMATTED = /(?<![\p{L}\p{N}])([*_~])(?=\S)[^\n]*?\S\1(?![\p{L}\p{N}])/u;

/** UTF-16 units that are looked at: a longer header is refused for its length. */
const LOOKED_AT = LIMITS.bodyText;

/**
 * The header of an interactive message: one line, up to 60 characters, without formatting, which Meta refuses
 * there or shows raw (facts 1.3, 17.7). A single `*`, `_` or `~` passes: names hold them, and whether Meta minds
 * is not known.
 *
 * @param hint what to put there
 */
export const headerLine = (hint: string, lineBreaks: LineBreaks) =>
	lineField(lineBreaks, (text, ctx) => {
		if (isBlank(text)) {
			report(ctx, { rule: 'missing', hint });
			return;
		}
		const [formatted] = FORMATTED.exec(text.slice(0, LOOKED_AT)) ?? [];
		if (formatted !== undefined) report(ctx, { rule: 'formatted', formatted });
		checkLength(text, LIMITS.headerText, ctx);
	});
