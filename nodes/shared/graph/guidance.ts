import type { Failure } from 'n8n-workflow';

import type { Refusal } from './answer';

/** What a refusal means for the builder. */
export interface Guidance {
	/** What happened, as a sentence without its full stop. */
	what: string;
	/** What to do about it. */
	todo: string;
	/** Why, in n8n's terms; undefined where the cause is the message itself. */
	failure?: Failure;
}

type Family = Guidance & { codes: Array<number | [from: number, to: number]> };

/** Families of Meta's codes. Source of every code and of its meaning: facts 3. */
const FAMILIES: Family[] = [
	{
		codes: [0, 190],
		what: 'Meta does not accept the access token',
		todo: 'It is mistyped, revoked or expired. Paste a current system user token into the credential.',
		failure: { cause: 'credential-invalid' },
	},
	{
		codes: [3, 10, [200, 299], 131005],
		what: 'The access token lacks a permission',
		todo: 'Grant whatsapp_business_messaging (sending), whatsapp_business_management (numbers, subscriptions) or catalog_management (products), and assign the WhatsApp account and the catalog to the system user.',
		failure: { cause: 'credential-invalid' },
	},
	{
		codes: [33, 100],
		what: 'Meta does not know this object or field for this token',
		todo: 'Check the phone number ID, catalog ID and business account ID, and that they belong to the credential.',
		failure: { cause: 'configuration-invalid' },
	},
	{
		codes: [131008],
		what: 'A required value is missing in the message',
		todo: 'Fill in what the details name.',
		failure: { cause: 'configuration-invalid' },
	},
	{
		codes: [131009],
		what: 'Meta refused a value of the message',
		todo: "Read what Meta said: the products may not be in the catalog (use their SKU, not Meta's product ID), the catalog may not be connected to the business account or hidden in the commerce settings, or a text does not fit.",
		failure: { cause: 'configuration-invalid' },
	},
	{
		codes: [131021],
		what: 'The recipient is the sending number itself',
		todo: 'Choose another recipient.',
	},
	{
		codes: [130403, 131026, 131030, 131050, 131062],
		what: 'The message cannot be delivered to this recipient',
		todo: 'The person may not use WhatsApp, may have an outdated app, may have blocked or left the business, or is not on the allowed list of a test number. Ask them to write first.',
	},
	{
		codes: [131047],
		what: 'The 24-hour window of this chat is closed',
		todo: 'Product messages go only into a chat in which the customer wrote within 24 hours. Send an approved template instead.',
	},
	{
		codes: [4, 80007, 80008, 130429, 131048, 131056],
		what: 'Meta limits the rate of messages',
		todo: 'Wait and send more slowly: 80 messages a second for one number, one every 6 seconds to one recipient.',
		failure: { cause: 'rate-limited' },
	},
	{
		codes: [1, 2, 131000, 131016, 131057, 133004, 2494100],
		what: "Meta's service is not available at the moment",
		todo: 'Try again in a few minutes.',
		failure: { cause: 'temporarily-unavailable' },
	},
	{
		codes: [368, 130497, 131031, 131037, 131042, 131045, 133010],
		what: 'The sending number or its account may not send at the moment',
		todo: 'Open WhatsApp Manager: it names the reason, such as a payment method, the display name, the registration of the number or a restriction.',
		failure: { cause: 'configuration-invalid' },
	},
	{
		codes: [2200],
		what: 'Meta could not verify the callback URL',
		todo: 'The URL must be reachable from the internet over https with a valid certificate. Check the WEBHOOK_URL of n8n.',
		failure: { cause: 'configuration-invalid' },
	},
];

const UNKNOWN: Guidance = {
	what: 'Meta refused the request',
	todo: "Look up the code in Meta's list of error codes.",
};

/** 131009 has several causes; this one is told by its details. Facts 0.5, 2.6. */
const NO_PRODUCT_FOUND: Guidance = {
	what: 'None of the products is in the catalog',
	todo: "Use the SKU (content ID) of each product and not Meta's product ID, and check that the catalog is the one connected to the business account.",
	failure: { cause: 'configuration-invalid' },
};

/** Meta's words as several projects report them (chatwoot issue 12488): code 100, as for a wrong id. */
const NO_MESSAGES_YET: Guidance = {
	what: 'The Meta app does not receive messages yet, and without that Meta takes no callback URL for a number or an account',
	todo: 'Use Registration "App", or enter any callback URL under WhatsApp > Configuration in the Meta app dashboard and subscribe it to the field "messages" first.',
	failure: { cause: 'configuration-invalid' },
};

const NOT_GRAPH: Guidance = {
	what: 'The answer is not one of the Graph API',
	todo: 'Check Base URL and API Version of the credential.',
	failure: { cause: 'configuration-invalid' },
};

/** Codes of a connection that was never made: nothing can have been sent. */
const NOT_CONNECTED = [
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ERR_INVALID_URL',
	'ERR_BAD_REQUEST',
	'ERR_UNSUPPORTED_PROTOCOL',
];

/** What a refusal means and what to do. Only Meta's code counts, never the HTTP status (facts 3). */
export function guidanceFor(refusal: Refusal): Guidance {
	if (refusal.kind === 'unanswered') {
		return NOT_CONNECTED.includes(refusal.code)
			? {
					what: 'The host of the Graph API cannot be reached',
					todo: 'Check the network of n8n and the Base URL of the credential. Nothing was sent.',
					failure: { cause: 'temporarily-unavailable' },
				}
			: {
					what: 'No answer came from the Graph API',
					todo: 'The request may have reached Meta all the same: check whether it took effect before you repeat it.',
					failure: { cause: 'temporarily-unavailable' },
				};
	}
	const { code, details, message } = refusal;
	if (code === null) return NOT_GRAPH;
	if (code === 100 && /must be subscribed to receive messages/i.test(message))
		return NO_MESSAGES_YET;
	if (code === 131009 && /products? not found/i.test(details ?? '')) return NO_PRODUCT_FOUND;
	const isIn = (entry: number | [number, number]) =>
		typeof entry === 'number' ? entry === code : code >= entry[0] && code <= entry[1];
	return FAMILIES.find(({ codes }) => codes.some(isIn)) ?? UNKNOWN;
}
