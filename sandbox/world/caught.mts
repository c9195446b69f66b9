interface Fault {
	name?: string;
	message?: string;
	code?: string;
	cause?: unknown;
}

/** Reads what was caught without asking for its class: an Error can come from another realm, as it does under a test runner. */
export function readFault(caught: unknown): Fault {
	return typeof caught === 'object' && caught !== null ? caught : {};
}
