/** Every limit on a message, once. Lengths count Unicode code points. */
export const LIMITS = {
	headerText: 60, // facts 0 #4
	bodyText: 1024, // facts 0 #4
	footerText: 60, // facts 0 #4
	sectionTitle: 24, // facts 0 #4
	sections: 10, // facts 0 #4
	products: 30, // facts 0 #4: over all sections together
	fewestCards: 2, // facts 0 #4, 1.5
	cards: 10, // facts 0 #4
	templateName: 512, // facts 1.9
	spmBody: 160, // facts 1.7
	buttonText: 25, // facts 1.9
	buttonUrl: 2_000, // facts 1.9
	quotedMessageId: 128, // facts 1.1
	trackingData: 512, // facts 1.1
	textBody: 4096, // Meta's text message page; not in the fact sheet
	phoneDigits: 15, // E.164, the numbering plan itself; not in the fact sheet
} as const;

export function lengthOf(text: string): number {
	let length = 0;
	for (const _codePoint of text) length += 1;
	return length;
}
