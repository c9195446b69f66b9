import type { Failure } from 'n8n-workflow';

/**
 * What has to come before the same request can succeed: a wait, somebody's change, or nothing that
 * would help. The column "Retry" of facts 3: Y, N with a remedy or W, N without one.
 */
export type Remedy = 'wait' | 'change' | 'none';

/** What a refusal means for the builder. */
export interface Guidance {
	/** What happened, as a sentence without its full stop. */
	what: string;
	/** What to do about it. */
	todo: string;
	/** Why, in n8n's terms; undefined where the cause is the message itself. */
	failure?: Failure;
	remedy: Remedy;
	/** Seconds to wait at least, where a wait helps. */
	waitSeconds?: number;
}

export type Entry = Guidance & { codes: Array<number | [from: number, to: number]> };

const credential: Failure = { cause: 'credential-invalid' };
const configuration: Failure = { cause: 'configuration-invalid' };
const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A wait of so many seconds helps. */
const after = (waitSeconds: number, cause: 'rate-limited' | 'temporarily-unavailable') => ({
	remedy: 'wait' as const,
	waitSeconds,
	failure: { cause, retryAfterMs: waitSeconds * 1_000 },
});
const change = { remedy: 'change' as const };
const changeSetup = { remedy: 'change' as const, failure: configuration };
const none = { remedy: 'none' as const };

/** Meta's codes in families. Source of every code, its meaning and its wait: facts 3 and 4. */
export const ENTRIES: Entry[] = [
	{
		codes: [0, 190],
		what: 'Meta does not accept the access token',
		todo: 'It is mistyped, revoked or expired. Paste a current system user token into the credential.',
		remedy: 'change',
		failure: credential,
	},
	{
		codes: [3, 10, [200, 299], 131005],
		what: 'The access token lacks a permission',
		todo: 'Grant whatsapp_business_messaging (sending), whatsapp_business_management (numbers, subscriptions) or catalog_management (products), and assign the WhatsApp account and the catalog to the system user.',
		remedy: 'change',
		failure: credential,
	},
	{
		codes: [33, 100],
		what: 'Meta does not know this object or field for this token',
		todo: 'Check the phone number ID, catalog ID and business account ID, and that they belong to the credential.',
		...changeSetup,
	},
	{
		codes: [131008],
		what: 'A required value is missing in the message',
		todo: 'Fill in what the details name.',
		...changeSetup,
	},
	{
		codes: [131009],
		what: 'Meta refused a value of the message',
		todo: "Read what Meta said: the products may not be in the catalog (use their SKU, not Meta's product ID), the catalog may not be connected to the business account or hidden in the commerce settings, or a text does not fit.",
		...changeSetup,
	},
	{
		codes: [135000],
		what: 'Meta finds the message malformed and does not say where',
		todo: 'Look at the whole message; with templates, compare its buttons and values with the template in WhatsApp Manager.',
		...changeSetup,
	},
	{
		codes: [131051],
		what: 'Meta does not support this kind of message',
		todo: 'Send another kind. In a message that came in, the content is of a kind that the API does not carry.',
		...change,
	},
	{
		codes: [131060],
		what: 'Meta does not hand over the content of this message',
		todo: 'It came in on a number that is shared with the WhatsApp Business app. Look at it in the app, or ask the customer to send it again.',
		...none,
	},
	{
		codes: [131021],
		what: 'The recipient is the sending number itself',
		todo: 'Choose another recipient.',
		...change,
	},
	{
		codes: [131026],
		what: 'The message cannot be delivered to this recipient',
		todo: 'The person may not use WhatsApp, may have an outdated app, or may not have accepted the terms; Meta does not say which. Reach them in another way, and ask them to update WhatsApp and to write first.',
		...none,
	},
	{
		codes: [130403],
		what: 'The recipient has blocked the business',
		todo: 'Send nothing more to this person.',
		...none,
	},
	{
		codes: [131030],
		what: 'The recipient is not on the list of the test number',
		todo: 'A test number sends to 5 recipients at most. Add this one in the Meta app dashboard under WhatsApp > API Setup.',
		...changeSetup,
	},
	{
		codes: [131050],
		what: 'The recipient does not want marketing messages from this business',
		todo: 'Send no marketing to this person any more.',
		...none,
	},
	{
		codes: [131062],
		what: 'This kind of message cannot go to a business-scoped user ID',
		todo: 'Use the phone number of the recipient.',
		...change,
	},
	{
		codes: [137000],
		what: 'The identity of the recipient has changed',
		todo: 'Somebody else may have the number now. Confirm who it is before you send again.',
		...change,
	},
	{
		codes: [131047],
		what: 'The 24-hour window of this chat is closed',
		todo: 'Product messages go only into a chat in which the customer wrote within 24 hours. Send an approved template instead.',
		...change,
	},
	{
		codes: [130472],
		what: 'Meta holds marketing back from this recipient for an experiment',
		todo: 'Do not repeat it: it would be held back again. Wait until the customer writes.',
		...none,
	},
	{
		codes: [131049],
		what: 'Meta did not deliver the message, to keep the number of marketing messages low',
		todo: 'Wait at least 24 hours before you send marketing to this person again, and longer each time.',
		...after(24 * HOUR, 'rate-limited'),
	},
	{
		codes: [130429],
		what: 'Meta limits the rate of messages',
		todo: 'A number may send 80 messages a second, 20 when it is shared with the WhatsApp Business app. Send more slowly, and look whether something else sends from this number.',
		...after(1, 'rate-limited'),
	},
	{
		codes: [131056],
		what: 'Too many messages to this recipient in a short time',
		todo: 'One recipient may have one message every 6 seconds. Put several products into one message.',
		...after(6, 'rate-limited'),
	},
	{
		codes: [4, 80007, 80008],
		what: 'Meta limits the calls of this app or business account',
		todo: 'Wait before you go on, and call less often: other workflows and tools that use the same app count too.',
		...after(MINUTE, 'rate-limited'),
	},
	{
		codes: [131048],
		what: 'Meta limits this number because people blocked or reported it',
		todo: 'Look at the quality rating in WhatsApp Manager, and send only what people asked for until it has recovered.',
		remedy: 'change',
		failure: { cause: 'rate-limited' },
	},
	{
		codes: [1, 2, 131000, 131016, 133000, 133004],
		what: "Meta's service is not available at the moment",
		todo: "Try again in a few minutes. If it stays like that, look at Meta's status page.",
		...after(MINUTE, 'temporarily-unavailable'),
	},
	{
		codes: [131057, 2494100],
		what: 'Meta is working on the sending number',
		todo: 'This takes a few minutes, for instance when the number gets a higher throughput. Then try again.',
		...after(5 * MINUTE, 'temporarily-unavailable'),
	},
	{
		codes: [368, 131031],
		what: 'Meta has restricted the account',
		todo: 'Open Business Support Home at Meta: it names the reason and how to have it reviewed.',
		...changeSetup,
	},
	{
		codes: [130497],
		what: 'The business may not send to this country',
		todo: "Meta's policy excludes it for this kind of business. Leave out recipients of this country.",
		...none,
	},
	{
		codes: [131037],
		what: 'The display name of the sending number is not approved',
		todo: 'Have the display name approved in WhatsApp Manager.',
		...changeSetup,
	},
	{
		codes: [131042],
		what: 'The account has no valid payment method',
		todo: 'Add or mend the payment method under Billing in Meta Business Suite.',
		...changeSetup,
	},
	{
		codes: [131045, 133010],
		what: 'The sending number is not registered',
		todo: 'A verified number must still be registered for the Cloud API: register it in WhatsApp Manager or with a POST to /{phone number ID}/register.',
		...changeSetup,
	},
	{
		codes: [133005, 133006, 133008],
		what: 'Meta did not accept the PIN of the number or wants it verified',
		todo: 'Verify the number and use its two-step verification PIN; after too many tries, wait as long as Meta says.',
		...changeSetup,
	},
	{
		codes: [133009, 133015],
		what: 'Meta wants a pause before the number is registered',
		todo: 'Wait 5 minutes, then register the number again.',
		...after(5 * MINUTE, 'temporarily-unavailable'),
	},
	{
		codes: [133016],
		what: 'The number was registered too often',
		todo: 'Wait 72 hours, then register it again.',
		...after(72 * HOUR, 'rate-limited'),
	},
	{
		codes: [131052, 131053],
		what: 'Meta could not load a picture or file of the message',
		todo: 'Check that the address answers without a login and that the file is of a kind that WhatsApp takes.',
		...change,
	},
	{
		codes: [131055, 131063, 131064, [134100, 134102]],
		what: 'Meta does not take marketing in this way for this account',
		todo: "Look up the code in Meta's documentation of the Marketing Messages API, and choose in WhatsApp Manager how marketing templates are sent.",
		...changeSetup,
	},
	{
		codes: [132000],
		what: 'The template has another number of values',
		todo: 'Give as many values as the template has placeholders.',
		...changeSetup,
	},
	{
		codes: [132001],
		what: 'The template does not exist in this language or is not approved',
		todo: 'Check name and language code in WhatsApp Manager. A template that was just approved may need a few minutes.',
		...changeSetup,
	},
	{
		codes: [132005],
		what: 'The text of the template becomes too long with its values',
		todo: 'Shorten the values.',
		...change,
	},
	{
		codes: [132007, 132008, 132012, 132018],
		what: 'The values do not fit the template',
		todo: 'Compare each value with the template in WhatsApp Manager, and read what Meta said.',
		...changeSetup,
	},
	{
		codes: [132015, 132016],
		what: 'Meta has paused or disabled the template because of its quality',
		todo: 'Edit the template or use another one.',
		...changeSetup,
	},
	{
		codes: [132068],
		what: 'The flow of the message is blocked',
		todo: 'Mend the flow in WhatsApp Manager.',
		...changeSetup,
	},
	{
		codes: [132069],
		what: 'Meta limits how often the flow is sent',
		todo: 'Wait an hour, and look at the health of the flow in WhatsApp Manager.',
		...after(HOUR, 'rate-limited'),
	},
	{
		codes: [134011],
		what: "Meta's terms for payments are not accepted",
		todo: 'Accept them in WhatsApp Manager.',
		...changeSetup,
	},
	{
		codes: [2200],
		what: 'Meta could not verify the callback URL',
		todo: 'The URL must be reachable from the internet over https with a valid certificate. Check the WEBHOOK_URL of n8n.',
		...changeSetup,
	},
];
