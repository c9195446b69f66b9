/** WhatsApp's formatting of a text: *bold*, _italic_, ~struck~, ```code``` and links (facts 1.3: bodies and footers). */
export const MARKUP =
	/```([^`]+)```|`([^`\n]+)`|\*(\S(?:[^*\n]*\S)?)\*|(?<![\w])_(\S(?:[^_\n]*\S)?)_(?![\w])|~(\S(?:[^~\n]*\S)?)~|(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/g;

/** The words without formatting. */
export function plain(text: string): string {
	return text.replace(
		MARKUP,
		(whole, block?: string, code?: string, bold?: string, italic?: string, struck?: string) => {
			const inner = bold ?? italic ?? struck;
			return block ?? code ?? (inner === undefined ? whole : plain(inner));
		},
	);
}
