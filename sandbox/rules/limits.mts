/** Every limit on a message, once. Lengths count Unicode code points. */
export const LIMITS = {
	headerText: 60, // facts 0 #4
	bodyText: 1024, // facts 0 #4
	footerText: 60, // facts 0 #4
	sectionTitle: 24, // facts 0 #4
	sections: 10, // facts 0 #4
	products: 30, // facts 0 #4: over all sections together
	quotedMessageId: 128, // facts 1.1
	trackingData: 512, // facts 1.1
	textBody: 4096, // Meta's text message page; not on the facts page
	phoneDigits: 15, // E.164, the numbering plan itself; not on the facts page
} as const;

export function lengthOf(text: string): number {
	let length = 0;
	for (const _codePoint of text) length += 1;
	return length;
}
