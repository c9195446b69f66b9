import fc from 'fast-check';

import { droppedSentence } from '../../../../nodes/shared/payload/catalog/availability';
import { CatalogIds } from '../../../../nodes/shared/payload/catalog/skuMatching/catalogIds';
import {
	findSku,
	partsOf,
	spellingsOf,
} from '../../../../nodes/shared/payload/catalog/skuMatching/matchSku';
import { numberKey } from '../../../../nodes/shared/payload/catalog/skuMatching/numbers';
import {
	shopProduct,
	type ShopSystem,
} from '../../../../nodes/shared/payload/catalog/skuMatching/shopIds';
import { skuText } from '../../../../nodes/shared/payload/values/text';

/** What a second look finds, in short: `0017 leadingZeros`, `? 017 0017` where several fit, or null. */
function found(sku: string, ids: string[], shopId?: string): string | null {
	const finding = findSku({ sku, shopId }, new CatalogIds(ids));
	if (finding === null) return null;
	return 'how' in finding
		? `${finding.sku} ${finding.how}`
		: ['?', ...finding.candidates].join(' ');
}

/** Whether a catalog that is asked for spellings and parts would have shown the ID. */
const isAskedFor = (sku: string, id: string, shopId?: string): boolean =>
	spellingsOf({ sku, shopId }).includes(id) ||
	partsOf({ sku, shopId }).some((part) => id.toLowerCase().includes(part.toLowerCase()));

type Try = [name: string, given: string, ids: string[], result: string | null, shopId?: string];

const SHEETS: Try[] = [
	['zeros lost', '17', ['0017', 'BAK-17'], '0017 leadingZeros'],
	['zeros lost, and two that it can be', '17', ['017', '0017'], '? 017 0017'],
	['zeros too many', '0017', ['17'], '17 leadingZeros'],
	['a trailing .0', '17.0', ['17'], '17 number'],
	['a trailing ,00', '17,00', ['0017'], '0017 number'],
	['a zero lost behind the point', '1.1', ['1.10'], '1.10 number'],
	['grouped thousands', '1.234.567', ['1234567'], '1234567 number'],
	['a power for a number', '1E5', ['100000'], '100000 number'],
	['a number for a power', '100000', ['1E5'], '1E5 number'],
	['a power as a sheet writes it', '1.00E+05', ['1E5'], '1E5 number'],
	['a power, and the number is there too', '1.00E+05', ['1E5', '100000'], '? 1E5 100000'],
	['a shortened number', '1.5E+11', ['150000000000'], '150000000000 number'],
	['a shortened number of another end', '1.5E+11', ['150123456789'], '150123456789 rounded'],
	['rounded up', '1.24E+11', ['123500000001'], '123500000001 rounded'],
	['a comma in it', '1,23457E+11', ['123456789012'], '123456789012 rounded'],
	[
		'a shortened number that two can be',
		'1.23457E+11',
		['123456789012', '123456999012'],
		'? 123456789012 123456999012',
	],
	['another length', '1.5E+11', ['15012345678'], null],
	[
		'cut after 15 digits',
		'1234567890123450000',
		['1234567890123456789'],
		'1234567890123456789 rounded',
	],
	['a code with an E', '12E34', ['12000'], null],
	['a date with the year first', '2026-03-04', ['3-4'], '3-4 date'],
	['a date and a time', '2026-03-04T00:00:00.000Z', ['03-04'], '03-04 date'],
	['a German date', '04.03.2026', ['4/3'], '4/3 date'],
	['an American date', '3/4/2026', ['3-4'], '3-4 date'],
	['a month in German', '04. Mrz', ['3-4'], '3-4 date'],
	['a month in English', '4-Mar', ['MAR4'], 'MAR4 date'],
	['a month and a year', '2026-09-01', ['SEP-26'], 'SEP-26 date'],
	['a date that two can be', '2026-03-04', ['3-4', '4-3'], '? 4-3 3-4'],
	['a date that is none', '2026-13-44', ['13-44'], null],
	['a no-break blank', 'TEA\u00a0EG', ['TEA EG'], 'TEA EG characters'],
	['a no-break blank in the catalog', 'TEA EG', ['TEA\u00a0EG'], 'TEA\u00a0EG characters'],
	['full width', 'ＢＡＫ－０１', ['BAK-01'], 'BAK-01 characters'],
	['a Cyrillic letter that looks like none', 'BAK-RЖE', ['BAK-RYE'], null],
	['a Cyrillic letter', 'ВAK-RYE', ['BAK-RYE'], 'BAK-RYE characters'],
	['one Cyrillic letter in the catalog', 'BAK-RYE', ['BАK-RYE'], 'BАK-RYE characters'],
	['all Cyrillic in the catalog', 'COK-01', ['СОК-01'], 'СОК-01 characters'],
	['a dash of a text program', 'BAK–RYE', ['BAK-RYE'], 'BAK-RYE characters'],
	['an invisible character within', 'BAK\u200b-RYE', ['BAK-RYE'], 'BAK-RYE characters'],
	['a soft hyphen at the end', 'BAK-RYE\u00ad', ['BAK-RYE'], 'BAK-RYE characters'],
	['an apostrophe before a number', "'0017", ['0017'], '0017 characters'],
	['an apostrophe, and zeros lost', "'17", ['0017'], '0017 leadingZeros'],
	['Excel’s way to keep a text', '="0017"', ['0017'], '0017 characters'],
	['two that look the same', 'ＢAK', ['BAK', 'ВAK'], '? BAK ВAK'],
	['lower case is another SKU', 'bak-rye', ['BAK-RYE'], null],
	['nothing alike', 'ZZZ', ['BAK-RYE', '0017'], null],
];

const SHOPS: Try[] = [
	['a SKU of WooCommerce', 'MUG', ['MUG_123', 'BOWL_124'], 'MUG_123 shopId'],
	['a SKU with two products', 'MUG', ['MUG_123', 'MUG_124'], '? MUG_123 MUG_124'],
	['a post ID behind a SKU', '123', ['MUG_123'], 'MUG_123 shopId'],
	['a post ID without a SKU', '123', ['wc_post_id_123'], 'wc_post_id_123 shopId'],
	['a post ID that two have', '123', ['MUG_123', 'CUP_123'], '? MUG_123 CUP_123'],
	['the old form, where the catalog has the new one', 'MUG_123', ['123'], '123 shopId'],
	['the form without a SKU, where it has the new one', 'wc_post_id_123', ['123'], '123 shopId'],
	['the form without a SKU, where it has one', 'wc_post_id_123', ['MUG_123'], 'MUG_123 shopId'],
	['the same number behind another SKU', 'SHIRT_38', ['SHOES_38'], null],
	['a single digit is no post ID', '5', ['BOLT_5'], null],
	['a SKU with an underline', 'MUG_BLUE', ['MUG_BLUE_77'], 'MUG_BLUE_77 shopId'],
	['a product of PrestaShop', '12', ['12-0'], '12-0 shopId'],
	['one with several combinations', '12', ['12-1', '12-2'], '? 12-1 12-2'],
	['a combination in a catalog per language', '12-34', ['12-34-fr'], '12-34-fr shopId'],
	['the same the other way', '12-34-fr', ['12-34'], '12-34 shopId'],
	['a variant of Shopify', '41234', ['shopify_US_7654_41234'], 'shopify_US_7654_41234 shopId'],
	['a product of Shopify', '7654', ['shopify_US_7654_41234'], 'shopify_US_7654_41234 shopId'],
	['the old form of Shopify', 'shopify_DE_7654_41234', ['41234'], '41234 shopId'],
	[
		'another country',
		'shopify_DE_7654_41234',
		['shopify_US_7654_41234'],
		'shopify_US_7654_41234 shopId',
	],
	['zeros before a shop', '17', ['0017', 'MUG_17'], '0017 leadingZeros'],
	['the ID beside the SKU', 'MUG', ['123', 'MUG_9'], '123 shopId', '123'],
	['SKU and ID beside each other', 'MUG', ['MUG_123', 'MUG_9'], 'MUG_123 shopId', '123'],
	['the ID of PrestaShop beside a reference', 'LAMP', ['12-0'], '12-0 shopId', '12'],
	['the ID beside a SKU that nobody knows', 'MUG', ['BOWL_124'], null, '123'],
];

it.each([...SHEETS, ...SHOPS])('%s: %s among %j is %s', (...[, given, ids, result, shopId]) => {
	expect(found(given, ids, shopId)).toBe(result);
});

it.each([...SHEETS, ...SHOPS].filter(([, , , result]) => result !== null))(
	'a catalog is asked for what it can be: %s',
	(...[, given, ids, result, shopId]) => {
		const named = (result ?? '').startsWith('?') ? ids : ids.slice(0, 1);
		for (const id of named) expect([id, isAskedFor(given, id, shopId)]).toEqual([id, true]);
	},
);

it('never finds anything but an ID of the catalog, and nothing where two fit', () => {
	const id = fc.string({ minLength: 1, maxLength: 7, unit: fc.constantFrom(...'0017_-ABВЕE.+') });
	fc.assert(
		fc.property(id, fc.array(id, { maxLength: 12 }), (given, ids) => {
			const finding = findSku({ sku: given }, new CatalogIds(ids));
			if (finding === null) return;
			if ('how' in finding) expect(ids).toContain(finding.sku);
			else expect(new Set(finding.candidates).size).toBeGreaterThan(1);
		}),
		{ numRuns: 3_000 },
	);
});

it('finds each number of leading zeros again', () => {
	fc.assert(
		fc.property(fc.nat(99_999), fc.integer({ min: 1, max: 9 }), (number, zeros) => {
			const id = '0'.repeat(zeros) + String(number);
			expect(found(String(number), [id, 'BAK-RYE'])).toBe(`${id} leadingZeros`);
			expect(isAskedFor(String(number), id)).toBe(id.length <= 14);
		}),
	);
});

it('finds each number that JSON has rounded, unless two become the same', () => {
	fc.assert(
		fc.property(fc.bigInt({ min: 10n ** 16n, max: 10n ** 20n }), (number) => {
			const id = String(number);
			const given = String(skuText(Number(id)));
			expect(given).toMatch(/^\d(\.\d+)?e\+\d+$/);
			const how = numberKey(given) === id ? 'number' : 'rounded';
			expect(found(given, [id, '4711'])).toBe(`${id} ${how}`);
			expect(isAskedFor(given, id)).toBe(true);
			const neighbour = String(number + 1n);
			if (Number(neighbour) === Number(id)) {
				expect(new Set(found(given, [id, neighbour])?.split(' '))).toEqual(
					new Set(['?', id, neighbour]),
				);
			}
		}),
	);
});

it.each([
	['0017', '17'],
	['17.0', '17'],
	['1,50', '1.5'],
	['1.5E+3', '1500'],
	['12e-1', '1.2'],
	['0', '0'],
	['000', '0'],
	['', null],
	['1.2.3', null],
	['-5', null],
	['1E99', null],
	['0x10', null],
	['１７', null],
])('%j counts %j', (text, key) => {
	expect(numberKey(text)).toBe(key);
});

describe('the product of a shop behind a content ID', () => {
	it.each<[string, ShopSystem | undefined, string | null]>([
		['wc_post_id_123', undefined, 'woocommerce 123 - -'],
		['MUG-BLUE_123', undefined, 'woocommerce 123 - MUG-BLUE'],
		['12-34', undefined, 'prestashop 12 34 -'],
		['12-0', undefined, 'prestashop 12 - -'],
		['12-34-fr', undefined, 'prestashop 12 34 -'],
		['shopify_US_7654_41234', undefined, 'shopify 7654 41234 -'],
		['123', undefined, null],
		['BAK-RYE', undefined, null],
		['SHIRT_3', undefined, null],
		['123', 'woocommerce', 'woocommerce 123 - -'],
		['MUG', 'woocommerce', 'woocommerce - - MUG'],
		['41234567890123', 'shopify', 'shopify - 41234567890123 -'],
		['WH-1', 'magento', 'magento - - WH-1'],
		['55', 'magento', 'magento 55 - 55'],
		['12', 'prestashop', 'prestashop 12 - -'],
		['MUG_123', 'magento', 'magento - - MUG_123'],
	])('%s with %s', (id, system, expected) => {
		const product = shopProduct(id, system);
		const shown = product && [
			product.system,
			...[product.productId, product.variantId, product.sku].map((part) => part ?? '-'),
		];
		expect(shown === null ? null : shown.join(' ')).toBe(expected);
	});
});

describe('what is said where nothing is sure', () => {
	const missing = (sku: string, more: object = {}) =>
		droppedSentence({ sku, reason: 'notInCatalog', ...more });

	it.each<[string, string]>([
		[
			missing('17', { suggestions: ['017', '0017'] }),
			'17 is not in the catalog, but it may stand for 017, 0017. Give the one that you mean as the catalog writes it.',
		],
		[missing('17', { suggestions: ['0017'] }), '17 is not in the catalog; did you mean 0017?'],
		[
			missing('1.5E+11'),
			'1.5E+11 is not in the catalog. It is a number that was rounded on its way. Keep SKUs as text in your sheet.',
		],
		[
			missing('04.03.2026'),
			'04.03.2026 is not in the catalog. It looks like a date that a sheet has made of a SKU such as 3-4. Keep SKUs as text in your sheet.',
		],
	])('%s', (sentence, expected) => {
		expect(sentence).toBe(expected);
	});
});
