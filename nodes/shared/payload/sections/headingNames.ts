/**
 * Names of columns in product tables, as {@link foldedHeading} writes them: small letters without
 * accents and punctuation. What a shop or a feed calls its columns is in facts 6.7.
 */

/** Columns of SKUs, best first: where a table has several, the best one is used. */
export const SKU_HEADINGS: readonly string[][] = [
	[
		...['sku', 'skus', 'sku code', 'sku number', 'product sku', 'item sku', 'variant sku'],
		...['seller sku', 'merchant sku', 'stock keeping unit'],
	],
	// Meta's own names (facts 0.6).
	['content id', 'content ids', 'product retailer id', 'retailer id'],
	[
		...['article number', 'article no', 'article nr', 'article code', 'item number', 'item no'],
		...['item code', 'product code', 'product number', 'product no', 'part number', 'part no'],
		...['reference', 'reference number', 'ref', 'product reference'],
		...['artikelnummer', 'artikel nummer', 'artikelnr', 'artikel nr', 'art nr', 'artnr', 'art no'],
		...['produktnummer', 'bestellnummer', 'referencia', 'codigo', 'codigo de producto'],
		...['codigo do produto', 'code article', 'codice', 'codice articolo', 'riferimento'],
		...['artikelcode', 'varenummer', 'artikelnummer sku', 'артикул', 'kode produk', '商品编号'],
	],
	['product id', 'item id', 'article id', 'variant id', 'post id', 'entity id', 'id product'],
	['id'],
];

/** A heading that says nothing of SKUs, but with which people mean them beside a section. */
export const PRODUCT_HEADINGS: readonly string[] = ['product', 'products'];

/** Columns of section titles, best first. */
export const SECTION_HEADINGS: readonly string[][] = [
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
		...['category', 'categories', 'kategorie', 'kategorien', 'warengruppe', 'categoria'],
		...['categorias', 'categorie', 'collection'],
	],
	['group', 'product group', 'gruppe', 'produktgruppe', 'grupo', 'groupe', 'gruppo'],
	['title', 'titel', 'titulo', 'titre', 'titolo'],
];

/** Columns of Meta's and Google's catalog files beside the ID. Facts 6.7. */
const FEED_HEADINGS: ReadonlySet<string> = new Set([
	...['title', 'description', 'rich text description', 'short description', 'availability'],
	...['availability date', 'condition', 'price', 'sale price', 'sale price effective date'],
	...['link', 'mobile link', 'checkout url', 'image link', 'image url', 'additional image link'],
	...['additional image url', 'image tag', 'lifestyle image link', 'video url', 'video tag'],
	...['video link', 'brand', 'google product category', 'fb product category', 'product type'],
	...['quantity to sell on facebook', 'inventory', 'item group id', 'gender', 'color', 'size'],
	...['age group', 'material', 'pattern', 'style', 'product tags', 'product highlight'],
	...['product detail', 'shipping', 'shipping weight', 'shipping label', 'gtin', 'mpn', 'isbn'],
	...[
		'identifier exists',
		'custom label',
		'custom number',
		'internal label',
		'status',
		'visibility',
	],
	...['override', 'offer disclaimer', 'offer disclaimer url', 'disabled capabilities'],
	...['commerce tax category', 'wa compliance category', 'origin country', 'importer name'],
	...['importer address street', 'importer address street line', 'importer address city'],
	...['importer address region', 'importer address postal code', 'importer address country'],
	...['manufacturer info', 'manufacturer part number', 'return policy days', 'expiration date'],
	...['unit pricing measure', 'unit pricing base measure', 'unit price value'],
	...['unit price currency', 'unit price unit', 'size system', 'size type', 'multipack'],
	...['is bundle', 'adult', 'energy efficiency class', 'cost of goods sold', 'ads redirect'],
	...['applink ios url', 'applink ios app store id', 'applink ios app name', 'applink android url'],
	...['applink android package', 'applink android app name', 'marked for product launch'],
]);

/** Columns that only a catalog file has: in it `id` is the content ID, whatever else is called SKU. */
export const FEED_ONLY: ReadonlySet<string> = new Set([
	...['image link', 'additional image link', 'google product category', 'fb product category'],
	...['item group id', 'sale price effective date', 'quantity to sell on facebook', 'availability'],
]);

/** Other columns of product tables and of the exports of WooCommerce, Shopify, PrestaShop, Magento. */
const OTHER_HEADINGS: ReadonlySet<string> = new Set([
	...['name', 'product name', 'item name', 'currency', 'stock', 'quantity', 'qty', 'url', 'image'],
	...['images', 'unit', 'units', 'weight', 'type', 'product category', 'tags', 'vendor', 'handle'],
	...['url handle', 'body html', 'published', 'regular price', 'compare at price', 'cost'],
	...['cost per item', 'barcode', 'ean', 'upc', 'gtin upc ean or isbn', 'hs code'],
	...['in stock', 'parent', 'position', 'meta title', 'meta description', 'seo title'],
	...['seo description', 'image src', 'image alt text', 'gift card', 'option name', 'option value'],
	...['attribute name', 'attribute value s', 'variant price', 'variant inventory qty'],
	...['variant barcode', 'variant image', 'inventory quantity', 'is featured'],
	...[
		'visibility in catalog',
		'tax status',
		'tax class',
		'shipping class',
		'upsells',
		'cross sells',
	],
	...['price tax excl', 'price tax incl', 'price tax excluded', 'price tax included'],
	...['active', 'supplier reference', 'manufacturer', 'store view code', 'attribute set code'],
	...[
		'product websites',
		'product online',
		'url key',
		'base image',
		'small image',
		'thumbnail image',
	],
	...['additional attributes', 'configurable variations', 'is in stock', 'tax class name'],
	...['typ', 'artikel', 'artikelname', 'produkt', 'produktname', 'bezeichnung', 'beschreibung'],
	...[
		'preis',
		'bestand',
		'lager',
		'lagerbestand',
		'menge',
		'anzahl',
		'marke',
		'hersteller',
		'bild',
	],
	...['groesse', 'grosse', 'farbe', 'gewicht', 'einheit', 'wahrung', 'veroffentlicht'],
	...['nombre', 'descripcion', 'precio', 'cantidad', 'marca', 'existencias', 'talla', 'colour'],
	...['nom', 'prix', 'quantite', 'stocks', 'marque', 'nome', 'preco', 'quantidade', 'descricao'],
	...['estoque', 'prezzo', 'descrizione', 'quantita', 'giacenza', 'naam', 'prijs', 'omschrijving'],
]);

/** `Content_ID` → `content id`, `Sección` → `seccion`, `video[0].url` → `video 0 url`. */
export const foldedHeading = (cell: string): string =>
	cell
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase()
		// Google's name space, in feeds and in tables made of them.
		.replace(/^g:/, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

/** Whether a heading is that of a product table beside SKUs and sections: `video 0 url`, `option1 name`. */
export function isOtherHeading(folded: string): boolean {
	const plain = folded.replace(/(?<=\p{L}) ?\d+(?= |$)/gu, '');
	return FEED_HEADINGS.has(plain) || OTHER_HEADINGS.has(plain);
}
