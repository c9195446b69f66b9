import { createHmac } from 'crypto';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { readCredential } from '../../shared/graph/credential';

/** Shorter verify tokens could be guessed, and with them somebody else's handshake answered. */
export const MIN_TOKEN_LENGTH = 16;

/** The verify token of this node; empty when there is none, which no handshake can match. */
export async function verifyTokenOf(this: IHookFunctions | IWebhookFunctions): Promise<string> {
	if (this.getNodeParameter('registration') === 'manual') {
		const given = this.getNodeParameter('verifyToken', '') as unknown;
		const token = typeof given === 'string' ? given.trim() : '';
		return token.length < MIN_TOKEN_LENGTH ? '' : token;
	}
	const { appSecret } = await readCredential(this);
	return verifyTokenFor(this.getNodeWebhookUrl('default') ?? '', appSecret);
}

/**
 * The verify token of the node behind one of our URLs. It is made from the URL and the app secret:
 * it needs no storage, is the same in every process and for test and production URL, any node of
 * the same app can put the URL of another one back, and only somebody with the secret could make
 * it.
 *
 * @returns empty when there is no app secret to make it from
 */
export function verifyTokenFor(url: string, appSecret: string): string {
	if (appSecret === '') return '';
	return createHmac('sha256', appSecret)
		.update(`verify token of ${nodeIn(url)}`)
		.digest('hex');
}

/**
 * The node that one of our URLs belongs to: `…/<webhook id of the node>/webhook`, test or
 * production.
 */
export function nodeIn(url: string): string {
	return url.split('?')[0].split('/').slice(-2)[0];
}
