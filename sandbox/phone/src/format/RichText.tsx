import type { ComponentChildren } from 'preact';
import { MARKUP } from './markup.mts';

/** A text with WhatsApp's formatting. */
export function RichText({ text }: { text: string }) {
	return <>{parse(text)}</>;
}

function parse(text: string): ComponentChildren[] {
	const parts: ComponentChildren[] = [];
	let end = 0;
	for (const match of text.matchAll(MARKUP)) {
		if (match.index > end) parts.push(text.slice(end, match.index));
		end = match.index + match[0].length;
		parts.push(styled(match));
	}
	parts.push(text.slice(end));
	return parts;
}

function styled([whole, block, code, bold, italic, struck, link]: RegExpExecArray) {
	if (block ?? code) return <code>{block ?? code}</code>;
	if (bold) return <strong>{parse(bold)}</strong>;
	if (italic) return <em>{parse(italic)}</em>;
	if (struck) return <s>{parse(struck)}</s>;
	if (link)
		return (
			<a href={link} target="_blank" rel="noreferrer">
				{link}
			</a>
		);
	return whole;
}
