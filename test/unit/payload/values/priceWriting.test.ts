import {
	isMixed,
	learnFromOrder,
	learnFromText,
	newPriceWriting,
	readCatalogPrice,
	showsDecimals,
} from '../../../../nodes/shared/payload/values/priceWriting';

const KWD = 'KWD';
/** A text, or a text and what was paid for that product. */
type Seen = string | [text: string, paid: unknown];

const writingOf = (seen: Seen[], currency = KWD) => {
	const writing = newPriceWriting();
	for (const one of seen) {
		if (typeof one === 'string') learnFromText(writing, one, currency);
		else learnFromOrder(writing, one[0], currency, one[1]);
	}
	return writing;
};

it.each<[string, Seen[], string, number | null]>([
	['nothing else', [], 'KWD 1.250', null],
	['only itself', ['KWD 1.250'], 'KWD 1.250', null],
	['prices that are just as unclear', ['KWD 2.500', 'KWD 12.750'], 'KWD 1.250', null],
	['a whole price without separators, which may have lost its zeros', ['KWD 5'], 'KWD 1.250', null],
	['a price below 1', ['KWD 0.500'], 'KWD 1.250', 1.25],
	['a price of thousands with decimals', ['KWD 1,250.000'], 'KWD 1.250', 1.25],
	['thousands and decimals the other way round', ['1.250,000 KWD'], '1.250 KWD', 1250],
	['a price of millions', ['KWD 1,234,567'], 'KWD 1,250', 1250],
	['millions with the other separator', ['KWD 1,234,567'], 'KWD 1.250', 1.25],
	['groups with blanks', ['1 250 KWD'], '1.250 KWD', 1.25],
	['fewer decimals', ['KWD 1.5'], 'KWD 1.250', 1.25],
	['four digits in front', ['KWD 1250.500'], 'KWD 1.250', 1.25],
	['prices that contradict each other', ['KWD 0.500', '1.234.567 KWD'], 'KWD 1.250', null],
	['two decimal separators', ['KWD 0.500', 'KWD 0,500'], 'KWD 1.250', null],
	['what nobody can read', ['KWD 1.2.3', 'free', '-0.500'], 'KWD 1.250', null],
	['what was paid for it', [['KWD 1.250', 1.25]], 'KWD 1.250', 1.25],
	['what was paid for it, as whole dinars', [['KWD 1.250', 1250]], 'KWD 1.250', 1250],
	['what was paid as text', [['KWD 1.250', '1.250']], 'KWD 1.250', 1.25],
	['what was paid for another product', [['KWD 2.750', 2.75]], 'KWD 1.250', 1.25],
	['a paid price that is neither', [['KWD 1.250', 1.5]], 'KWD 1.250', null],
	['a paid price finer than the currency', [['KWD 1.250', 1.2501]], 'KWD 1.250', null],
	['no paid price', [['KWD 1.250', null]], 'KWD 1.250', null],
	[
		'paid prices that contradict each other',
		[
			['KWD 1.250', 1.25],
			['KWD 2.500', 2500],
		],
		'KWD 1.250',
		null,
	],
	['a text against a paid price', ['KWD 0.500', ['KWD 1.250', 1250]], 'KWD 1.250', 1.25],
	[
		'mixed texts and a paid price',
		['KWD 0.500', '1.234.567', ['KWD 1.250', 1.25]],
		'KWD 1.250',
		null,
	],
])('with %s', (_name, seen, text, price) => {
	expect(readCatalogPrice(text, KWD, writingOf(seen)).price).toBe(price);
});

it('does not take one currency for another', () => {
	const writing = writingOf(['$1,234.50'], 'USD');
	expect(readCatalogPrice('KWD 1.250', KWD, writing).price).toBeNull();
	expect(readCatalogPrice('BHD 1.250', 'BHD', writingOf(['KWD 0.500'])).price).toBeNull();
});

it('says whether prices contradict each other, and whether they show decimals', () => {
	const mixed = writingOf(['KWD 0.500', 'KWD 0,500']);
	expect([isMixed(mixed, KWD), isMixed(mixed, 'BHD'), isMixed(undefined, KWD)]).toEqual([
		true,
		false,
		false,
	]);
	expect(showsDecimals(writingOf(['$5', '$1,234'], 'USD'), 'USD')).toBe(false);
	expect(showsDecimals(writingOf(['$5', '$1.50'], 'USD'), 'USD')).toBe(true);
	expect(showsDecimals(undefined, 'USD')).toBe(false);
});

it.each([null, undefined, 5, {}, [], Number.NaN])('learns nothing from %p', (text) => {
	const writing = newPriceWriting();
	learnFromText(writing, text, KWD);
	learnFromText(writing, 'KWD 0.500', text);
	learnFromOrder(writing, text, KWD, 1.25);
	expect(writing.inTexts.size + writing.inOrders.size).toBe(0);
	expect(readCatalogPrice('KWD 1.250', KWD, writing).price).toBeNull();
});
