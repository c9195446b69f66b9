/** Starts at the clock, so that a sandbox that kept its log goes on counting above what it has. */
let last = Date.now() * 1_000;

export function newLogId(): string {
	last += 1;
	return String(last);
}
