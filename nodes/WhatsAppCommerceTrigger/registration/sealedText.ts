import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'crypto';

/** Bytes of the seal, which proves that the text was made with the secret and starts the cipher. */
const SEAL_BYTES = 12;

const CIPHER = 'aes-256-ctr';

/**
 * Encrypts a text so that it can be read or made only with the secret; nothing in the result needs
 * escaping in a URL. The seal is made from text and context and serves as the initialization vector
 * (SIV): the same text gives the same result, and no random bytes take up room.
 *
 * @param context what the text belongs to: it opens only together with the same one
 */
export function seal(text: string, context: string, secret: string): string {
	const mark = sealOf(text, context, secret);
	const cipher = createCipheriv(CIPHER, derive(secret, 'cipher'), vector(mark));
	return Buffer.concat([mark, cipher.update(text, 'utf8'), cipher.final()]).toString('base64url');
}

/** @returns undefined when it was not sealed with this secret for this context */
export function open(sealed: string, context: string, secret: string): string | undefined {
	const bytes = Buffer.from(sealed, 'base64url');
	if (secret === '' || bytes.length < SEAL_BYTES) return undefined;
	const mark = bytes.subarray(0, SEAL_BYTES);
	const decipher = createDecipheriv(CIPHER, derive(secret, 'cipher'), vector(mark));
	const text = Buffer.concat([decipher.update(bytes.subarray(SEAL_BYTES)), decipher.final()]);
	const expected = sealOf(text.toString('utf8'), context, secret);
	return timingSafeEqual(mark, expected) ? text.toString('utf8') : undefined;
}

const derive = (secret: string, purpose: string) =>
	createHmac('sha256', secret).update(`callback memory: ${purpose}`).digest();

const sealOf = (text: string, context: string, secret: string) =>
	createHmac('sha256', derive(secret, 'seal'))
		.update(JSON.stringify([context, text]))
		.digest()
		.subarray(0, SEAL_BYTES);

const vector = (mark: Buffer) => Buffer.concat([mark, Buffer.alloc(16 - SEAL_BYTES)]);
