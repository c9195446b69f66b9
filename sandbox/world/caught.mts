interface Fault {
	name?: string;
	message?: string;
	code?: string;
	cause?: unknown;
}

/** Reads a caught value without instanceof: an Error can come from another realm, for example under a test runner. */
export function readFault(caught: unknown): Fault {
	return typeof caught === 'object' && caught !== null ? caught : {};
}
