import { isBlank, trimmed } from '../values/text';
import type { SkuTable } from './skuTable';
import { listedSkus } from './unheadedTable';

/** What a row of a table says about products. */
interface TableRow {
	/** Empty where the table has no sections, or the row continues the one above. */
	section: string;
	/** One in the export of a shop; a table made by hand may have several in a cell. */
	skus: string[];
	/** What the shop calls the product itself; empty when that is not there or the same. */
	shopId: string;
}

/**
 * The products of a table. Rows without one are left out: a shop's export has rows for pictures, and
 * products without a SKU, which their ID stands for.
 */
export function* productRows({ headings, rows, kind }: SkuTable): Generator<TableRow> {
	const { sku, section, hasPaths, shopId } = headings;
	for (const cells of rows) {
		const id = cellAt(cells, shopId);
		const cell = cellAt(cells, sku) || id;
		const skus = kind === 'export' ? whole(cell) : listedSkus(cell);
		if (skus.length === 0) continue;
		const isOwn = skus.length === 1 && id !== cell;
		const title = lastOfPath(cellAt(cells, section), hasPaths);
		yield { section: title, skus, shopId: isOwn ? id : '' };
	}
}

function cellAt(cells: readonly string[], column: number | null): string {
	const cell = column === null ? '' : (cells[column] ?? '');
	// Excel writes ="0017" so that a number stays a text.
	return cell.replace(/^="([^"]*)"$/, '$1');
}

const whole = (cell: string): string[] => (isBlank(cell) ? [] : [cell]);

/**
 * The title of a section from the path of a category, which is too long for one:
 * "Kitchen > Bread" → "Bread".
 *
 * @param hasPaths whether the cell has several paths, of which the first counts
 */
function lastOfPath(cell: string, hasPaths: boolean): string {
	const path = hasPaths ? cell.replace(/[,|][^]*$/, '') : cell;
	const parts = path.split(hasPaths ? /[>/]/ : /\s+>\s+/).map(trimmed);
	return parts.findLast((part) => !isBlank(part)) ?? '';
}
