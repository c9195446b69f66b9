/** Starts at the clock, so that the ids after a restart are above those of the stored log. */
let last = Date.now() * 1_000;

export function newLogId(): string {
	last += 1;
	return String(last);
}
