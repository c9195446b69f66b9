import { isUndecided } from '../../../../nodes/shared/payload/catalog/catalogPrice';
import {
	comparePrice,
	learnFromLines,
} from '../../../../nodes/shared/payload/orderCheck/priceComparison';
import {
	learnFromText,
	newPriceWriting,
} from '../../../../nodes/shared/payload/values/priceWriting';
import type { OrderLine } from '../../../../nodes/shared/payload/webhooks/order';

const NOW = Date.UTC(2026, 10, 21, 12);

const ordered = (unitPrice: number | null, currency: string | null = 'USD'): OrderLine => ({
	line: 1,
	sku: 'A',
	quantity: 3,
	unitPrice,
	currency,
	lineTotal: null,
	lineTotalMinor: null,
	shop: null,
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
		return lines.map((line) => comparePrice(line, products.get(line.sku ?? '') ?? {}, NOW));
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
				'"KWD 1.250" can mean 1.250 KWD or 1250.000 KWD, and no other price of the catalog says which. One product with a price below 1 KWD or above a million, even a hidden one, settles it for all of them.',
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
		expect(comparePrice(line, onSale, NOW)).toMatchObject({ current: 1.1, hasChanged: true });
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
		const compared = comparePrice(ordered(unitPrice, currency), { price, currency }, NOW);
		expect(compared.hasChanged).toBe(hasChanged);
		if (hasChanged === null) expect(compared.current).toBeNull();
	});

	it('says so, unless another price shows decimals', () => {
		const priceWriting = newPriceWriting();
		const product = { price: '$6', currency: 'USD', priceWriting };
		expect(comparePrice(ordered(6.2), product, NOW).explanation).toBe(
			'"$6" shows no decimals, so it may still be 6.20 USD. Look at the product in Commerce Manager.',
		);
		learnFromText(priceWriting, '$7.50', 'USD');
		expect(comparePrice(ordered(6.2), product, NOW)).toMatchObject({
			current: 6,
			hasChanged: true,
		});
	});
});
