import type { IWebhookFunctions } from 'n8n-workflow';

import type { RefusalReason } from './signature';

/** Why, for the log. Nothing of a request is in the log: neither its content nor what it was signed with. */
const REFUSALS: Record<RefusalReason, string> = {
	missing: 'it has no signature. Meta signs every delivery, so it came from somebody else',
	onlySha1:
		'it has only a sha1 signature. Meta signs with sha256 too, so look for what sits between',
	otherForm: 'its signature header is not of the form that Meta sends',
	noBytes: 'n8n did not keep its bytes, which the signature is about',
	noAppSecret: 'the credential has no App Secret. Fill it in, and Meta delivers again',
	notSigned:
		'its signature does not fit. If deliveries are missing, compare App Secret in the credential with the Meta app, and look for a proxy that changes bodies',
};

/** Says in n8n's log why a delivery got a 401: once for each reason, then with a count every few minutes. */
export function logRefusal(context: IWebhookFunctions, reason: RefusalReason): void {
	log(context, `refused ${reason}`, 1, 'warn', (times) =>
		times === 1
			? `A delivery was refused: ${REFUSALS[reason]}.`
			: `${times} more deliveries were refused for the same reason: ${REFUSALS[reason]}.`,
	);
}

/** @param total how many repeats of the node were left out so far, as far as is known */
export function logRepeats(context: IWebhookFunctions, repeats: number, total: number): void {
	log(
		context,
		'repeats',
		repeats,
		'info',
		(times) =>
			`Meta delivered ${times} more times what had been delivered before (${total} in all).`,
	);
}

/** @param entries of other business accounts, which are left out */
export function logForeignAccounts(context: IWebhookFunctions, entries: number): void {
	log(
		context,
		'foreign account',
		entries,
		'info',
		(times) =>
			`${times} times something for another business account than the credential's was left out.`,
	);
}

function log(
	context: IWebhookFunctions,
	kind: string,
	times: number,
	level: 'info' | 'warn',
	sentence: (times: number) => string,
): void {
	if (times === 0) return;
	const { id, name } = context.getNode();
	const workflowId = context.getWorkflow().id;
	notice(`${workflowId}/${id}/${kind}`, times, (sum) =>
		context.logger[level](`${name}: ${sentence(sum)}`, { workflowId, nodeName: name }),
	);
}

/** Milliseconds between two lines about the same thing, so that nobody can fill the log. */
const PAUSE_MS = 5 * 60_000;

interface Notice {
	toldAt: number;
	/** How often it happened since it was told. */
	untold: number;
}

const notices = new Map<string, Notice>();

/**
 * Tells at once when something happens for the first time, then at most every five minutes.
 *
 * @param about the node and the kind of thing; there are only a few kinds for each node
 * @param times how often it happened now
 * @param tell gets how often it happened since it was told last
 */
function notice(about: string, times: number, tell: (times: number) => void): void {
	const last = notices.get(about);
	const untold = (last?.untold ?? 0) + times;
	if (last && Date.now() - last.toldAt < PAUSE_MS) {
		last.untold = untold;
		return;
	}
	notices.set(about, { toldAt: Date.now(), untold: 0 });
	tell(untold);
}
