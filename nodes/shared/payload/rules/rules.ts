// Why this does not look like zod: a field reads `anything` in one transform. An optional field with a problem would be
// missing when rules across fields are checked, and each further step costs time in every message. See CONTRIBUTING.md.
import { z } from 'zod/v4';

import type { PhoneRule } from '../phones/phoneRule';
import { codePointCount, isBlank, textLike } from '../values/text';

/** A schema that reads `T` out of anything. */
export type Schema<T> = z.ZodType<T>;

/**
 * What can be wrong with a message. The schemas only name the rule and the numbers;
 * problems.ts makes the sentence. A zod issue carries it in its `params`.
 */
export type BrokenRule =
	| { rule: 'missing'; hint: string }
	| { rule: 'tooLong'; actual: number; max: number }
	| { rule: 'notAnId'; given: string; example: string }
	| { rule: 'notAMessageId'; given: string }
	| { rule: 'controlCharacter'; what: 'SKU' | 'title' }
	| { rule: 'notOneLine' }
	| { rule: 'formatted'; formatted: string }
	| { rule: 'notText'; given: unknown }
	| { rule: 'notList'; given: unknown }
	| { rule: 'customerWithoutIdentity' }
	| PhoneRule
	| { rule: 'notACountry'; given: string }
	| { rule: 'userIdShape'; given: string }
	| { rule: 'noSections' }
	| { rule: 'tooManySections'; actual: number; max: number }
	| { rule: 'tooManyProducts'; actual: number; max: number }
	| { rule: 'tooFewCards'; actual: number; min: number; max: number }
	| { rule: 'tooManyCards'; actual: number; max: number }
	| { rule: 'sectionEmpty' }
	| { rule: 'sectionTitleMissing'; max: number }
	| { rule: 'skusTwice' }
	| { rule: 'variableMissing'; text: string }
	| { rule: 'mediaAddress'; given: string; kind: string }
	| { rule: 'unknownVariable'; name: string; known: string[] }
	| { rule: 'filledTooLong'; place: 'header' | 'body'; actual: number; max: number }
	| { rule: 'templateName'; given: string }
	| { rule: 'languageCode'; given: string }
	| { rule: 'headerVariables' }
	| { rule: 'footerVariables' }
	| { rule: 'variableNumbers'; names: string[] }
	| { rule: 'exampleCount'; actual: number; wanted: number }
	| { rule: 'noSkuColumn'; headings: string[] }
	| { rule: 'noSectionColumn'; unknown: string[] }
	| { rule: 'noHeadings'; columns: number }
	| { rule: 'skuListColumns'; row: number; actual: number }
	| { rule: 'notAChoice'; given: string; choices: Choice[] }
	| { rule: 'notWhole'; given: string }
	| { rule: 'notAPrice'; given: string }
	| { rule: 'notJson'; reason: string };

/** Reports a broken rule on the value being checked, or at `path` below it. */
export function report(
	ctx: z.RefinementCtx,
	broken: BrokenRule,
	path: Array<string | number> = [],
	fatal = false,
): void {
	// A rule that is not fatal must not stop the later ones, in any version of zod.
	const more = { fatal, continue: !fatal };
	ctx.addIssue({ code: 'custom', message: broken.rule, params: { broken }, path, ...more });
}

/** The broken rule that an issue reports; undefined for what zod itself found. */
export const brokenRuleIn = (issue: z.core.$ZodIssue): BrokenRule | undefined =>
	issue.code === 'custom' ? issue.params?.broken : undefined;

/**
 * Any value, or none: the transform after it reads it. Without `optional`, later versions of zod
 * refuse a missing key before that transform runs.
 */
export const anything = z.unknown().optional();

/**
 * A field that is a text or counts as one; anything else is reported and read as empty. A single zod
 * step instead of several in a row, because a run checks thousands of fields.
 *
 * @param check reports what is wrong with the text
 * @param clean changes the text before it is checked
 */
export const textField = (
	check: (text: string, ctx: z.RefinementCtx) => void,
	clean: (text: string) => string = (text) => text,
) =>
	anything.transform((given, ctx): string => {
		const value = textLike(given);
		if (typeof value !== 'string') {
			report(ctx, { rule: 'notText', given: value });
			return '';
		}
		const text = clean(value);
		check(text, ctx);
		return text;
	});

/** Reports a text that is longer than `max` code points. */
export function checkLength(text: string, max: number, ctx: z.RefinementCtx): void {
	// A text never has more code points than UTF-16 units, so most texts need no counting.
	if (text.length <= max) return;
	const actual = codePointCount(text);
	if (actual > max) report(ctx, { rule: 'tooLong', actual, max });
}

/** A text that may be left out. Blank counts as left out. */
export const optionalText = (max: number) => textField((text, ctx) => checkLength(text, max, ctx));

/** A text that Meta requires; `hint` says what to put there. */
export const requiredText = (max: number, hint: string) =>
	textField((text, ctx) => {
		if (isBlank(text)) report(ctx, { rule: 'missing', hint });
		else checkLength(text, max, ctx);
	});

/** A value that a field offers, and its name in the editor. */
export interface Choice {
	name: string;
	value: unknown;
}
