/**
 * Meta's error codes that the sandbox answers with: title and HTTP status (facts 3; the status column there is from an older
 * table of Meta's, facts 9.6). Entries marked "Graph" are general Graph API knowledge that the fact sheet does not hold.
 */
export const CODES = {
	1: { title: 'An unknown error occurred', status: 500 }, // facts 3; 500 as in facts 17.3, and for faults of the sandbox itself
	2: { title: 'Service temporarily unavailable', status: 503 }, // facts 3
	10: { title: 'Application does not have permission for this action', status: 403 }, // facts 3
	15: { title: 'This method must be called with an app access_token.', status: 400 }, // Graph
	100: { title: 'Invalid parameter', status: 400 }, // facts 3
	104: { title: 'An access token is required to request this resource.', status: 401 }, // Graph
	190: { title: 'Invalid OAuth access token - Cannot parse access token', status: 401 }, // facts 3
	200: { title: 'Permissions error', status: 403 }, // facts 3, 6.1
	2200: { title: 'Callback verification failed', status: 400 }, // Graph
	2500: { title: 'Unknown path components', status: 400 }, // Graph
	130429: { title: 'Rate limit hit', status: 429 }, // facts 3: 400 in the old table, 429 is what clients see
	131000: { title: 'Something went wrong', status: 500 }, // facts 3
	131008: { title: 'Required parameter is missing', status: 400 }, // facts 3
	131009: { title: 'Parameter value is not valid', status: 400 }, // facts 3
	131016: { title: 'Service unavailable', status: 500 }, // facts 3
	131021: { title: 'Recipient cannot be the sender', status: 400 }, // facts 3
	131030: { title: 'Recipient phone number not in allowed list', status: 400 }, // facts 3
	131047: { title: 'Re-engagement message', status: 400 }, // facts 3
	131051: { title: 'Unsupported message type', status: 400 }, // facts 3
	131056: { title: '(Business Account, Consumer Account) pair rate limit hit', status: 400 }, // facts 3
	131062: { title: 'Business-scoped user id is not supported', status: 400 }, // facts 1.10, 3; the title is the sandbox's own
	132000: {
		title: 'Number of parameters does not match the expected number of params',
		status: 400,
	}, // facts 3
	132001: { title: 'Template name does not exist in the translation', status: 404 }, // facts 3
	132005: { title: 'Translated text too long', status: 400 }, // facts 3
	132012: { title: 'Parameter format does not match format in the created template', status: 400 }, // facts 3
	132015: { title: 'Template is paused', status: 400 }, // facts 3
	132016: { title: 'Template is disabled', status: 400 }, // facts 3
	132018: { title: 'Template parameters are not valid', status: 400 }, // facts 3; the title is the sandbox's own
	133010: { title: 'Phone number not registered', status: 400 }, // facts 3
} as const;

export type Code = keyof typeof CODES;
