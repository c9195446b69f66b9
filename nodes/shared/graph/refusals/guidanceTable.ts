import type { Failure } from 'n8n-workflow';

import type { CodeName } from './codes';

/** What a refusal means for the builder. */
export interface Guidance {
	/** What happened, as a sentence without its full stop. */
	what: string;
	/** What to do about it. */
	todo: string;
	/** Why, in n8n's terms; undefined where the cause is the message itself. */
	failure?: Failure;
}

const credential: Failure = { cause: 'credential-invalid' };
const configuration: Failure = { cause: 'configuration-invalid' };
const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** The same request can succeed after so many seconds. */
const after = (seconds: number, cause: 'rate-limited' | 'temporarily-unavailable'): Failure => ({
	cause,
	retryAfterMs: seconds * 1_000,
});

export const UNKNOWN: Guidance = {
	what: 'Meta refused the request',
	todo: "Look up the code in Meta's list of codes.",
};

const UNKNOWN_OBJECT: Guidance = {
	what: 'Meta does not know this object or field for this token',
	todo: 'Check the phone number ID, catalog ID and business account ID, that they belong to the credential, and that the token has the right to them: for products it needs catalog_management and the catalog assigned to the system user.',
	failure: configuration,
};

const SERVICE_DOWN: Guidance = {
	what: "Meta's service is not available at the moment",
	todo: "Try again in a few minutes. If it stays like that, look at Meta's status page.",
	failure: after(MINUTE, 'temporarily-unavailable'),
};

const NUMBER_BUSY: Guidance = {
	what: 'Meta is working on the sending number',
	todo: 'This takes a few minutes, for instance when the number gets a higher throughput. Then try again.',
	failure: after(5 * MINUTE, 'temporarily-unavailable'),
};

/** The words for each meaning of Meta's codes. Waits: Facts 3 and 4. */
export const GUIDANCE: Record<CodeName, Guidance> = {
	tokenRefused: {
		what: 'Meta does not accept the access token',
		todo: 'It is mistyped, revoked or expired. Paste a current system user token into the credential.',
		failure: credential,
	},
	permissionMissing: {
		what: 'The access token lacks a permission',
		todo: 'Grant whatsapp_business_messaging (sending), whatsapp_business_management (numbers, subscriptions) or catalog_management (products), and assign the WhatsApp account and the catalog to the system user.',
		failure: credential,
	},
	objectUnknown: UNKNOWN_OBJECT,
	parameterInvalid: UNKNOWN_OBJECT,
	appUnknown: UNKNOWN,
	valueMissing: {
		what: 'A required value is missing in the message',
		todo: 'Fill in what the details name.',
		failure: configuration,
	},
	valueRefused: {
		what: 'Meta refused a value of the message',
		todo: "Read what Meta said: the products may not be in the catalog (use their SKU, not Meta's product ID), the catalog may not be connected to the business account or hidden in the commerce settings, or a text does not fit.",
		failure: configuration,
	},
	malformed: {
		what: 'Meta finds the message malformed and does not say where',
		todo: 'Look at the whole message; with templates, compare its buttons and values with the template in WhatsApp Manager.',
		failure: configuration,
	},
	kindUnsupported: {
		what: 'Meta does not support this kind of message',
		todo: 'Send another kind. In a message that came in, the content is of a kind that the API does not carry.',
	},
	contentWithheld: {
		what: 'Meta does not hand over the content of this message',
		todo: 'It came in on a number that is shared with the WhatsApp Business app. Look at it in the app, or ask the customer to send it again.',
	},
	recipientIsSender: {
		what: 'The recipient is the sending number itself',
		todo: 'Choose another recipient.',
	},
	undeliverable: {
		what: 'The message cannot be delivered to this recipient',
		todo: 'The person may not use WhatsApp, may have an outdated app, or may not have accepted the terms; Meta does not say which. Reach them in another way, and ask them to update WhatsApp and to write first.',
	},
	recipientBlockedUs: {
		what: 'The recipient has blocked the business',
		todo: 'Send nothing more to this person.',
	},
	recipientNotOnTestList: {
		what: 'The recipient is not on the list of the test number',
		todo: 'A test number sends to 5 recipients at most, by their phone numbers. Add this one in the Meta app dashboard under WhatsApp > API Setup.',
		failure: configuration,
	},
	marketingUnwanted: {
		what: 'The recipient does not want marketing messages from this business',
		todo: 'Send no marketing to this person any more.',
	},
	userIdUnsupported: {
		what: 'This kind of message cannot go to a business-scoped user ID',
		todo: 'Use the phone number of the recipient.',
	},
	identityChanged: {
		what: 'The identity of the recipient has changed',
		todo: 'Somebody else may have the number now. Confirm who it is before you send again.',
	},
	windowClosed: {
		what: 'The 24-hour window of this chat is closed',
		todo: 'Product messages go only into a chat in which the customer wrote within 24 hours. Send an approved template instead.',
	},
	marketingExperiment: {
		what: 'Meta holds marketing back from this recipient for an experiment',
		todo: 'Do not repeat it: it would be held back again. Wait until the customer writes.',
	},
	marketingCapped: {
		what: 'Meta did not deliver the message, to keep the number of marketing messages low',
		todo: 'Wait at least 24 hours before you send marketing to this person again, and longer each time.',
		failure: after(24 * HOUR, 'rate-limited'),
	},
	numberRate: {
		what: 'Meta limits the rate of messages',
		todo: 'A number may send 80 messages a second, 20 when it is shared with the WhatsApp Business app. Send more slowly, and look whether something else sends from this number.',
		failure: after(1, 'rate-limited'),
	},
	pairRate: {
		what: 'Too many messages to this recipient in a short time',
		todo: 'One recipient may have one message every 6 seconds. Put several products into one message.',
		failure: after(6, 'rate-limited'),
	},
	appRate: {
		what: 'Meta limits the calls of this app or business account',
		todo: 'Wait before you go on, and call less often: other workflows and tools that use the same app count too.',
		failure: after(MINUTE, 'rate-limited'),
	},
	spamRate: {
		what: 'Meta limits this number because people blocked or reported it',
		todo: 'Look at the quality rating in WhatsApp Manager, and send only what people asked for until it has recovered.',
		failure: { cause: 'rate-limited' },
	},
	serviceDown: SERVICE_DOWN,
	deregistrationIncomplete: SERVICE_DOWN,
	numberUpgraded: NUMBER_BUSY,
	numberMaintained: NUMBER_BUSY,
	accountRestricted: {
		what: 'Meta has restricted the account',
		todo: 'Open Business Support Home at Meta: it names the reason and how to have it reviewed.',
		failure: configuration,
	},
	countryRestricted: {
		what: 'The business may not send to this country',
		todo: "Meta's policy excludes it for this kind of business. Leave out recipients of this country.",
	},
	displayNameUnapproved: {
		what: 'The display name of the sending number is not approved',
		todo: 'Have the display name approved in WhatsApp Manager.',
		failure: configuration,
	},
	paymentMissing: {
		what: 'The account has no valid payment method',
		todo: 'Add or mend the payment method under Billing in Meta Business Suite.',
		failure: configuration,
	},
	numberUnregistered: {
		what: 'The sending number is not registered',
		todo: 'A verified number must still be registered for the Cloud API: register it in WhatsApp Manager or with a POST to /{phone number ID}/register.',
		failure: configuration,
	},
	pinRefused: {
		what: 'Meta did not accept the PIN of the number or wants it verified',
		todo: 'Verify the number and use its two-step verification PIN; after too many tries, wait as long as Meta says.',
		failure: configuration,
	},
	registrationPaused: {
		what: 'Meta wants a pause before the number is registered',
		todo: 'Wait 5 minutes, then register the number again.',
		failure: after(5 * MINUTE, 'temporarily-unavailable'),
	},
	registrationRate: {
		what: 'The number was registered too often',
		todo: 'Wait 72 hours, then register it again.',
		failure: after(72 * HOUR, 'rate-limited'),
	},
	mediaUnloadable: {
		what: 'Meta could not load a picture or file of the message',
		todo: 'Check that the address answers without a login and that the file is of a kind that WhatsApp takes.',
	},
	marketingApiRefused: {
		what: 'Meta does not take marketing in this way for this account',
		todo: "Look up the code in Meta's documentation of the Marketing Messages API, and choose in WhatsApp Manager how marketing templates are sent.",
		failure: configuration,
	},
	templateValueCount: {
		what: 'The template has another number of values',
		todo: 'Give as many values as the template has placeholders.',
		failure: configuration,
	},
	templateUnknown: {
		what: 'The template does not exist in this language or is not approved',
		todo: 'Check name and language code in WhatsApp Manager. A template that was just approved may need a few minutes.',
		failure: configuration,
	},
	templateTooLong: {
		what: 'The text of the template becomes too long with its values',
		todo: 'Shorten the values.',
	},
	templateValues: {
		what: 'The values do not fit the template',
		todo: 'Compare each value with the template in WhatsApp Manager, and read what Meta said.',
		failure: configuration,
	},
	templatePaused: {
		what: 'Meta has paused or disabled the template because of its quality',
		todo: 'Edit the template or use another one.',
		failure: configuration,
	},
	flowBlocked: {
		what: 'The flow of the message is blocked',
		todo: 'Mend the flow in WhatsApp Manager.',
		failure: configuration,
	},
	flowRate: {
		what: 'Meta limits how often the flow is sent',
		todo: 'Wait an hour, and look at the health of the flow in WhatsApp Manager.',
		failure: after(HOUR, 'rate-limited'),
	},
	paymentTerms: {
		what: "Meta's terms for payments are not accepted",
		todo: 'Accept them in WhatsApp Manager.',
		failure: configuration,
	},
	callbackUnverified: {
		what: 'Meta could not verify the callback URL',
		todo: 'The URL must be reachable from the internet over https with a valid certificate. Check the WEBHOOK_URL of n8n.',
		failure: configuration,
	},
};
