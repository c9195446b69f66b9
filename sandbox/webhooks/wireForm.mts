/**
 * The bytes Meta sends and signs (facts 5.2): non-ASCII as lower-case \u escapes, `/` as `\/`. `@` is escaped too: facts 0 #12 names it
 * among the characters that parsing and stringifying does not restore. To a parser it is ordinary JSON.
 */
export function wireForm(payload: unknown): string {
	return JSON.stringify(payload).replace(/[/@\u0080-\uffff]/g, (character) =>
		character === '/' ? '\\/' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
