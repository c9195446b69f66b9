/**
 * Names of the SKU and section columns in product tables, best first, without accents and
 * punctuation. Several columns of a table may match; the best one is used.
 */
const SKU_HEADINGS = [
	['sku', 'skus', 'sku code', 'product sku', 'item sku'],
	// Meta's own names (facts 0.6).
	['content id', 'content ids', 'product retailer id', 'retailer id'],
	[
		...['article number', 'article no', 'article nr', 'article code', 'item number', 'item no'],
		...['item code', 'product code', 'product number', 'product no', 'part number', 'reference'],
		...['artikelnummer', 'artikel nummer', 'artikelnr', 'artikel nr', 'art nr', 'artnr', 'art no'],
		...['referencia', 'codigo', 'codigo de producto', 'codigo do produto', 'code article'],
		...['codice', 'codice articolo', 'artikelcode', 'артикул', 'kode produk', '商品编号'],
	],
	['product id', 'item id', 'article id'],
	['product', 'products'],
	['id'],
];

const SECTION_HEADINGS = [
	[
		'section',
		'sections',
		'section title',
		'section name',
		'abschnitt',
		'seccion',
		'secao',
		'sezione',
	],
	[
		'category',
		'categories',
		'product category',
		'kategorie',
		'warengruppe',
		'categoria',
		'categorie',
	],
	['group', 'product group', 'gruppe', 'produktgruppe', 'grupo', 'groupe', 'gruppo'],
	['title', 'titel', 'titulo', 'titre', 'titolo'],
];

/** Other columns of a product table. */
const OTHER_HEADINGS = new Set([
	...['name', 'product name', 'item name', 'description', 'price', 'sale price', 'currency'],
	...['availability', 'stock', 'inventory', 'quantity', 'qty', 'brand', 'link', 'url', 'image'],
	...['image link', 'image url', 'condition', 'status', 'visibility', 'color', 'size', 'unit'],
	...[
		'artikel',
		'produktname',
		'bezeichnung',
		'beschreibung',
		'preis',
		'bestand',
		'menge',
		'marke',
	],
	...['nombre', 'descripcion', 'precio', 'cantidad', 'marca', 'nom', 'prix', 'nome', 'preco'],
	...['descricao', 'prezzo', 'descrizione'],
]);

const TITLE = SECTION_HEADINGS.length - 1;

/** Which columns of a table hold SKU and section, or which of its headings are unknown. */
export type Columns =
	| { sku: number; section: number | null }
	/** A heading row in which one of the two columns is missing or has an unknown name. */
	| { missing: 'SKU' | 'Section'; unknown: string[] };

/** Reads a first row as headings. Null when it is not a heading row. */
export function readHeadings(row: string[]): Columns | null {
	const cells = row.map(folded);
	const sku = best(cells, SKU_HEADINGS);
	const others = cells.map((cell, index) => (index === sku?.column ? '' : cell));
	const isOther = (cell: string) => OTHER_HEADINGS.has(cell);
	const found = best(others, SECTION_HEADINGS);
	// Next to Meta's ids or other product columns, "title" is the name of the product.
	const isName =
		found?.rank === TITLE && (cells.some(isOther) || (sku !== null && sku.name.endsWith('id')));
	const section = isName ? null : found;
	if (sku && section) return { sku: sku.column, section: section.column };
	const unknown = row.filter((cell) => folded(cell) !== '' && !isKnown(folded(cell)));
	if (sku && unknown.length === 0) return { sku: sku.column, section: null };
	if (sku) return { missing: 'Section', unknown };
	const isHeading = found !== null || cells.filter(isOther).length > 1;
	return isHeading && row.length > 1 ? { missing: 'SKU', unknown } : null;
}

const isKnown = (cell: string): boolean =>
	OTHER_HEADINGS.has(cell) || [...SKU_HEADINGS, ...SECTION_HEADINGS].flat().includes(cell);

function best(
	cells: string[],
	ranks: string[][],
): { column: number; rank: number; name: string } | null {
	for (const [rank, names] of ranks.entries()) {
		const column = cells.findIndex((cell) => names.includes(cell));
		const name = cells[column];
		if (name !== undefined) return { column, rank, name };
	}
	return null;
}

/** `Content_ID` → `content id`, `Sección` → `seccion`, `Article no.` → `article no`. */
const folded = (cell: string): string =>
	cell
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
