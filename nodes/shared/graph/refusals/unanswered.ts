/** Codes of a connection that was never made, or of a request that could not be written. */
const NEVER_CONNECTED = [
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ERR_INVALID_URL',
	'ERR_BAD_REQUEST',
	'ERR_UNSUPPORTED_PROTOCOL',
];

/** Whether nothing can have been sent. Anything else may have reached Meta. */
export const isNeverConnected = (code: string): boolean => NEVER_CONNECTED.includes(code);
