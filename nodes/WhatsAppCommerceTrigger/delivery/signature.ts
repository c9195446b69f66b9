import { createHmac, timingSafeEqual } from 'crypto';
import type { IDataObject } from 'n8n-workflow';

/** Exactly what Meta sends: the algorithm and 64 lower-case hex digits. Facts 5.2. */
const SIGNATURE = /^sha256=([0-9a-f]{64})$/;

/** Why a delivery is refused. The caller never learns it; the log does (log.ts). */
export type RefusalReason =
	| 'missing'
	| 'onlySha1'
	| 'otherForm'
	| 'noBytes'
	| 'noAppSecret'
	| 'notSigned';

export type ReadSignature = { digest: Buffer } | { reason: RefusalReason };

/**
 * The signature of a delivery. Everything that is not exactly one of Meta's is a reason to refuse,
 * found without reading any secret.
 */
export function readSignature(headers: IDataObject, rawBody: unknown): ReadSignature {
	const header = headers['x-hub-signature-256'];
	if (header === undefined) {
		return { reason: headers['x-hub-signature'] === undefined ? 'missing' : 'onlySha1' };
	}
	const digest = SIGNATURE.exec(typeof header === 'string' ? header : '')?.[1];
	if (digest === undefined) return { reason: 'otherForm' };
	return Buffer.isBuffer(rawBody) ? { digest: Buffer.from(digest, 'hex') } : { reason: 'noBytes' };
}

/** Whether `digest` signs exactly these bytes, compared in constant time. An empty secret signs nothing. */
export function isSignedWith(appSecret: string, rawBody: Buffer, digest: Buffer): boolean {
	if (appSecret === '') return false;
	return timingSafeEqual(createHmac('sha256', appSecret).update(rawBody).digest(), digest);
}
