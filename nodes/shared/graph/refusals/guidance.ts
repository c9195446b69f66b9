import type { Refusal } from '../answer';
import { causeOf } from './causes';
import { meaningOf } from './codes';
import { GUIDANCE, UNKNOWN, type Guidance } from './guidanceTable';
import { isNeverConnected } from './unanswered';

export type { Guidance } from './guidanceTable';

const setup = { failure: { cause: 'configuration-invalid' } } as const;

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
	return causeOf(refusal) ?? GUIDANCE[name];
}
