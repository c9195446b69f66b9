import { isRecord } from '../values/objects';
import { parsed } from '../values/storedValues';
import { skuText } from '../values/text';
import { idsInFeed, isXml } from './feedXml';
import { type Separator, tableRows } from './pastedTable';
import { HAND_MADE, type Headings, readHeadings } from './skuListHeadings';

/** A table whose heading row has been found. */
export interface SkuTable {
	headings: Headings;
	/** The rows below it. */
	rows: ReadonlyArray<readonly string[]>;
	/**
	 * A column of its own is read like a list of lines. A table made by hand may have several SKUs in a
	 * cell; in a feed or an export each row is a product.
	 */
	kind: 'column' | 'byHand' | 'export';
}

/** In the order in which they are tried. */
const SEPARATORS: readonly Separator[] = ['\t', ';', ',', '|'];

/** The first line of a file that Excel has written for other programs. */
const SEPARATOR_LINE = /^\ufeff?sep=([\t,;|])\r?(?:\n|$)/i;

/** The row above the headings in Meta's template, which explains each column. Facts 6.7. */
const COMMENT = /^#\s/;

/** Rows above the headings that are looked at: comments and the title of a sheet. */
const MOST_ABOVE = 10;

/** The separator that a file names in its first line, and what follows. */
export function withoutSeparatorLine(text: string): { separator?: Separator; text: string } {
	const [line = '', separator] = SEPARATOR_LINE.exec(text) ?? [];
	return separator === undefined
		? { text: text.replace(/^\ufeff/, '') }
		: { separator: separator as Separator, text: text.slice(line.length) };
}

/**
 * Finds the table in a text: cells of a spreadsheet, a CSV file with any of the usual separators,
 * a catalog feed in XML, or rows as JSON. Of those that a text could be, the one with a column of
 * SKUs counts.
 *
 * @returns null when it has no heading row
 */
export function tableIn(given: string): SkuTable | null {
	const records = parsed(given);
	if (typeof records === 'object') return tableOfRecords(records);
	const { separator: named, text } = withoutSeparatorLine(given);
	if (isXml(text)) {
		const feed = tableOf([['id'], ...idsInFeed(text).map((id) => [id])], true);
		return feed && { ...feed, kind: 'export' };
	}
	let otherwise: SkuTable | null = null;
	for (const separator of named === undefined ? SEPARATORS : [named]) {
		const rows = { [Symbol.iterator]: () => tableRows(text, separator) };
		const table = tableOf(rows, separator === '\t' || named !== undefined);
		if (table && table.headings.sku !== null) return table;
		otherwise ??= table;
	}
	return otherwise;
}

/** Rows as n8n and APIs give them: the keys are the headings. */
export function tableOfRecords(given: unknown): SkuTable | null {
	const list = [given].flat().map((one) => (isRecord(one) && isRecord(one.json) ? one.json : one));
	const records = list.filter(isRecord);
	const keys = [...new Set(records.flatMap(Object.keys))];
	const table = tableOf([keys, ...records.map((one) => keys.map((key) => cellOf(one[key])))], true);
	return table?.kind === 'column' ? { ...table, kind: 'byHand' } : table;
}

const cellOf = (value: unknown): string =>
	[value]
		.flat()
		.filter((one) => typeof one !== 'object')
		.map((one) => String(skuText(one)))
		.join(', ');

function tableOf(all: Iterable<readonly string[]>, isCells: boolean): SkuTable | null {
	let above = 0;
	for (const row of all) {
		const isAbove = row.length === 1 || COMMENT.test(row[0] ?? '');
		const headings = COMMENT.test(row[0] ?? '') ? null : readHeadings(row, isCells);
		// A single column has its heading in the very first row: further down it is one SKU of many.
		const isFirst = above === 0 || row.length > 1;
		if (headings && isFirst) return withRows(headings, below(all, above));
		above++;
		if (!isAbove || above > MOST_ABOVE) return null;
	}
	return null;
}

/** A single known name above nothing is a SKU that is called like a heading. */
function withRows(headings: Headings, rows: Array<readonly string[]>): SkuTable | null {
	const known = headings.names.length - headings.unknown.length;
	const { length: columns } = headings.names;
	const kind = columns > HAND_MADE ? 'export' : columns > 1 ? 'byHand' : 'column';
	return known > 1 || rows.length > 0 ? { headings, rows, kind } : null;
}

function below(all: Iterable<readonly string[]>, headingRow: number): Array<readonly string[]> {
	const rows: Array<readonly string[]> = [];
	let index = 0;
	for (const row of all) if (index++ > headingRow) rows.push(row);
	return rows;
}
