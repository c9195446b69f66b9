import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readPastedSkus } from '../../../../nodes/shared/payload/sections/pastedSkus';
import { readSkuList } from '../../../../nodes/shared/payload/sections/skuList';

const folder = join(__dirname, '..', '..', '..', 'fixtures', 'lists');
const file = (name: string) => readFileSync(join(folder, name), 'utf8');

/** Sections in short, `title: SKU · SKU=ID of the shop`, or the rule that a text breaks. */
function shown(text: string): string[] {
	const read = readSkuList(text);
	if ('rule' in read) return [JSON.stringify(read)];
	return read.map(({ title = '', skus, shopIds = [] }) => {
		const ids = new Map(shopIds);
		const named = skus.map((sku) => (ids.has(sku) ? `${sku}=${ids.get(sku)}` : sku));
		return `${title}: ${named.join(' · ')}`;
	});
}

/** What comes out of files as shops, sheets and feeds write them. */
const FILES: Record<string, string[]> = {
	'meta-template.csv': [': MUG-BLUE-03 · BOWL-S · 0017'],
	'meta-catalog.csv': [': TEA-MINT-100 · TEA-MINT-250 · TEA-OOLONG'],
	'google-merchant.tsv': [': BIKE-GRAVEL-54 · BELL-BRASS · LIGHT-SET'],
	'google-merchant.xml': [': BIKE-GRAVEL-54 · PUMP & GAUGE · GUARD-S&M'],
	'shopify-products.csv': [": '0038 · SOCK-42 · SCARF-01"],
	'woocommerce-export.csv': [
		'Blossom: HONEY-LIME=2101',
		'Candles: 2102',
		'Honey: COMB=2103 · COMB-200=2104',
	],
	'prestashop-products.csv': ['Lampes: LAMP-BRUME=12 · ABAT-LIN=13', 'Ampoules: 14'],
	'magento-products.csv': ['Outdoor: TENT-2P-GRN', 'Tents: TENT-2P', 'Spares: PEG, SET OF 6'],
	'excel-german.csv': [
		'Kannen: 0017 · 17',
		'Becher: 1,5E+11 · ВECHER-B',
		'Teller: 04. Mrz',
		'Schalen: SCHALE\u00a0S',
	],
	'erp-export.csv': [
		'{"rule":"noSkuColumn","headings":["Materialstamm","Kurztext","Lagerort","LME"]}',
	],
};

it('has a result for each file', () => {
	expect(readdirSync(folder).sort()).toEqual(Object.keys(FILES).sort());
});

describe.each(Object.entries(FILES))('%s', (name, sections) => {
	it('is read as sections', () => {
		expect(shown(file(name))).toEqual(sections);
	});

	it('is the same with other line breaks, and with a byte order mark', () => {
		const text = file(name).replaceAll('\r\n', '\n');
		expect(shown(`\ufeff${text.replace(/^\ufeff/, '')}`)).toEqual(sections);
		expect(shown(text.replaceAll('\n', '\r\n'))).toEqual(sections);
	});

	it('has the same SKUs without sections', () => {
		const read = readSkuList(file(name));
		const flat = readPastedSkus(file(name));
		if ('rule' in read) return expect(flat).toEqual(read);
		expect('skus' in flat && [...flat.skus].sort()).toEqual(
			read.flatMap(({ skus }) => skus).sort(),
		);
	});
});

it('is the same pasted from a spreadsheet, where it is no file', () => {
	const cells = file('prestashop-products.csv').replaceAll('";"', '"\t"');
	expect(shown(cells)).toEqual(FILES['prestashop-products.csv']);
});

describe('other tables', () => {
	it.each<[string, string, string[]]>([
		['a title above the headings', 'Autumn list\n\nSKU\tName\nA\tRye\nB\tTea', [': A · B']],
		['a separator in the first line', 'sep=;\nName;SKU;Preis\nRye;A;1,5\n', [': A']],
		['a bar between the cells', 'id|title|price\nA|Rye|3.20 EUR\n', [': A']],
		['a name space before the headings', 'g:id,g:title,g:price\nA,Rye,3.20 EUR', [': A']],
		[
			'a feed with a column for SKUs',
			'id\ttitle\tsku\timage_link\tavailability\nA\tRye\tX\thttps://x.example\tin stock',
			[': A=X'],
		],
		['an ID that only counts the rows', 'ID\tSKU\tName\n1\tA\tRye\n2\t\tNone', [': A']],
		['several SKUs in a cell of a small table', 'Section,SKUs\nBread,"A, B"', ['Bread: A · B']],
		[
			'a category with its path',
			'SKU\tCategory\nA\tFood > Bread\nB\tBread/Rolls',
			['Bread: A', 'Bread/Rolls: B'],
		],
		[
			'headings of columns that nobody knows, in a long table',
			'sku,foo,bar,baz\nA,1,2,3\nB,4,5,6',
			[': A · B'],
		],
		['rows as JSON', '[{"id":7,"sku":"A","price":"3.20"},{"sku":"B"}]', [': A · B']],
		[
			'the older export of a feed in Atom',
			'<feed><entry><id>https://x.example/1</id><g:id>A</g:id></entry></feed>',
			[': A'],
		],
		['an empty export', 'id,title,price,availability\n', []],
		['SKUs in lines with as many each', 'A1,B2\nC3,D4\nE5,F6', [': A1 · B2 · C3 · D4 · E5 · F6']],
		['SKUs with a number among them', 'MUG, 17\nCUP, BOWL', [': MUG · 17 · CUP · BOWL']],
	])('%s', (_name, text, sections) => {
		expect(shown(text)).toEqual(sections);
	});

	it.each<[string, string, object]>([
		['SKU and price between commas', 'A,3.20\nB,4.50', { rule: 'noHeadings', columns: 2 }],
		['SKU and price in two cells', 'A\t3.20\nB\t4.50', { rule: 'noHeadings', columns: 2 }],
		['a link in a row', 'A,Rye,https://x.example/a', { rule: 'noHeadings', columns: 3 }],
		['codes beside quantities', 'A;1\nB;12\nC;7', { rule: 'noHeadings', columns: 2 }],
		[
			'headings that nobody knows',
			'Foo;Bar\nA;1\nB;12',
			{ rule: 'noSkuColumn', headings: ['Foo', 'Bar'] },
		],
		[
			'rows as JSON without a SKU',
			'[{"name":"Rye","price":3}]',
			{ rule: 'noSkuColumn', headings: ['name', 'price'] },
		],
	])('%s: no cell of another column is taken for a SKU', (_name, text, rule) => {
		expect(readSkuList(text)).toEqual(rule);
		expect(readPastedSkus(text)).toEqual(rule);
	});
});

it('knows each heading of Meta’s template', () => {
	const [, headings = ''] = file('meta-template.csv').split('\n');
	for (const heading of headings.split(',').filter((one) => !['id', 'title'].includes(one))) {
		// Beside a section and a SKU an unknown heading would be refused as a possible section.
		expect([heading, shown(`SKU\t${heading}\nA\tx`)]).toEqual([heading, [': A']]);
	}
});
