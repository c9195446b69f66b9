import { z } from 'zod/v4';

import { report, type BrokenRule } from '../rules/rules';
import { isBlank, textLike, trimmed } from '../values/text';
import { tableRows } from './pastedTable';
import { mayHideSections } from './skuListHeadings';
import { type SkuTable, tableIn, tableOfRecords, withoutSeparatorLine } from './skuTable';
import { productRows } from './tableProducts';
import { holdsNoSkus, listedSkus, unheadedRule, unheadedTable } from './unheadedTable';

/** A section as read from a pasted list; checked like any other by sections.ts. */
export interface ListedSection {
	title?: string;
	skus: string[];
	/** By SKU what the shop calls the product itself, where the table has that in another column. */
	shopIds?: Array<[sku: string, shopId: string]>;
}

/**
 * `Bread: A, B` or `Bread:` alone. The blank keeps a SKU such as `A:1` whole; no SKU contains a
 * full-width colon, so that one needs no blank.
 */
const TITLED_LINE = /^([^:：]+)(?::(?:\s+([\s\S]*))?|：\s*([\s\S]*))$/;

/** The field `skuList`: a text, a list of its lines, or the rows of a table. */
export const skuListText = z.preprocess(
	(given) => (Array.isArray(given) && given.every(isLine) ? given.join('\n') : textLike(given)),
	z.unknown().transform((given, ctx): ListedSection[] => {
		const table = Array.isArray(given) ? tableOfRecords(given) : null;
		if (typeof given !== 'string' && !table) {
			report(ctx, { rule: 'notText', given });
			return z.NEVER;
		}
		const read = table ? sectionsOf(table) : readSkuList(String(given));
		if (Array.isArray(read)) return read;
		report(ctx, read);
		return z.NEVER;
	}),
);

const isLine = (one: unknown): boolean => typeof textLike(one) === 'string';

/**
 * Reads one pasted text as sections:
 * - `Bread: BREAD-01, BREAD-02` is a section with its SKUs; `Bread:` alone begins one;
 * - two spreadsheet columns are section and SKU; with a heading row there may be more, in any order,
 *   and it may be a CSV file, a feed or the export of a shop;
 * - any other line holds SKUs of the section begun last.
 *
 * A repeated title continues its first section.
 *
 * @returns the rule that the text breaks when it does not say which column holds the SKUs
 */
export function readSkuList(text: string): ListedSection[] | BrokenRule {
	const table = tableIn(text);
	if (table && table.kind !== 'column') return sectionsOf(table);
	const { text: list } = withoutSeparatorLine(text);
	const rows = [...tableRows(list, '\t')];
	if (table && rows.length > 1) rows.shift();
	const wide = rows.findIndex((row) => row.length > 2);
	if (wide >= 0) {
		return { rule: 'skuListColumns', row: wide + 1, actual: rows[wide]?.length ?? 0 };
	}
	const seconds = rows.flatMap(([, second]) => second ?? []);
	if (holdsNoSkus(seconds)) return { rule: 'noHeadings', columns: 2 };
	const unheaded = seconds.length === 0 ? unheadedTable(list) : null;
	if (unheaded) return unheadedRule(unheaded);
	const sections = new Sections();
	for (const [index, [first = '', second]] of rows.entries()) {
		if (second !== undefined) {
			// An empty first cell continues the section above: merged cells are pasted like that.
			sections.enter(first);
			sections.add(listedSkus(second));
		} else {
			const isTitle = rows[index + 1]?.[0] === '';
			const [, title = isTitle ? first : '', listed, full] = TITLED_LINE.exec(first) ?? [];
			sections.enter(title);
			sections.add(listedSkus(title === '' ? first : (listed ?? full ?? '')));
		}
	}
	return sections.list();
}

function sectionsOf(table: SkuTable): ListedSection[] | BrokenRule {
	const { headings } = table;
	if (headings.sku === null) return { rule: 'noSkuColumn', headings: headings.names };
	if (mayHideSections(headings)) return { rule: 'noSectionColumn', unknown: headings.unknown };
	const sections = new Sections();
	for (const { section, skus, shopId } of productRows(table)) {
		sections.enter(section);
		sections.add(skus, shopId);
	}
	return sections.list();
}

/** Sections in the order in which they first appear. */
class Sections {
	private readonly byTitle = new Map<string, Required<Omit<ListedSection, 'title'>>>();
	private current = '';

	/** Begins or resumes a section; a blank title stays in the current one. */
	enter(given: string): void {
		const title = trimmed(given.replace(/[\r\n]+/g, ' ')).replace(/\s*[:：]$/, '');
		if (isBlank(title)) return;
		this.current = title;
		this.section();
	}

	add(skus: string[], shopId = ''): void {
		const { skus: all, shopIds } = this.section();
		for (const sku of skus) {
			all.push(sku);
			if (shopId !== '') shopIds.push([sku, shopId]);
		}
	}

	list(): ListedSection[] {
		return [...this.byTitle].map(([title, { skus, shopIds }]) => ({
			...(title !== '' && { title }),
			skus,
			...(shopIds.length > 0 && { shopIds }),
		}));
	}

	private section() {
		const section = this.byTitle.get(this.current) ?? { skus: [], shopIds: [] };
		this.byTitle.set(this.current, section);
		return section;
	}
}
