import type { Product } from '../../sandbox/phone/src/api/types.mts';
import {
	formatMinor,
	minorToDecimal,
	parseMinor,
	priceToMinor,
} from '../../sandbox/phone/src/format/money.mts';
import {
	emptyCart,
	reconciled,
	totalsOf,
	withQuantity,
} from '../../sandbox/phone/src/state/cartRules.mts';
import { titleOf } from '../../sandbox/phone/src/state/shelf.mts';

const bread: Product = {
	sku: 'BREAD',
	name: 'Bread',
	description: '',
	category: 'Bakery',
	price: '$6.80',
	priceMinor: 680,
	salePriceMinor: null,
	onSale: true,
	currency: 'USD',
	availability: 'in stock',
	visibility: 'published',
	reviewStatus: 'approved',
	whatsappReview: null,
	size: null,
	color: null,
	pictureUrl: '',
};

describe('money', () => {
	it.each([
		[680, 'USD', '6.80', '$6.80'],
		[5, 'USD', '0.05', '$0.05'],
		[680, 'JPY', '680', '¥680'],
		[1234, 'BHD', '1.234', 'BHD 1.234'],
		[123_456_789_012, 'EUR', '1234567890.12', '€1,234,567,890.12'],
	])('%d of %s is %s and shown as %s', (minor, currency, decimal, shown) => {
		expect(minorToDecimal(minor, currency)).toBe(decimal);
		expect(formatMinor(minor, currency).replace(/\u00a0/g, ' ')).toBe(shown);
		expect(parseMinor(decimal, currency)).toBe(minor <= 99_999_999_999 ? minor : null);
	});

	it.each([
		['7', 'USD', 700],
		['7.5', 'USD', 750],
		['7,50', 'USD', 750],
		['7.505', 'USD', null],
		['7.5', 'JPY', null],
		['1.2345', 'BHD', null],
		['-1', 'USD', null],
		['', 'USD', null],
		['1e3', 'USD', null],
	])('reads %j in %s as %p', (text, currency, minor) => {
		expect(parseMinor(text, currency)).toBe(minor);
	});

	it('counts the prices of orders without the error of floats', () => {
		expect(priceToMinor(1.005, 'BHD')).toBe(1005);
		expect(priceToMinor(4.35, 'USD')).toBe(435);
		expect(priceToMinor(Number.NaN, 'USD')).toBeNull();
	});
});

describe('the title of a product', () => {
	it('tells variants of one name apart, and repeats nothing', () => {
		expect(titleOf(bread)).toBe('Bread');
		expect(titleOf({ ...bread, name: 'Magic Mug', color: 'Gold' })).toBe('Magic Mug (Gold)');
		expect(titleOf({ ...bread, color: 'Dark', size: '1 kg' })).toBe('Bread (Dark, 1 kg)');
		expect(titleOf({ ...bread, name: 'Eggs, 6 pieces', size: '6 pieces' })).toBe('Eggs, 6 pieces');
	});
});

describe('a cart', () => {
	const cart = withQuantity(emptyCart('1'), bread, 2);

	it('takes 0 to 99 of one item', () => {
		expect(withQuantity(cart, bread, 100).lines[0]?.quantity).toBe(99);
		expect(withQuantity(cart, bread, 2.9).lines[0]?.quantity).toBe(2);
		expect(withQuantity(cart, bread, 0).lines).toEqual([]);
	});

	it('sums each currency for itself', () => {
		const lines = [
			{ quantity: 3, unitMinor: 10, currency: 'USD' },
			{ quantity: 1, unitMinor: 20, currency: 'USD' },
			{ quantity: 2, unitMinor: 500, currency: 'JPY' },
		];
		expect(totalsOf(lines)).toEqual([
			{ currency: 'USD', minor: 50 },
			{ currency: 'JPY', minor: 1000 },
		]);
	});

	it('is the same cart while nothing changed or is known', () => {
		expect(reconciled(cart, () => bread)).toBe(cart);
		expect(reconciled(cart, () => undefined)).toBe(cart);
	});

	it('takes new prices and names, and says what changed', () => {
		const dearer = { ...bread, name: 'Rye Bread', priceMinor: 700 };
		expect(reconciled(cart, () => dearer)).toMatchObject({
			lines: [{ sku: 'BREAD', quantity: 2, name: 'Rye Bread', unitMinor: 700 }],
			changes: [{ name: 'Rye Bread', what: 'price', from: 680, to: 700 }],
		});
		const renamed = reconciled(cart, () => ({ ...bread, name: 'Rye Bread' }));
		expect(renamed).toMatchObject({ lines: [{ name: 'Rye Bread' }], changes: [] });
	});

	it.each([
		['out of stock', { ...bread, availability: 'out of stock' }],
		['hidden', { ...bread, visibility: 'staging' }],
		['rejected', { ...bread, reviewStatus: 'rejected' }],
		['outdated at WhatsApp', { ...bread, whatsappReview: 'OUTDATED' }],
		['deleted', null],
	])('loses what is %s', (_, product) => {
		expect(reconciled(cart, () => product)).toMatchObject({
			lines: [],
			changes: [{ name: 'Bread', what: 'gone', from: 680, to: null }],
		});
	});

	it("keeps what WhatsApp's own review approves or does not know, whatever the catalog's says", () => {
		for (const whatsappReview of ['APPROVED', 'NO_REVIEW', 'SOMETHING_NEW']) {
			const product = { ...bread, reviewStatus: 'rejected', whatsappReview };
			expect(reconciled(cart, () => product)).toBe(cart);
		}
	});

	it('pays the sale price, while it counts', () => {
		const cheaper = { ...bread, salePriceMinor: 500 };
		expect(reconciled(cart, () => cheaper).lines[0]?.unitMinor).toBe(500);
		expect(reconciled(cart, () => ({ ...cheaper, onSale: false }))).toBe(cart);
	});
});
