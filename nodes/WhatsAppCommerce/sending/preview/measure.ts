/** Widths of characters as a share of the font size, as in common sans-serif fonts. */
const WIDTHS: Array<[characters: RegExp, ems: number]> = [
	[/[ilj.,:;'|!()[\] ]/u, 0.3],
	[/[mwMW@%…]/u, 0.9],
	[/[A-Z&]/u, 0.7],
	// Invisible joiners and marks that sit on the character before them.
	[/[\p{Cf}\p{Mn}\p{Me}]/u, 0],
	[
		/[\p{Extended_Pictographic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
		1.1,
	],
];

const OTHER = 0.56;

/** About how wide a text is drawn, in pixels; too wide rather than too narrow. */
export function widthOf(text: string, fontSize: number): number {
	let ems = 0;
	for (const character of text) {
		ems += WIDTHS.find(([characters]) => characters.test(character))?.[1] ?? OTHER;
	}
	return ems * fontSize;
}

/** Breaks a text into lines that fit: at its own line breaks, between words, else inside a word. */
export function linesOf(text: string, fontSize: number, width: number): string[] {
	const fits = (line: string) => widthOf(line, fontSize) <= width;
	return text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((paragraph) => {
		const lines = [''];
		const append = (piece: string) => (lines[lines.length - 1] += piece);
		for (const word of paragraph.match(/\s*\S+/g) ?? []) {
			if (!fits(lines[lines.length - 1] + word)) lines.push('');
			const piece = lines[lines.length - 1] === '' ? word.trimStart() : word;
			if (fits(piece)) append(piece);
			else
				for (const character of piece) {
					if (!fits(lines[lines.length - 1] + character)) lines.push('');
					append(character);
				}
		}
		return lines.filter((line, index) => line !== '' || lines.length === 1 || index > 0);
	});
}

/** No line has room for more characters, and laying out all of a long text would take seconds. */
const MAX_IN_LINE = 1_000;

/** The first line of a text, with an ellipsis when there is more. */
export function oneLine(text: string, fontSize: number, width: number): string {
	const start = text.slice(0, MAX_IN_LINE);
	const [first = '', ...more] = linesOf(start, fontSize, width - widthOf('…', fontSize));
	return more.length === 0 && start === text ? first : `${first}…`;
}
