import type { BrokenRule } from '../rules/rules';
import { type SkuTable, tableIn, tableOfRecords, withoutSeparatorLine } from './skuTable';
import { productRows } from './tableProducts';
import { listedSkus, unheadedRule, unheadedTable } from './unheadedTable';

/** SKUs of a field that has no sections. */
export interface PastedSkus {
	skus: string[];
	/** By SKU what the shop calls the product itself, where a table has that in another column. */
	shopIds: Array<[sku: string, shopId: string]>;
}

/**
 * Reads one pasted text as SKUs: those of the column that a heading names, or all that stand between
 * commas, semicolons, tabs and new lines.
 *
 * @returns the rule that the text breaks when it is a table that does not say which column counts
 */
export function readPastedSkus(text: string): PastedSkus | BrokenRule {
	const table = tableIn(text);
	if (table && table.kind !== 'column') return skusOf(table);
	const list = withoutSeparatorLine(text).text;
	const unheaded = unheadedTable(list);
	if (unheaded) return unheadedRule(unheaded);
	const skus = listedSkus(list);
	// The heading of a single column, unless it is all there is.
	return { skus: table && skus.length > 1 ? skus.slice(1) : skus, shopIds: [] };
}

/** The same for rows that an expression yields; null when they are none. */
export function readSkuRows(given: readonly unknown[]): PastedSkus | BrokenRule | null {
	const table = tableOfRecords(given);
	return table && skusOf(table);
}

function skusOf(table: SkuTable): PastedSkus | BrokenRule {
	const { headings } = table;
	if (headings.sku === null) return { rule: 'noSkuColumn', headings: headings.names };
	const rows = [...productRows(table)];
	return {
		skus: rows.flatMap(({ skus }) => skus),
		shopIds: rows.flatMap(({ skus: [sku], shopId }) =>
			sku === undefined || shopId === '' ? [] : [[sku, shopId]],
		),
	};
}
