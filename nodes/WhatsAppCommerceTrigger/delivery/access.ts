import type { IWebhookFunctions } from 'n8n-workflow';

import { CREDENTIAL_TYPE, readCredential, type Credential } from '../../shared/graph/credential';

/** What of the credential a delivery is checked against. */
export type Access = Pick<Credential, 'appSecret' | 'businessAccountId'>;

/**
 * Milliseconds for which the credential is kept in memory: n8n builds an isolate of its expression
 * engine for each read, which costs more than the rest of a delivery. For so long a secret that was
 * replaced in n8n can still be accepted. A new one works at once, since nothing is refused before
 * the credential has been read again.
 */
const KEPT_MS = 10_000;

interface Kept {
	/** Milliseconds since 1970. */
	readAt: number;
	access: Promise<Access>;
	/** The read after this one. */
	next?: Promise<Access>;
}

/** Per node and credential. */
const memory = new Map<string, Kept>();

/** The credential as it was read within the last seconds; undefined when it was not. */
export function keptAccess(context: IWebhookFunctions): Promise<Access> | undefined {
	const kept = memory.get(keyOf(context));
	return kept && Date.now() - kept.readAt < KEPT_MS ? kept.access : undefined;
}

/**
 * The credential as it is now: the read begins after the call. There is one read at a time, and all
 * calls that come meanwhile share the next one, so that a flood of forged deliveries costs few reads.
 */
export async function freshAccess(context: IWebhookFunctions): Promise<Access> {
	const key = keyOf(context);
	const read = async () => await readAndKeep(context, key);
	const last = memory.get(key);
	if (!last) return await read();
	last.next ??= last.access.then(read, read);
	return await last.next;
}

async function readAndKeep(context: IWebhookFunctions, key: string): Promise<Access> {
	const kept: Kept = { readAt: Date.now(), access: read(context) };
	for (const [other, { readAt }] of memory) {
		if (kept.readAt - readAt >= KEPT_MS) memory.delete(other);
	}
	memory.set(key, kept);
	// What could not be read is not kept.
	kept.access.catch(() => memory.get(key) === kept && memory.delete(key));
	return await kept.access;
}

async function read(context: IWebhookFunctions): Promise<Access> {
	const { appSecret, businessAccountId } = await readCredential(context);
	return { appSecret, businessAccountId };
}

/** Another credential of the same node is another entry, so that choosing one takes effect at once. */
function keyOf(context: IWebhookFunctions): string {
	const { id, credentials } = context.getNode();
	return JSON.stringify([context.getWorkflow().id, id, credentials?.[CREDENTIAL_TYPE]?.id ?? null]);
}
