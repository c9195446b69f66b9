import { readSkuList } from '../../../nodes/shared/payload/skuList';

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
