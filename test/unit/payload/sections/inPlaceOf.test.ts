import { inPlaceOf } from '../../../../nodes/shared/payload/sections/inPlaceOf';

const INSTEAD = new Map([['MUG', ['MUG-GOLD', 'MUG-BLACK']]]);

it.each<[string, unknown, unknown]>([
	[
		'a pasted text',
		[{ title: 'Mugs', skus: 'TEA, MUG; CUP' }],
		[{ title: 'Mugs', skus: ['TEA', 'MUG-GOLD', 'MUG-BLACK', 'CUP'] }],
	],
	['a list', [{ skus: ['MUG', 7] }], [{ skus: ['MUG-GOLD', 'MUG-BLACK', 7] }]],
	['a single number', [{ skus: 7 }], [{ skus: [7] }]],
	[
		"Meta's own form",
		{ action: { sections: [{ product_items: [{ product_retailer_id: ' MUG ' }] }] } },
		[
			{
				product_items: [{ product_retailer_id: 'MUG-GOLD' }, { product_retailer_id: 'MUG-BLACK' }],
			},
		],
	],
	['JSON text', '[{"skus":["MUG"]}]', [{ skus: ['MUG-GOLD', 'MUG-BLACK'] }]],
	[
		'what holds no SKU',
		[null, 7, { skus: null }, { product_items: 'MUG' }, { product_items: [null] }],
		[null, 7, { skus: [null] }, { product_items: 'MUG' }, { product_items: [null] }],
	],
	['no list', 7, 7],
])('takes variants in the place of a group in %s', (_name, sections, replaced) => {
	expect(inPlaceOf({ sections, other: 1 }, INSTEAD)).toEqual({ sections: replaced, other: 1 });
});

it.each(['productRetailerId', 'thumbnailProductRetailerId'])('takes the first in %s', (name) => {
	expect(inPlaceOf({ [name]: ' MUG ' }, INSTEAD)).toEqual({ [name]: 'MUG-GOLD' });
	expect(inPlaceOf({ [name]: 'TEA' }, INSTEAD)).toEqual({ [name]: 'TEA' });
	expect(inPlaceOf({ [name]: null }, INSTEAD)).toEqual({ [name]: null });
});
