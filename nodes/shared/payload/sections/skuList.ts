import { z } from 'zod/v4';

import { report, type BrokenRule } from '../rules/rules';
import { isBlank, splitSkus, textLike, trimmed } from '../values/text';
import { readTable } from './pastedTable';
import { readHeadings, type Columns } from './skuListHeadings';

/** A section as read from a pasted list; checked like any other by sections.ts. */
export interface ListedSection {
	title?: string;
	skus: string[];
}

/**
 * `Bread: A, B` or `Bread:` alone. The blank keeps a SKU such as `A:1` whole; no SKU contains a
 * full-width colon, so that one needs no blank.
 */
const TITLED_LINE = /^([^:：]+)(?::(?:\s+([\s\S]*))?|：\s*([\s\S]*))$/;

/** The field `skuList`: a text, or a list of its lines. */
export const skuListText = z.preprocess(
	(given) => (Array.isArray(given) && given.every(isLine) ? given.join('\n') : textLike(given)),
	z.string().transform((text, ctx): ListedSection[] => {
		const read = readSkuList(text);
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
 *   and it may be a CSV file;
 * - any other line holds SKUs of the section begun last.
 *
 * A repeated title continues its first section.
 *
 * @returns the rule that the text breaks when its columns are ambiguous
 */
export function readSkuList(text: string): ListedSection[] | BrokenRule {
	const { rows, columns } = tableIn(text);
	if (columns && 'missing' in columns) return { rule: 'headings', ...columns };
	const sections = new Sections();
	for (const [index, cells] of rows.entries()) {
		const [first = '', second, ...more] = cells;
		if (columns) {
			const { sku, section } = columns;
			sections.enter(section === null ? '' : (cells[section] ?? ''));
			sections.add(cells[sku] ?? '');
		} else if (more.length > 0) {
			return { rule: 'skuListColumns', row: index + 1, actual: cells.length };
		} else if (second !== undefined) {
			// An empty first cell continues the section above: merged cells are pasted like that.
			sections.enter(first);
			sections.add(second);
		} else {
			const isTitle = rows[index + 1]?.[0] === '';
			const [, title = isTitle ? first : '', listed, wide] = TITLED_LINE.exec(first) ?? [];
			sections.enter(title);
			sections.add(title === '' ? first : (listed ?? wide ?? ''));
		}
	}
	return sections.list();
}

/** The rows without the heading row, and the columns that it names, if there is one. */
function tableIn(text: string): { rows: string[][]; columns: Columns | null } {
	const pasted = readTable(text, '\t');
	const [first = [], ...below] = pasted;
	const columns = readHeadings(first);
	if (first.length > 1) return columns ? { rows: below, columns } : { rows: pasted, columns };
	for (const separator of [',', ';'] as const) {
		const [head = []] = readTable(first[0] ?? '', separator);
		const named = head.length > 1 ? readHeadings(head) : null;
		if (named && 'sku' in named) {
			return { rows: readTable(text, separator).slice(1), columns: named };
		}
	}
	// Below the heading of a single column, lines are read as without one.
	return { rows: columns && below.length > 0 ? below : pasted, columns: null };
}

/** Sections in the order in which they first appear. */
class Sections {
	private readonly byTitle = new Map<string, string[]>();
	private current = '';

	/** Begins or resumes a section; a blank title stays in the current one. */
	enter(given: string): void {
		const title = trimmed(given.replace(/[\r\n]+/g, ' ')).replace(/\s*[:：]$/, '');
		if (isBlank(title)) return;
		this.current = title;
		this.skus();
	}

	add(listed: string): void {
		for (const sku of splitSkus(listed)) this.skus().push(sku.replace(/^"([^"]+)"$/, '$1'));
	}

	list(): ListedSection[] {
		return [...this.byTitle].map(([title, skus]) => ({ ...(title !== '' && { title }), skus }));
	}

	private skus(): string[] {
		const skus = this.byTitle.get(this.current) ?? [];
		this.byTitle.set(this.current, skus);
		return skus;
	}
}
