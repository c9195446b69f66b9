import { sleep, type IHookFunctions } from 'n8n-workflow';

import type { GraphAnswer, Refusal } from '../../shared/graph/answer';
import { isRefusedAs } from '../../shared/graph/refusals/codes';
import { guidanceFor } from '../../shared/graph/refusals/guidance';
import { written, type Occupant } from './rememberedUrls';
import { shown } from './ownership';
import type { Place } from './place';
import type { Callback } from './registration';
import { verifyTokenFor } from './verifyToken';

/**
 * How often a call is made that Meta does not take at the moment: after a test n8n repeats nothing.
 */
const TRIES = 3;

/** Milliseconds between two tries. */
const PAUSE_MS = 300;

/**
 * Puts back the latest URL that still answers, or clears the place when there is none. A workflow
 * that was unpublished in the meantime does not answer; what stood before it is tried next.
 */
export async function putBack(
	this: IHookFunctions,
	place: Place,
	{ appSecret }: Callback,
	before: Occupant[],
): Promise<void> {
	for (const [index, occupant] of before.entries()) {
		const verifyToken = tokenOf.call(this, occupant, appSecret);
		const url = written({ ...occupant, before: before.slice(index + 1) }, appSecret);
		if (verifyToken === '') {
			warn.call(this, pasteAgain(place, occupant));
			continue;
		}
		const { getsMessages } = occupant;
		const answer = await persistently(
			async () => await place.put({ url, getsMessages }, verifyToken),
		);
		if (answer.ok) {
			this.logger.info(
				`${shown(url)} is the callback URL of ${place.name} again.`,
				whereabouts.call(this),
			);
			return;
		}
		if (!hasNoHandshake(answer.refusal)) {
			logRefusal.call(this, place, answer.refusal);
			return;
		}
		if (occupant.kind === 'foreign') warn.call(this, pasteAgain(place, occupant));
		else this.logger.info(`${shown(url)} does not answer Meta any more.`, whereabouts.call(this));
	}
	const cleared = await persistently(place.clear);
	if (!cleared.ok) logRefusal.call(this, place, cleared.refusal);
}

/** Whether a verify token is there to put it back with. Meta never tells those of others. */
export function canPutBack(this: IHookFunctions, occupant: Occupant, appSecret: string): boolean {
	return tokenOf.call(this, occupant, appSecret) !== '';
}

/** For the log when another URL is replaced for good, and again when it should be put back. */
export const pasteAgain = ({ name }: Place, { url }: Occupant) =>
	`${shown(url)} was the callback URL of ${name}. To put it back Meta needs its verify token, and "Verify Token of the Other URL" of the trigger does not hold it: enter URL and verify token again where they came from, or in the Meta app dashboard.`;

/** Says in n8n's log that our URL still stands, why, and what to do. */
export function logRefusal(this: IHookFunctions, place: Place, refusal: Refusal): void {
	const { what, todo } = guidanceFor(refusal);
	const said = refusal.kind === 'refused' ? ` Meta said: ${refusal.message}` : '';
	this.logger.error(
		`The callback URL of ${place.name} could not be put back: ${what}. ${todo}${said} Afterwards publish and unpublish the workflow once more, or change the URL in the Meta app dashboard.`,
		whereabouts.call(this),
	);
}

export function warn(this: IHookFunctions, message: string): void {
	this.logger.warn(message, whereabouts.call(this));
}

export function whereabouts(this: IHookFunctions) {
	return { workflowId: this.getWorkflow().id, nodeName: this.getNode().name };
}

function tokenOf(this: IHookFunctions, { kind, url }: Occupant, appSecret: string): string {
	if (kind !== 'foreign') return verifyTokenFor(url, appSecret);
	return String(this.getNodeParameter('options.otherVerifyToken', '') ?? '').trim();
}

async function persistently(call: () => Promise<GraphAnswer>): Promise<GraphAnswer> {
	for (let tries = 1; ; tries++) {
		const answer = await call();
		if (answer.ok || tries === TRIES || !mayPass(answer.refusal)) return answer;
		await sleep(PAUSE_MS);
	}
}

/** The URL does not answer the handshake, or not with this token. */
const hasNoHandshake = (refusal: Refusal) => isRefusedAs(refusal, 'callbackUnverified');

/** A busy n8n may miss the handshake of its own live URL, too. */
const mayPass = (refusal: Refusal) =>
	hasNoHandshake(refusal) ||
	['temporarily-unavailable', 'rate-limited'].includes(guidanceFor(refusal).failure?.cause ?? '');
