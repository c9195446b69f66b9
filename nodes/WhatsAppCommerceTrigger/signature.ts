import { createHmac, timingSafeEqual } from 'crypto';

/** Exactly what Meta sends: the algorithm and 64 lower-case hex digits. Facts 5.2. */
const SIGNATURE = /^sha256=([0-9a-f]{64})$/;

/**
 * Whether `header` (X-Hub-Signature-256) signs exactly these bytes with the app secret. Compared in
 * constant time. Everything that cannot be checked is refused: another form of header, a body that
 * was not kept as bytes, an empty secret.
 */
export function isSignedByMeta(rawBody: unknown, header: unknown, appSecret: unknown): boolean {
	if (!Buffer.isBuffer(rawBody) || typeof appSecret !== 'string' || appSecret === '') return false;
	const given = SIGNATURE.exec(typeof header === 'string' ? header : '');
	if (!given) return false;
	const expected = createHmac('sha256', appSecret).update(rawBody).digest();
	return timingSafeEqual(expected, Buffer.from(given[1], 'hex'));
}
