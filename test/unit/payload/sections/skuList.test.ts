import { validateField } from '../../../../nodes/shared/payload/problems';
import { readSkuList, skuListText } from '../../../../nodes/shared/payload/sections/skuList';

it.each<[string, string, object[]]>([
	['SKUs alone', 'A, B; C\nD', [{ skus: ['A', 'B', 'C', 'D'] }]],
	[
		'titled lines',
		'Bread: A, B\r\nFruit: C\n',
		[
			{ title: 'Bread', skus: ['A', 'B'] },
			{ title: 'Fruit', skus: ['C'] },
		],
	],
	[
		'a title with its SKUs below',
		'Bread:\nA\nB\n\nFruit:\nC',
		[
			{ title: 'Bread', skus: ['A', 'B'] },
			{ title: 'Fruit', skus: ['C'] },
		],
	],
	[
		'two columns of a spreadsheet',
		'Bread\tA\nBread\tB\nFruit\tC\n\tD',
		[
			{ title: 'Bread', skus: ['A', 'B'] },
			{ title: 'Fruit', skus: ['C', 'D'] },
		],
	],
	[
		'columns in the order that the headings name',
		'SKU\tPrice\tCategory\nA\t1\tBread\nC\t2\tFruit\nB\t3\tBread',
		[
			{ title: 'Bread', skus: ['A', 'B'] },
			{ title: 'Fruit', skus: ['C'] },
		],
	],
	['a SKU with a colon', 'A:1, B:2', [{ skus: ['A:1', 'B:2'] }]],
	['a SKU that is a heading word', 'sku', [{ skus: ['sku'] }]],
	['a title without SKUs', 'Bread:', [{ title: 'Bread', skus: [] }]],
	['nothing', ' \n\t\n', []],
])('reads %s', (_name, text, sections) => {
	expect(readSkuList(text)).toEqual(sections);
});

describe('heading rows', () => {
	const one = [{ skus: ['BAK-RYE'] }];
	const titled = [{ title: 'Bread', skus: ['BAK-RYE'] }];

	it.each<[string, string, object[]]>([
		['the better SKU column', 'Product\tSKU\tCategory\nRye\tBAK-RYE\tBread', titled],
		['SKU before ID', 'ID\tSKU\tCategory\n123\tBAK-RYE\tBread', titled],
		['section before category', 'Category\tSection\tSKU\nFood\tBread\tBAK-RYE', titled],
		["Meta's export", 'id\ttitle\tdescription\nBAK-RYE\tRye\tGood', one],
		['the title of a product', 'SKU\tTitle\tPrice\nBAK-RYE\tRye\t3', one],
		['the title of a section', 'Title\tSKU\nBread\tBAK-RYE', titled],
		['name and SKU', 'Name\tSKU\nRye\tBAK-RYE', one],
		['SKU and name', 'SKU\tName\nBAK-RYE\tRye', one],
		['SKU alone', 'SKU\nBAK-RYE', one],
		['German', 'Kategorie\tArtikelnummer\nBread\tBAK-RYE', titled],
		['Spanish', 'Sección\tSKU\nBread\tBAK-RYE', titled],
		['Spanish in parts', 'Seccio\u0301n\tSKU\nBread\tBAK-RYE', titled],
		['underscores', 'Content_ID\tsection\nBAK-RYE\tBread', titled],
		["Meta's field", 'product_retailer_id\tGroup\nBAK-RYE\tBread', titled],
		['another field', 'retailer_id\tGroup\nBAK-RYE\tBread', titled],
		['a full stop', 'Section\tArticle no.\nBread\tBAK-RYE', titled],
		['a CSV file', 'section,sku\nBread,BAK-RYE\n', titled],
		['a CSV file with semicolons', '"SKU";"Name"\r\n"BAK-RYE";"Rye; good"\r\n', one],
	])('%s', (_name, text, sections) => {
		expect(readSkuList(text)).toEqual(sections);
	});

	it.each<[string, string, object]>([
		[
			'a section that is not known',
			'Regal\tSKU\nA\tB',
			{ rule: 'noSectionColumn', unknown: ['Regal'] },
		],
		['the same between commas', 'Regal,SKU\nA,B', { rule: 'noSectionColumn', unknown: ['Regal'] }],
		[
			'a SKU that is not known',
			'Category\tCode X\nA\tB',
			{ rule: 'noSkuColumn', headings: ['Category', 'Code X'] },
		],
		['no SKU at all', 'Name\tPrice\nA\t3', { rule: 'noSkuColumn', headings: ['Name', 'Price'] }],
		[
			'the same between semicolons',
			'Name;Price;Stock\nA;3;1',
			{ rule: 'noSkuColumn', headings: ['Name', 'Price', 'Stock'] },
		],
		[
			'a product beside its price, which is a name',
			'Product\tPrice\nRye\t3',
			{ rule: 'noSkuColumn', headings: ['Product', 'Price'] },
		],
	])('%s is refused', (_name, text, broken) => {
		expect(readSkuList(text)).toEqual(broken);
	});
});

describe('cells', () => {
	it('without headings are section and SKU, never more', () => {
		expect(readSkuList('Bread\tBAK-RYE\nBread\tBAK-BAGEL\tBagel')).toEqual({
			rule: 'skuListColumns',
			row: 2,
			actual: 3,
		});
	});

	it.each<[string, string, object[]]>([
		['in quotes', '"Tea ""best"""\tTEA-MINT', [{ title: 'Tea "best"', skus: ['TEA-MINT'] }]],
		[
			'with a line break',
			'"Tea\nand more"\tTEA-MINT',
			[{ title: 'Tea and more', skus: ['TEA-MINT'] }],
		],
		[
			'with an open quote',
			'"Tea\tTEA-MINT\nMilk\tMILK',
			[
				{ title: '"Tea', skus: ['TEA-MINT'] },
				{ title: 'Milk', skus: ['MILK'] },
			],
		],
		[
			'that are empty at the end',
			'BAK-RYE\t\nBAK-BAGEL\t\t\n',
			[{ skus: ['BAK-RYE', 'BAK-BAGEL'] }],
		],
		[
			'that begin a section above merged ones',
			'Bread\t\n\tA\n\tB',
			[{ title: 'Bread', skus: ['A', 'B'] }],
		],
		['with a colon after the title', 'Bread:\tA\nBread\tB', [{ title: 'Bread', skus: ['A', 'B'] }]],
		['that are SKUs in quotes', '"A", "B"', [{ skus: ['A', 'B'] }]],
	])('%s', (_name, text, sections) => {
		expect(readSkuList(text)).toEqual(sections);
	});
});

it.each<[string, string, object[]]>([
	[
		'Chinese punctuation',
		'面包：A、B，C\n茶：D',
		[
			{ title: '面包', skus: ['A', 'B', 'C'] },
			{ title: '茶', skus: ['D'] },
		],
	],
	['Arabic punctuation', 'خبز: A، B؛ C', [{ title: 'خبز', skus: ['A', 'B', 'C'] }]],
	['invisible marks', '\u200bBread: A\nBread\u200b: B', [{ title: 'Bread', skus: ['A', 'B'] }]],
])('reads %s', (_name, text, sections) => {
	expect(readSkuList(text)).toEqual(sections);
});

it('reads as many rows as a spreadsheet has', () => {
	const rows = Array.from({ length: 200_000 }, (_, index) => `Bread\tSKU-${index}`);
	expect(readSkuList(rows.join('\n'))).toMatchObject([{ skus: { length: 200_000 } }]);
});

describe('the field', () => {
	const read = (given: unknown) => validateField('skuList', skuListText, given);

	it('takes the rows of a table', () => {
		const rows = [
			{ Artikelnummer: 'A', Warengruppe: 'Brot' },
			{ Artikelnummer: 4711, Warengruppe: 'Tee' },
		];
		const value = [
			{ title: 'Brot', skus: ['A'] },
			{ title: 'Tee', skus: ['4711'] },
		];
		expect(read(rows)).toEqual({ ok: true, value });
		expect(read(rows.map((json) => ({ json })))).toEqual({ ok: true, value });
		expect(read(JSON.stringify(rows))).toEqual({ ok: true, value });
	});

	it('takes a list of lines', () => {
		expect(read(['Bread: A', 4711])).toEqual({
			ok: true,
			value: [{ title: 'Bread', skus: ['A', '4711'] }],
		});
	});

	it.each<[string, unknown, string]>([
		['a list of lists', [['A']], 'SKU List is a list. It must be a text.'],
		['an object', { sku: 'A' }, 'SKU List is an object. It must be a text.'],
		[
			'unknown headings',
			'Regal\tSKU\nA\tB',
			'SKU List has a first row that names no Section column: "Regal" is not known. Name the two columns "Section" and "SKU" there, and leave out what is neither of them.',
		],
		[
			'three columns',
			'A\tB\tC',
			'SKU List has 3 columns in row 1. Paste section and SKU only, or put a first row above that names these two columns "Section" and "SKU".',
		],
	])('says what %s is', (_name, given, sentence) => {
		expect(read(given)).toEqual({ ok: false, problems: [{ field: 'SKU List', sentence }] });
	});
});
