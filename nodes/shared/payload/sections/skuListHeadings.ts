import {
	FEED_ONLY,
	foldedHeading,
	isOtherHeading,
	PRODUCT_HEADINGS,
	SECTION_HEADINGS,
	SKU_HEADINGS,
} from './headingNames';

/** What the heading row of a table says about its columns. */
export interface Headings {
	/** The column of the SKUs; null when none has a name that is known for them. */
	sku: number | null;
	/** The column of the section titles. */
	section: number | null;
	/** Whether the sections are categories of a shop: a cell then has the paths of several. */
	hasPaths: boolean;
	/** Another column that identifies the products: the ID that the shop itself gives them. */
	shopId: number | null;
	/** The headings as they are written, without the empty ones. */
	names: string[];
	/** Those that are not known. */
	unknown: string[];
}

/** Tables of a few columns are made by hand: in these a column with an unknown name may be the sections. */
export const HAND_MADE = 3;

/** Known headings beside an `id` that make a table the export of a shop, and not one with numbered rows. */
const EXPORT = 3;

const SECTION_NAMES = new Set(SECTION_HEADINGS.flat());
const SKU_NAMES = new Set(SKU_HEADINGS.flat());
const CATEGORIES = new Set(['categories', 'kategorien', 'categorias']);
const TITLE = SECTION_HEADINGS.length - 1;
const [OWN = [], CONTENT = [], ARTICLE = [], SHOP_ID = [], BARE_ID = []] = SKU_HEADINGS;

/** Best first: of a variant and its product the variant is what is sold. */
const SHOP_IDS = [['variant id'], SHOP_ID, BARE_ID, OWN, CONTENT, ARTICLE];

const isOther = (cell: string): boolean => !SECTION_NAMES.has(cell) && isOtherHeading(cell);

const isKnown = (cell: string): boolean =>
	isOther(cell) ||
	SECTION_NAMES.has(cell) ||
	SKU_NAMES.has(cell) ||
	PRODUCT_HEADINGS.includes(cell);

/**
 * Reads a row as headings.
 *
 * @param isCells whether the row certainly is one of cells, and not a list with commas
 * @returns null when it is no heading row
 */
export function readHeadings(row: readonly string[], isCells = true): Headings | null {
	const cells = row.map(foldedHeading);
	const sku = skuColumn(cells);
	const without = cells.map((cell, index) => (index === sku?.column ? '' : cell));
	const titles = best(without, SECTION_HEADINGS);
	const count = cells.filter(isKnown).length;
	if (sku === null && (row.length === 1 || count < (isCells && titles ? 1 : 2))) return null;
	// Next to Meta's ids or other product columns, "title" is the name of the product.
	const isName =
		titles?.rank === TITLE && (cells.some(isOther) || sku?.name.endsWith('id') === true);
	const section = isName ? null : titles;
	return {
		sku: sku?.column ?? null,
		section: section?.column ?? null,
		hasPaths: section !== null && CATEGORIES.has(section.name),
		shopId: shopIdColumn(without, count),
		names: row.filter((_, index) => cells[index] !== ''),
		unknown: row.filter((_, index) => cells[index] !== '' && !isKnown(cells[index] ?? '')),
	};
}

/** Whether one of the columns could be the sections, and only its name does not say so. */
export const mayHideSections = ({ section, names, unknown }: Headings): boolean =>
	section === null && unknown.length > 0 && names.length <= HAND_MADE;

interface Found {
	column: number;
	rank: number;
	name: string;
}

function skuColumn(cells: string[]): Found | null {
	const isFeed = cells.filter((cell) => FEED_ONLY.has(cell)).length > 1;
	const found = best(cells, isFeed ? [CONTENT, BARE_ID, ...SKU_HEADINGS] : SKU_HEADINGS);
	if (found) return found;
	const product = best(cells, [[...PRODUCT_HEADINGS]]);
	const isAlone = cells.every(
		(cell, index) => index === product?.column || cell === '' || SECTION_NAMES.has(cell),
	);
	return isAlone ? product : null;
}

/** A column that is only called ID may number the rows of a sheet, unless a shop has written it. */
function shopIdColumn(cells: string[], known: number): number | null {
	const found = best(cells, SHOP_IDS);
	return found && (found.name !== 'id' || known > EXPORT) ? found.column : null;
}

function best(cells: readonly string[], ranks: ReadonlyArray<readonly string[]>): Found | null {
	for (const [rank, names] of ranks.entries()) {
		const column = cells.findIndex((cell) => names.includes(cell));
		const name = cells[column];
		if (name !== undefined) return { column, rank, name };
	}
	return null;
}
