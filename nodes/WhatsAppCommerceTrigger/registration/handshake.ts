import { createHash, timingSafeEqual } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

/**
 * Meta's check that the callback URL is ours (facts 5.1).
 *
 * @param query the query of the GET request
 * @returns the challenge to answer with, or null when the request is not for this verify token
 */
export function answerToHandshake(query: IDataObject, verifyToken: string): string | null {
	const challenge = query['hub.challenge'];
	if (query['hub.mode'] !== 'subscribe' || typeof challenge !== 'string') return null;
	return verifyToken !== '' && isSame(query['hub.verify_token'], verifyToken) ? challenge : null;
}

/** Digests have one length, so the comparison tells nothing about the token, not even its length. */
function isSame(given: unknown, expected: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return typeof given === 'string' && timingSafeEqual(digest(given), digest(expected));
}
