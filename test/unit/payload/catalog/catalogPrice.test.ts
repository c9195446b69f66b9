import { currentPriceOf, isUndecided } from '../../../../nodes/shared/payload/catalog/catalogPrice';
import {
	currentPriceExplanation,
	priceExplanation,
} from '../../../../nodes/shared/payload/catalog/priceWords';
import {
	comparePrice,
	learnFromLines,
} from '../../../../nodes/shared/payload/orderCheck/priceComparison';
import {
	learnFromText,
	newPriceWriting,
} from '../../../../nodes/shared/payload/values/priceWriting';
import type { OrderLine } from '../../../../nodes/shared/payload/webhooks/order';

const ordered = (unitPrice: number | null, currency: string | null = 'USD'): OrderLine => ({
	line: 1,
	sku: 'A',
	quantity: 3,
	unitPrice,
	currency,
	lineTotal: null,
	lineTotalMinor: null,
});

it('takes the sale price where there is one', () => {
	expect(currentPriceOf({ price: '$5.00', sale_price: '$4.50', currency: 'USD' })).toBe(4.5);
	expect(currentPriceOf({ price: '$5.00', sale_price: '', currency: 'USD' })).toBe(5);
	expect(currentPriceOf({ price: '$5.00' })).toBeNull();
});

it.each<[number | null, string | null, object, boolean | null]>([
	[5, 'USD', { price: '$5.00', currency: 'USD' }, false],
	[5.01, 'USD', { price: '$5.00', currency: 'USD' }, true],
	[5, 'USD', { price: '$5.00', sale_price: '$4.00', currency: 'USD' }, true],
	[460000, 'IDR', { price: 'Rp460.000', currency: 'IDR' }, false],
	[1200, 'JPY', { price: '¥1,200', currency: 'JPY' }, false],
	[0.1 + 0.2, 'USD', { price: '$0.30', currency: 'USD' }, true],
	[5.004, 'USD', { price: '$5.00', currency: 'USD' }, true],
	// What is not known is never "the same".
	[5, 'USD', { price: '$5.00', currency: 'EUR' }, null],
	[5, 'BHD', { price: 'BHD 5.000', currency: 'BHD' }, null],
	[5, 'USD', { price: 'on request', currency: 'USD' }, null],
	[5, 'USD', { currency: 'USD' }, null],
	[5, 'USD', {}, null],
	[null, 'USD', { price: '$5.00', currency: 'USD' }, null],
	[5, null, { price: '$5.00' }, null],
])('an ordered price of %s %s against %j: %s', (unitPrice, currency, product, expected) => {
	expect(comparePrice(ordered(unitPrice, currency), product).hasChanged).toBe(expected);
});

describe('a catalog of three decimals', () => {
	const catalogOf = (...texts: string[]) => {
		const priceWriting = newPriceWriting();
		return texts.map((price, index) => ({
			retailer_id: String(index),
			price,
			currency: 'KWD',
			priceWriting,
		}));
	};
	const lineOf = (sku: string, unitPrice: number | null, currency: string | null = 'KWD') => ({
		...ordered(unitPrice, currency),
		sku,
	});
	const compared = (texts: string[], lines: OrderLine[]) => {
		const products = new Map(catalogOf(...texts).map((one) => [one.retailer_id, one]));
		learnFromLines(lines, products);
		return lines.map((line) => comparePrice(line, products.get(line.sku ?? '') ?? {}));
	};

	it('is decided by one ordered price, for the other products too', () => {
		const lines = [lineOf('0', 1.25), lineOf('1', 2), lineOf('2', 2.75)];
		expect(compared(['KWD 1.250', 'KWD 2.500', 'KWD 2.750'], lines)).toEqual([
			{ current: 1.25, hasChanged: false, explanation: null },
			{ current: 2.5, hasChanged: true, explanation: null },
			{ current: 2.75, hasChanged: false, explanation: null },
		]);
	});

	it('stays unread where no price is as it was ordered, and says what would help', () => {
		const [line] = compared(['KWD 1.250'], [lineOf('0', 1.5)]);
		expect(line).toEqual({
			current: null,
			hasChanged: null,
			explanation:
				'"KWD 1.250" can mean 1.250 KWD or 1250.000 KWD, and no other price of the catalog says which. One product with a price below 1 KWD, even a hidden one, settles it for all of them.',
		});
	});

	it('is decided by no line without a price, in another currency or of another product', () => {
		const lines = [lineOf('0', null), lineOf('0', 1.25, 'BHD'), lineOf('9', 1.25)];
		expect(compared(['KWD 1.250'], lines).map(({ current }) => current)).toEqual([
			null,
			null,
			null,
		]);
	});

	it('is decided by the regular price of a product that is on sale now', () => {
		const [product = {}] = catalogOf('KWD 1.250');
		const onSale = { ...product, sale_price: 'KWD 1.100' };
		const line = lineOf('0', 1.25);
		learnFromLines([line], new Map([['0', onSale]]));
		expect(comparePrice(line, onSale)).toMatchObject({ current: 1.1, hasChanged: true });
	});

	it('is undecided while a price or sale price can be read in two ways', () => {
		const [product = {}] = catalogOf('KWD 0.500');
		expect(isUndecided(product)).toBe(false);
		expect(isUndecided({ ...product, sale_price: 'KWD 1.250' })).toBe(true);
		expect(isUndecided({ price: '$1.250', currency: 'USD' })).toBe(false);
		expect(isUndecided({})).toBe(false);
	});
});

describe('a catalog that hides decimals', () => {
	it.each<[string, string, number, boolean | null]>([
		['KWD', 'KWD 1', 1.25, null],
		['KWD', 'KWD 2', 1.25, null],
		['KWD', 'KWD 1', 1, false],
		['KWD', 'KWD 3', 1.25, true],
		['KWD', 'KWD 2', 1, true],
		['KWD', 'KWD 1.00', 1.25, true],
		['USD', '$6', 6.2, null],
		['USD', '$6.00', 6.2, true],
		['JPY', '¥120', 120, false],
		['IQD', 'IQD 250', 250, false],
	])('in %s shows %s for %p: changed %p', (currency, price, unitPrice, hasChanged) => {
		const compared = comparePrice(ordered(unitPrice, currency), { price, currency });
		expect(compared.hasChanged).toBe(hasChanged);
		if (hasChanged === null) expect(compared.current).toBeNull();
	});

	it('says so, unless another price shows decimals', () => {
		const priceWriting = newPriceWriting();
		const product = { price: '$6', currency: 'USD', priceWriting };
		expect(comparePrice(ordered(6.2), product).explanation).toBe(
			'"$6" shows no decimals, so it may still be 6.20 USD. Look at the product in Commerce Manager.',
		);
		learnFromText(priceWriting, '$7.50', 'USD');
		expect(comparePrice(ordered(6.2), product)).toMatchObject({ current: 6, hasChanged: true });
	});
});

describe('why a price is not read', () => {
	it.each<[object, string | null]>([
		[{ price: '$5.00', currency: 'USD' }, null],
		[{ currency: 'USD' }, null],
		[{ price: '', currency: 'USD' }, null],
		[{ price: '$5.00' }, '"$5.00" comes without a currency.'],
		[{ price: 'on request', currency: 'USD' }, '"on request" holds no number.'],
		[{ price: '$5 – $9', currency: 'USD' }, '"$5 – $9" holds more than one number.'],
		[{ price: '€5', currency: 'USD' }, '"€5" names another currency than USD.'],
		[
			{ price: '-$5', currency: 'USD' },
			'"-$5" has a sign or a word beside the number that changes it.',
		],
		[
			{ price: '$1.2345', currency: 'USD' },
			'"$1.2345" has separators or decimals that do not fit USD.',
		],
		[
			{ price: `${'9'.repeat(20)} USD`, currency: 'USD' },
			'"99999999999999999999 USD" has more digits than can be counted exactly.',
		],
	])('%j', (product, why) => {
		const todo = why === null ? null : `${why} Look at the product in Commerce Manager.`;
		expect(priceExplanation(product)).toBe(todo);
		expect(currentPriceExplanation(product)).toBe(todo);
	});

	it('names both texts of a product, and one that is the same once', () => {
		const product = { price: 'free', sale_price: 'gratis', currency: 'USD' };
		expect(priceExplanation(product)).toMatch(/^"free" .*"gratis" /);
		expect(currentPriceExplanation(product)).toMatch(/^"gratis" /);
		expect(priceExplanation({ ...product, sale_price: 'free' })).not.toMatch(/"free".*"free"/);
	});

	it('says that prices contradict each other', () => {
		const priceWriting = newPriceWriting();
		for (const text of ['KWD 0.500', 'KWD 0,500']) learnFromText(priceWriting, text, 'KWD');
		expect(priceExplanation({ price: 'KWD 1.250', currency: 'KWD', priceWriting })).toBe(
			'"KWD 1.250" can mean 1.250 KWD or 1250.000 KWD: the catalog writes other prices in both ways. Look at the product in Commerce Manager.',
		);
	});
});
