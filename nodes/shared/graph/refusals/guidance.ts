import type { Refusal } from '../answer';
import { meaningOf, type CodeName } from './codes';
import { GUIDANCE, UNKNOWN, type Guidance } from './guidanceTable';
import { isNeverConnected } from './unanswered';

export type { Guidance } from './guidanceTable';

const setup = { failure: { cause: 'configuration-invalid' } } as const;

/** Codes with more than one cause, told apart by Meta's words. Facts 0.3, 0.5, 1.4, 2.6, 6.4, 7. */
const CAUSES: Array<Guidance & { name: CodeName; words: RegExp }> = [
	{
		name: 'valueRefused',
		words: /products? not found/i,
		what: 'None of the products is in the catalog',
		todo: "Use the SKU (content ID) of each product and not Meta's product ID, and check that the catalog is the one connected to the business account.",
		...setup,
	},
	{
		name: 'valueRefused',
		words: /thumbnail|action\W*parameters/i,
		what: 'The catalog message has no product for its picture',
		todo: 'Choose a thumbnail product that is in the catalog.',
		...setup,
	},
	{
		name: 'valueRefused',
		words: /catalog.*(link|connect|enabl|visib|hidden|commerce settings)|commerce settings/i,
		what: 'The catalog is not connected to the business account or is hidden',
		todo: 'Connect the catalog to the business account in WhatsApp Manager, and make it visible in the commerce settings of the sending number. On a new number it is hidden.',
		...setup,
	},
	{
		name: 'parameterInvalid',
		words: /appsecret_proof/i,
		what: 'Meta does not accept the app secret of the credential',
		todo: 'App Secret must be the one of the app that the access token was made for. Correct it; for sending alone it may also be left empty, unless the app requires it.',
		failure: { cause: 'credential-invalid' },
	},
	{
		// As several projects report it (chatwoot issue 12488): the code is that of a wrong id.
		name: 'parameterInvalid',
		words: /must be subscribed to receive messages/i,
		what: 'The Meta app does not receive messages yet, and without that Meta takes no callback URL for a number or an account',
		todo: 'Use Registration "App", or enter any callback URL under WhatsApp > Configuration in the Meta app dashboard and subscribe it to the field "messages" first.',
		...setup,
	},
];

const NOT_GRAPH: Guidance = {
	what: 'The answer is not one of the Graph API',
	todo: 'Check Base URL and API Version of the credential.',
	...setup,
};

const redirected = (host: string): Guidance => ({
	what: `${host} answered with a redirect, which is not followed`,
	todo: 'The access token and the message stay with the host in Base URL. Enter there the address that answers itself, with https:// where it has it; for Meta it is https://graph.facebook.com.',
	...setup,
});

const NOT_REACHED: Guidance = {
	what: 'The host of the Graph API cannot be reached',
	todo: 'Check the network of n8n and the Base URL of the credential. Nothing was sent.',
	failure: { cause: 'temporarily-unavailable' },
};

const NOT_ANSWERED: Guidance = {
	what: 'No answer came from the Graph API',
	todo: 'The request may have reached Meta all the same: check whether it took effect before you repeat it.',
	failure: { cause: 'temporarily-unavailable' },
};

/**
 * What a refusal means and what to do. Only Meta's code and words count, never the HTTP status
 * (facts 3).
 */
export function guidanceFor(refusal: Refusal): Guidance {
	if (refusal.kind === 'unanswered') {
		return isNeverConnected(refusal.code) ? NOT_REACHED : NOT_ANSWERED;
	}
	const { code, redirectedBy } = refusal;
	if (redirectedBy !== undefined) return redirected(redirectedBy);
	if (code === null) return NOT_GRAPH;
	const name = meaningOf(refusal)?.name;
	if (name === undefined) return UNKNOWN;
	const words = `${refusal.message} ${refusal.details ?? ''}`;
	return CAUSES.find((one) => one.name === name && one.words.test(words)) ?? GUIDANCE[name];
}
