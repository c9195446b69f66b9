/**
 * The bytes Meta sends and signs (facts 5.2): non-ASCII as lower-case \u escapes, `/` as `\/`. `@` is escaped too: facts 0 #12 names it
 * among the characters on which a parse-and-stringify goes wrong. All of it is ordinary JSON to a parser.
 */
export function wireForm(payload: unknown): string {
	return JSON.stringify(payload).replace(/[/@\u0080-\uffff]/g, (character) =>
		character === '/' ? '\\/' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
