import { trimmed } from '../values/text';

/** Whether a text is XML, such as the feed of Google's Merchant Center. */
export const isXml = (text: string): boolean => /^\s*<(?:\?xml|rss|feed|channel|item)\b/.test(text);

/** The ID of a product, as text or CDATA. Google's name space is usual, and an entry of Atom has an ID of its own. */
const element = (name: string) =>
	new RegExp(
		`<${name}(?:\\s[^>]*)?>\\s*(?:<!\\[CDATA\\[([^\\]]*)\\]\\]>|([^<]*))\\s*</${name}>`,
		'g',
	);

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The content IDs of a catalog feed in XML, in its order. Facts 6.7. */
export function idsInFeed(text: string): string[] {
	const ids = (name: string) =>
		[...text.matchAll(element(name))].map(([, quoted, plain = '']) =>
			trimmed(quoted ?? unescaped(plain)),
		);
	const namespaced = ids('g:id');
	return namespaced.length > 0 ? namespaced : ids('id');
}

const unescaped = (text: string): string =>
	text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
		if (name !== undefined) return ENTITIES[String(name)] ?? whole;
		const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
