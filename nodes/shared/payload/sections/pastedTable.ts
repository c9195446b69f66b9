import { trimmed } from '../values/text';

/** A quoted cell with doubled quotes in it, as spreadsheets write line breaks and quotes. */
const quotedCell = (separator: string) =>
	new RegExp(`"([^"]*(?:""[^"]*)*)"[ ]*(?=${separator}|\\r|\\n|$)`, 'y');

/**
 * Splits a pasted text into rows of cells. Empty rows, and empty cells at the end of a row, are left
 * out.
 *
 * @param separator between cells: a tab in pasted spreadsheet cells, a comma or semicolon in CSV
 */
export function readTable(text: string, separator: '\t' | ',' | ';'): string[][] {
	const quoted = quotedCell(separator);
	const plain = new RegExp(`[^${separator}\\r\\n]*`, 'y');
	const rows: string[][] = [];
	let row: string[] = [];
	let at = 0;
	while (at < text.length) {
		quoted.lastIndex = at;
		const [, inQuotes] = quoted.exec(text) ?? [];
		plain.lastIndex = at;
		const [bare = ''] = inQuotes === undefined ? (plain.exec(text) ?? []) : [];
		row.push(trimmed(inQuotes?.replace(/""/g, '"') ?? bare));
		at = inQuotes === undefined ? plain.lastIndex : quoted.lastIndex;
		if (text[at] !== separator) {
			rows.push(row);
			row = [];
		}
		at++;
	}
	rows.push(row);
	return rows.map(withoutEmptyEnd).filter(({ length }) => length > 0);
}

const withoutEmptyEnd = (row: string[]): string[] =>
	row.slice(0, row.findLastIndex((cell) => cell !== '') + 1);
