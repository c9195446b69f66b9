import type { IWebhookFunctions } from 'n8n-workflow';

import { CREDENTIAL_TYPE, readCredential, type Credential } from '../../shared/graph/credential';

/** What of the credential a delivery is checked against. */
export type Access = Pick<Credential, 'appSecret' | 'businessAccountId'>;

/**
 * Milliseconds for which the credential is kept in memory. n8n builds an isolate of its expression
 * engine for each read of a credential, which costs more than all the rest of a delivery. So long
 * can a secret that was replaced in n8n still be accepted; a new one works at once, since nothing is
 * refused before the credential has been read afresh.
 */
const KEPT_MS = 10_000;

interface Kept {
	readAt: number;
	access: Promise<Access>;
}

/** Per node and credential. Each entry goes when it is too old, with the next read of any. */
const memory = new Map<string, Kept>();

/**
 * The credential as it was read within the last seconds, or as it is now.
 *
 * @returns `isFresh` when it was read for this very call
 */
export async function keptAccess(
	context: IWebhookFunctions,
): Promise<{ access: Access; isFresh: boolean }> {
	const kept = memory.get(keyOf(context));
	if (kept && Date.now() - kept.readAt < KEPT_MS)
		return { access: await kept.access, isFresh: false };
	return { access: await freshAccess(context), isFresh: true };
}

/** Reads under way, and the one that waits for each. */
const underway = new Map<string, Promise<unknown>>();
const waiting = new Map<string, Promise<Access>>();

/**
 * The credential as it is now: the read begins after the call. Calls that come while one is under way
 * share the next one, so that forged deliveries in numbers cost few reads.
 */
export async function freshAccess(context: IWebhookFunctions): Promise<Access> {
	const key = keyOf(context);
	const begin = async () => {
		waiting.delete(key);
		return await readAndKeep(key, context);
	};
	const current = underway.get(key);
	if (!current) return await begin();
	const next = waiting.get(key) ?? current.then(begin, begin);
	waiting.set(key, next);
	return await next;
}

async function readAndKeep(key: string, context: IWebhookFunctions): Promise<Access> {
	const kept: Kept = { readAt: Date.now(), access: readCredential(context) };
	for (const [other, { readAt }] of memory) {
		if (kept.readAt - readAt >= KEPT_MS) memory.delete(other);
	}
	memory.set(key, kept);
	underway.set(key, kept.access);
	// What could not be read, or has no secret, is no reason to keep anything.
	let isUseful = false;
	try {
		const access = await kept.access;
		isUseful = access.appSecret !== '';
		return access;
	} finally {
		if (!isUseful && memory.get(key) === kept) memory.delete(key);
		if (underway.get(key) === kept.access) underway.delete(key);
	}
}

/** Another credential of the same node is another entry, so that choosing one takes effect at once. */
function keyOf(context: IWebhookFunctions): string {
	const { id, credentials } = context.getNode();
	return JSON.stringify([context.getWorkflow().id, id, credentials?.[CREDENTIAL_TYPE]?.id ?? null]);
}
