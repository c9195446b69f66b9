import { sleep, type IHookFunctions } from 'n8n-workflow';

import type { GraphAnswer, Refusal } from '../../shared/graph/answer';
import { guidanceFor } from '../../shared/graph/refusals/guidance';
import { logOf } from './hookLog';
import { hasNoHandshake, mayPass } from './passing';
import { shown } from './ownership';
import { written, type CallbackUrl } from './rememberedUrls';
import type { CallbackSlot } from './slot';
import { verifyTokenFor } from './verifyToken';

/** How often a call is made that Meta does not take at the moment: n8n does not repeat the end of a test. */
const TRIES = 3;

/** Milliseconds between two tries. */
const PAUSE_MS = 300;

/**
 * Puts back the latest URL that still answers, or clears the slot when there is none. A workflow that
 * was unpublished in the meantime does not answer; the URL before it is tried next.
 *
 * @param before the latest first
 */
export async function restore(
	context: IHookFunctions,
	slot: CallbackSlot,
	appSecret: string,
	before: CallbackUrl[],
): Promise<void> {
	const log = logOf(context);
	for (const [index, one] of before.entries()) {
		const verifyToken = tokenOf(context, one, appSecret);
		const url = written({ ...one, before: before.slice(index + 1) }, appSecret);
		if (verifyToken === '') {
			log.warn(pasteAgain(slot, one));
			continue;
		}
		const { getsMessages, getsStandby } = one;
		const answer = await persistently(
			async () => await slot.put({ url, getsMessages, getsStandby }, verifyToken),
		);
		if (answer.ok) {
			log.info(`${shown(url)} is the callback URL of ${slot.name} again.`);
			return;
		}
		if (!hasNoHandshake(answer.refusal)) return logNotRestored(context, slot, answer.refusal);
		if (one.kind === 'foreign') log.warn(pasteAgain(slot, one));
		else log.info(`${shown(url)} does not answer Meta any more.`);
	}
	const cleared = await persistently(slot.clear);
	if (!cleared.ok) logNotRestored(context, slot, cleared.refusal);
}

/** Whether there is a verify token to restore it with. Meta never tells those of others. */
export const canRestore = (context: IHookFunctions, url: CallbackUrl, appSecret: string): boolean =>
	tokenOf(context, url, appSecret) !== '';

/** For the log when another URL is replaced that cannot be restored, and again when it should be. */
export const pasteAgain = ({ name }: CallbackSlot, { url }: CallbackUrl) =>
	`${shown(url)} was the callback URL of ${name}. To put it back Meta needs its verify token, and "Verify Token of the Other URL" of the trigger does not hold it: enter URL and verify token again where they came from, or in the Meta app dashboard.`;

/** Says in n8n's log that Meta still has our URL, why, and what to do. */
export function logNotRestored(
	context: IHookFunctions,
	slot: CallbackSlot,
	refusal: Refusal,
): void {
	const { what, todo } = guidanceFor(refusal);
	const said = refusal.kind === 'refused' ? ` Meta said: ${refusal.message}` : '';
	logOf(context).error(
		`The callback URL of ${slot.name} could not be put back: ${what}. ${todo}${said} Afterwards publish and unpublish the workflow once more, or change the URL in the Meta app dashboard.`,
	);
}

function tokenOf(context: IHookFunctions, { kind, url }: CallbackUrl, appSecret: string): string {
	if (kind !== 'foreign') return verifyTokenFor(url, appSecret);
	return String(context.getNodeParameter('options.otherVerifyToken', '') ?? '').trim();
}

async function persistently(call: () => Promise<GraphAnswer>): Promise<GraphAnswer> {
	for (let tries = 1; ; tries++) {
		const answer = await call();
		if (answer.ok || tries === TRIES || !mayPass(answer.refusal)) return answer;
		await sleep(PAUSE_MS);
	}
}
