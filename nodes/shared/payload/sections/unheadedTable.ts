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

/**
 * Whether a text without headings is a table, of which only one column can be SKUs: all its rows have
 * the same number of cells, and a column holds something else than another, such as prices or links.
 * Lines with some SKUs each are not one.
 *
 * @returns how many columns it has; null when it is none
 */
export function unheadedColumns(text: string): number | null {
	for (const separator of ['\t', ';', ','] as const) {
		const columns = columnsOf(text, separator);
		if (columns !== null) return columns;
	}
	return null;
}

function columnsOf(text: string, separator: Separator): number | null {
	const rows: string[][] = [];
	for (const row of tableRows(text, separator)) {
		if (rows.length === MOST_ROWS) break;
		rows.push(row);
	}
	const [first = []] = rows;
	const { length: count } = first;
	if (rows.some((row) => row.length > 1 && row.some((cell) => kindOf(cell) === 'link'))) {
		return count;
	}
	if (count < 2 || rows.some((row) => row.length !== count)) return null;
	const kinds = first.map((_, column) => {
		const [kind, ...others] = new Set(rows.map((row) => kindOf(row[column] ?? '')));
		return others.length === 0 ? kind : undefined;
	});
	const differ = new Set(kinds).size > 1 && !kinds.includes(undefined);
	const least = kinds.some(isCertain) ? ROWS.certain : ROWS.likely;
	return differ && rows.length >= least ? count : null;
}

/** Whether a column holds something that no SKU is: links, prices, availabilities. */
export function holdsNoSkus(cells: readonly string[]): boolean {
	const kinds = cells.map(kindOf);
	return kinds.includes('link') || (kinds.length >= ROWS.certain && kinds.every(isCertain));
}

const isCertain = (kind: Kind | undefined): boolean => kind === 'price' || kind === 'stock';

/** SKUs of a text that is no table; quotes around them, as in CSV files, are left out. */
export const listedSkus = (text: string): string[] =>
	splitSkus(text).map((sku) => sku.replace(/^=?"([^"]+)"$/, '$1'));
