/** Something the user can mend: its message is shown as it is, without a stack trace. */
export class StartFailure extends Error {}

/**
 * @param {unknown} error
 * @returns {string} what to show of it
 */
export function explanationOf(error) {
	if (error instanceof StartFailure) return error.message;
	return (error instanceof Error && error.stack) || String(error);
}
