import type { Refusal } from '../answer';
import { meaningOf, type CodeName } from './codes';
import type { Guidance } from './guidanceTable';

/** One of several faults that share a code. */
export interface Cause extends Guidance {
	/** Meanings of the codes that it comes with. */
	names: CodeName[];
	/** What Meta says of it. */
	words: RegExp;
	/** What it may really be about: the catalog tells more. */
	about?: 'products';
	/** Whether the token may lack a right, although the code does not say so. */
	mayBeDenied?: true;
}

const setup = { failure: { cause: 'configuration-invalid' } } as const;

/**
 * Codes with more than one cause, told apart by Meta's words; the first that fits counts. The words come in
 * English, but for those that follow the account's language (facts 17.14): what does not fit keeps the meaning of
 * its code. Facts 0.3, 0.5, 1.4, 2.6, 6.4, 7, 17.2, 17.6, 17.7, 17.11.
 */
const CAUSES: Cause[] = [
	{
		names: ['valueRefused'],
		words: /product not found for product_retailer_id|none of the products provided/i,
		about: 'products',
		what: 'WhatsApp does not show the product or products of this message at the moment',
		todo: "Meta's review for WhatsApp is not through with them: it takes up to a day for a new product, and some hours after a change, for instance of the price. Catalog > Check Products says which; send them again later. A product that the catalog does not have looks the same: use its SKU and not Meta's product ID.",
		...setup,
	},
	{
		names: ['valueRefused'],
		words: /products? not found/i,
		about: 'products',
		what: 'None of the products is in the catalog',
		todo: "Use the SKU (content ID) of each product and not Meta's product ID, and check that the catalog is the one connected to the business account.",
		...setup,
	},
	{
		names: ['valueRefused'],
		words: /thumbnail|action\W*parameters/i,
		about: 'products',
		what: 'The catalog message has no product for its picture',
		todo: 'Choose a thumbnail product that is in the catalog.',
		...setup,
	},
	{
		names: ['valueRefused', 'parameterInvalid'],
		words: /invalid catalog[_ ]?id/i,
		what: 'The catalog is not connected to the business account',
		todo: 'Choose the connected one, which Setup > Diagnose Setup names, or connect this one in WhatsApp Manager under Account tools > Catalog.',
		...setup,
	},
	{
		names: ['valueRefused'],
		words: /catalog.*(link|connect|enabl|visib|hidden|commerce settings)|commerce settings/i,
		what: 'The catalog is not connected to the business account or is hidden',
		todo: 'Connect the catalog to the business account in WhatsApp Manager, and make it visible in the commerce settings of the sending number. On a new number it is hidden.',
		...setup,
	},
	{
		names: ['valueRefused', 'kindUnsupported', 'parameterInvalid'],
		words: /unsupported interactive message type/i,
		what: 'Meta does not take this kind of message from this business',
		todo: 'Send another kind. Messages that ask for a payment work for businesses in India, Brazil and Singapore only.',
		...setup,
	},
	{
		names: ['valueRefused', 'templateValues', 'parameterInvalid'],
		words: /new-?line|tab characters|consecutive spaces/i,
		what: 'A value of the template holds a line break, a tab or more than four blanks in a row',
		todo: 'Write it in one line.',
		...setup,
	},
	{
		names: ['valueRefused'],
		words: /header.*(format|markdown|character|line)|(format|markdown|character|line).*header/i,
		what: 'Meta does not take the text of the header',
		todo: 'Write it in one line, without the characters *, _ and ~.',
		...setup,
	},
	{
		names: ['parameterInvalid'],
		words: /appsecret_proof/i,
		what: 'Meta does not accept the app secret of the credential',
		todo: 'App Secret must be the one of the app that the access token was made for. Correct it; for sending alone it may also be left empty, unless the app requires it.',
		failure: { cause: 'credential-invalid' },
	},
	{
		// As several projects report it (chatwoot issue 12488): the code is that of a wrong id.
		names: ['parameterInvalid'],
		words: /must be subscribed to receive messages/i,
		what: 'The Meta app does not receive messages yet, and without that Meta takes no callback URL for a number or an account',
		todo: 'Use Registration "App", or enter any callback URL under WhatsApp > Configuration in the Meta app dashboard and subscribe it to the field "messages" first.',
		...setup,
	},
	{
		names: ['parameterInvalid', 'objectUnknown'],
		words: /missing permissions? or reviewable feature/i,
		mayBeDenied: true,
		what: 'What was asked for does not exist, or the access token has no right to it',
		todo: 'Check the ID. If it is right, grant catalog_management (products) or whatsapp_business_management (numbers, templates), and assign the catalog and the WhatsApp account to the system user.',
		...setup,
	},
];

/** What Meta's words say beyond its code; undefined where they say nothing that is known. */
export function causeOf(refusal: Refusal): Cause | undefined {
	const name = meaningOf(refusal)?.name;
	if (refusal.kind !== 'refused' || name === undefined) return undefined;
	const words = `${refusal.message} ${refusal.details ?? ''}`;
	return CAUSES.find((one) => one.names.includes(name) && one.words.test(words));
}
