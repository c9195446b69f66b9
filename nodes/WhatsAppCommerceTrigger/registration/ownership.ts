import type { CallbackUrl, RecognizedUrl } from './rememberedUrls';
import { nodeIn } from './verifyToken';

/** Whether both are URLs of one node, be it the test or the production URL. */
export function isSameNode(own: { url: string }, other: CallbackUrl): boolean {
	if (nodeIn(own.url) !== nodeIn(other.url)) return false;
	// A live URL on another host may belong to a copy of this workflow in another n8n.
	return other.kind === 'test' || hostOf(own.url) === hostOf(other.url);
}

/**
 * Whether this node has put the URL there: it is the URL itself, or its test URL, which is left over
 * when n8n was killed while it listened for a test event.
 */
export function isOurs(own: { url: string }, current: RecognizedUrl): boolean {
	return current.url === own.url || (current.kind === 'test' && isSameNode(own, current));
}

/** Whose URL it is, for a sentence, as far as that can be told. */
export function ownerOf(one: CallbackUrl, own: { url: string }): string {
	if (one.kind === 'live' && isSameNode(own, one)) return "this workflow's live URL";
	const address = shown(one.url);
	if (hostOf(one.url) === hostOf(own.url)) return `another workflow of this n8n (${address})`;
	if (one.kind !== 'foreign') return `a WhatsApp Commerce Trigger of another n8n (${address})`;
	return `another service (${address})`;
}

/** Host and path. The rest of other people's URLs may hold secrets. */
export function shown(url: string): string {
	const parsed = URL.canParse(url) ? new URL(url) : undefined;
	return parsed
		? `${parsed.host}${parsed.pathname}`.slice(0, 200)
		: 'an address that cannot be read';
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url);
