import { createHmac } from 'node:crypto';
import type { SignatureKind } from '../world/records.mts';
import { APP } from '../world/shop/world.mts';

export const SIGNATURE_KINDS: SignatureKind[] = ['valid', 'wrong', 'missing'];

const HEADER = 'X-Hub-Signature-256';

/** HMAC-SHA256 over the raw bytes, key = app secret (facts 5.2). */
export function signatureHeaders(body: string, kind: SignatureKind): Record<string, string> {
	if (kind === 'missing') return {};
	const key = kind === 'valid' ? APP.secret : `not ${APP.secret}`;
	return { [HEADER]: `sha256=${createHmac('sha256', key).update(body, 'utf8').digest('hex')}` };
}
