import { createHmac } from 'crypto';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { readCredential } from '../../shared/graph/credential';

/** Shorter verify tokens could be guessed, and then a handshake of somebody else would be answered. */
export const MIN_TOKEN_LENGTH = 16;

/** The verify token of this node; empty when there is none, which no handshake can match. */
export async function verifyTokenOf(context: IHookFunctions | IWebhookFunctions): Promise<string> {
	if (context.getNodeParameter('registration') === 'manual') {
		const given = context.getNodeParameter('verifyToken', '') as unknown;
		const token = typeof given === 'string' ? given.trim() : '';
		return token.length < MIN_TOKEN_LENGTH ? '' : token;
	}
	const { appSecret } = await readCredential(context);
	return verifyTokenFor(context.getNodeWebhookUrl('default') ?? '', appSecret);
}

/**
 * The verify token of the node behind one of our URLs. It is made from the URL and the app secret:
 * it needs no storage, is the same in every process and for test and production URL, any node of
 * the same app can restore the URL of another one, and only somebody with the secret could make it.
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
	const [path = ''] = url.split('?');
	const segments = path.split('/');
	return segments[segments.length - 2] ?? path;
}
