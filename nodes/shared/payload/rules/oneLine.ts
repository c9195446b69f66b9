/** What to do with a text of several lines in a place that takes one: write it in one line, or send nothing. */
export type LineBreaks = 'fold' | 'fail';

/** A text as it goes into a place that takes one line. */
export interface Line {
	text: string;
	/** Whether it was given in another way. */
	isFolded: boolean;
}

/** Characters that end a line, and the tab. */
const BREAK = /[\t\n\v\f\r\u0085\u2028\u2029]/;

/** Blanks in a row that Meta takes in a template variable. Facts 17.6. */
const MOST_BLANKS = 4;

/**
 * The text without line breaks, tabs and long gaps, each of which becomes one blank: Meta refuses them in the
 * variables of a template and in the header of a list (facts 17.6, 17.7).
 */
export function onOneLine(given: string): Line {
	const folded = given.replace(/[\s\u0085]+/g, (gap) =>
		gap.length > MOST_BLANKS || BREAK.test(gap) ? ' ' : gap,
	);
	return folded === given
		? { text: given, isFolded: false }
		: { text: folded.trim(), isFolded: true };
}
