import { trimmed } from '../values/text';

/** Between the cells of a pasted table: a tab in spreadsheet cells, one of the others in CSV files. */
export type Separator = '\t' | ',' | ';' | '|';

/** A quoted cell with doubled quotes in it, as spreadsheets write line breaks and quotes. */
const quotedCell = (separator: string) =>
	new RegExp(`"([^"]*(?:""[^"]*)*)"[ ]*(?=[${separator}\\r\\n]|$)`, 'y');

/**
 * The rows of a table as they come, cell by cell and unchanged. A quote that is not closed, or not at
 * the edges of a cell, belongs to the cell.
 */
export function* rawRows(text: string, separator: Separator): Generator<string[]> {
	const quoted = quotedCell(separator);
	const plain = new RegExp(`[^${separator}\\r\\n]*`, 'y');
	let row: string[] = [];
	let at = 0;
	while (at < text.length || row.length > 0) {
		quoted.lastIndex = at;
		const [, inQuotes] = text[at] === '"' ? (quoted.exec(text) ?? []) : [];
		plain.lastIndex = at;
		const [bare = ''] = inQuotes === undefined ? (plain.exec(text) ?? []) : [];
		row.push(inQuotes?.replace(/""/g, '"') ?? bare);
		at = inQuotes === undefined ? plain.lastIndex : quoted.lastIndex;
		if (text[at] === separator) {
			at++;
			continue;
		}
		yield row;
		row = [];
		at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
	}
}

/** The same with trimmed cells, without empty rows and without empty cells at the end of a row. */
export function* tableRows(text: string, separator: Separator): Generator<string[]> {
	for (const cells of rawRows(text, separator)) {
		const row = cells.map(trimmed);
		const filled = row.slice(0, row.findLastIndex((cell) => cell !== '') + 1);
		if (filled.length > 0) yield filled;
	}
}
