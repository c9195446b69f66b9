import type { BrokenRule } from '../rules/rules';
import { splitSkus } from '../values/text';
import { type Separator, tableRows } from './pastedTable';

/** What the cells of a column all are, as far as that tells them from SKUs. */
type Kind = 'link' | 'price' | 'stock' | 'number' | 'words' | 'code';

const KINDS: ReadonlyArray<[Kind, RegExp]> = [
	['link', /^https?:\/\//i],
	['price', /^(?:\p{Sc} ?)?\d+[.,]\d{2}(?: ?(?:\p{Sc}|[A-Z]{3}))?$/u],
	['stock', /^(?:in stock|out of stock|preorder|available for order|discontinued)$/i],
	['number', /^\d+$/],
	['words', /\s/],
];

/** Rows from which on two columns of different kinds are no coincidence. */
const ROWS = { certain: 2, likely: 3 } as const;

/** Rows that are looked at. */
const MOST_ROWS = 50;

const kindOf = (cell: string): Kind => KINDS.find(([, looks]) => looks.test(cell))?.[0] ?? 'code';

/** A table that does not say which of its columns are SKUs. */
export interface UnheadedTable {
	columns: number;
	/** Its first row, where that is one of headings with names that are not known. */
	headings: string[] | null;
}

/**
 * Whether a text without known headings is a table, of which only one column can be SKUs: all its rows
 * have the same number of cells, and a column holds something else than another, such as prices or
 * links. Lines with some SKUs each are not one.
 */
export function unheadedTable(text: string): UnheadedTable | null {
	for (const separator of ['\t', ';', ','] as const) {
		const table = tableBetween(text, separator);
		if (table !== null) return table;
	}
	return null;
}

function tableBetween(text: string, separator: Separator): UnheadedTable | null {
	const rows: string[][] = [];
	for (const row of tableRows(text, separator)) {
		if (rows.length === MOST_ROWS) break;
		rows.push(row);
	}
	const [first = [], ...below] = rows;
	const { length: columns } = first;
	if (rows.some((row) => row.length > 1 && row.some((cell) => kindOf(cell) === 'link'))) {
		return { columns, headings: null };
	}
	if (columns < 2 || rows.some((row) => row.length !== columns)) return null;
	if (areColumns(rows)) return { columns, headings: null };
	const isHeading = first.some((cell, column) => {
		const kinds = new Set(below.map((row) => kindOf(row[column] ?? '')));
		return (
			kinds.size === 1 && !kinds.has('words') && !kinds.has('code') && !kinds.has(kindOf(cell))
		);
	});
	return isHeading && areColumns(below, ROWS.certain) ? { columns, headings: first } : null;
}

/** Whether each column holds one kind of cells, and not all of them the same. */
function areColumns(rows: string[][], enough?: number): boolean {
	const kinds = (rows[0] ?? []).map((_, column) => {
		const [kind, ...others] = new Set(rows.map((row) => kindOf(row[column] ?? '')));
		return others.length === 0 ? kind : undefined;
	});
	const least = enough ?? (kinds.some(isCertain) ? ROWS.certain : ROWS.likely);
	return rows.length >= least && new Set(kinds).size > 1 && !kinds.includes(undefined);
}

/** The rule that such a text breaks. */
export const unheadedRule = ({ columns, headings }: UnheadedTable): BrokenRule =>
	headings === null ? { rule: 'noHeadings', columns } : { rule: 'noSkuColumn', headings };

/** Whether a column holds something that no SKU is: links, prices, availabilities. */
export function holdsNoSkus(cells: readonly string[]): boolean {
	const kinds = cells.map(kindOf);
	return kinds.includes('link') || (kinds.length >= ROWS.certain && kinds.every(isCertain));
}

const isCertain = (kind: Kind | undefined): boolean => kind === 'price' || kind === 'stock';

/** SKUs of a text that is no table; quotes around them, as in CSV files, are left out. */
export const listedSkus = (text: string): string[] =>
	splitSkus(text).map((sku) => sku.replace(/^=?"([^"]+)"$/, '$1'));
