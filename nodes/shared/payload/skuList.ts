import { isBlank, splitSkus } from './text';

/** A section as read from a pasted list; checked like any other by sections.ts. */
export interface ListedSection {
	title?: string;
	skus: string[];
}

/** What people call the two columns in a spreadsheet. */
const SECTION_HEADINGS = ['section', 'category', 'group', 'title'];
const SKU_HEADINGS = ['sku', 'skus', 'content id', 'retailer id', 'product', 'product id', 'id'];

/** `Bread: A, B` or `Bread:` alone. The space keeps a SKU such as `A:1` whole. */
const TITLED_LINE = /^([^:]+):(?:\s+(.*))?$/;

/**
 * Reads one pasted text as sections:
 * - `Bread: BREAD-01, BREAD-02` is a section with its SKUs; `Bread:` alone begins one;
 * - two spreadsheet columns are section and SKU, in the order that a heading row names;
 * - any other line holds SKUs of the section that was begun last.
 *
 * A title that comes again goes on where it stands first.
 */
export function readSkuList(text: string): ListedSection[] {
	const sections = new Map<string, string[]>();
	const add = (title: string, skus: string[]) =>
		sections.set(title, [...(sections.get(title) ?? []), ...skus]);
	const lines = text.split(/\r\n|\r|\n/).filter((line) => !isBlank(line));
	const headings = columnsOf(lines[0] ?? '').map((cell) => cell.toLowerCase());
	const skuColumn = headings.findIndex((cell) => SKU_HEADINGS.includes(cell));
	const sectionColumn = headings.findIndex((cell) => SECTION_HEADINGS.includes(cell));
	const hasHeadings = headings.length > 1 && skuColumn >= 0 && sectionColumn >= 0;
	let current = '';
	for (const line of hasHeadings ? lines.slice(1) : lines) {
		const cells = columnsOf(line);
		const titled = TITLED_LINE.exec(line.trim());
		if (cells.length > 1) {
			const [section, ...skus] = hasHeadings
				? [cells[sectionColumn] ?? '', cells[skuColumn] ?? '']
				: cells;
			// An empty first cell goes on with the section above, as merged cells are pasted.
			current = isBlank(section) ? current : section;
			add(current, skus.flatMap(splitSkus));
		} else if (titled) {
			current = titled[1].trim();
			add(current, splitSkus(titled[2] ?? ''));
		} else {
			add(current, splitSkus(line));
		}
	}
	return [...sections].map(([title, skus]) => ({ ...(title !== '' && { title }), skus }));
}

const columnsOf = (line: string): string[] => line.split('\t').map((cell) => cell.trim());
