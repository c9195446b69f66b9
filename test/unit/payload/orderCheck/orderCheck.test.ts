import {
	checkLine,
	suggestedAction,
	type LineStatus,
} from '../../../../nodes/shared/payload/orderCheck/orderCheck';
import { checkedTotals } from '../../../../nodes/shared/payload/orderCheck/totals';
import { lineSentence, orderSentence } from '../../../../nodes/shared/payload/orderCheck/words';
import { readOrderToCheck } from '../../../../nodes/shared/payload/orderCheck/orderToCheck';

const product = { name: 'Bread', price: '$5.00', currency: 'USD', availability: 'in stock' };
const lineOf = (more: object = {}) => {
	const item = { sku: 'A', quantity: 2, unitPrice: 5, currency: 'USD', ...more };
	return readOrderToCheck(item)!.lines[0];
};

it.each<[string, object, object | undefined, LineStatus]>([
	['the same price', {}, product, 'ok'],
	['the same price as text', { unitPrice: '5.00' }, product, 'ok'],
	['an unreadable price', {}, { ...product, price: 'five' }, 'unknown'],
	['a price that can be read in two ways', {}, { ...product, price: '1,50.0' }, 'unknown'],
	['no price', {}, { ...product, price: undefined }, 'unknown'],
	['no currency', {}, { ...product, currency: undefined }, 'unknown'],
	['an unreadable sale price', {}, { ...product, sale_price: 'half' }, 'unknown'],
	['a sale price', { unitPrice: 4 }, { ...product, sale_price: '$4.00' }, 'ok'],
	['another currency', {}, { ...product, currency: 'EUR' }, 'currencyChanged'],
	['decimals that the currency has not', { unitPrice: 5.001 }, product, 'priceChanged'],
	['no product', {}, undefined, 'gone'],
	['no product and no quantity', { quantity: null }, undefined, 'gone'],
	['no quantity', { quantity: null }, product, 'unknown'],
	['no SKU', { sku: '' }, product, 'unknown'],
	[
		'an unreadable price and another currency',
		{ unitPrice: '1.234,50 €', currency: 'EUR' },
		product,
		'unknown',
	],
	['more units than can be counted', { quantity: 1e15 }, product, 'unknown'],
])('with %s a line is judged', (_name, more, found, status) => {
	expect(checkLine(lineOf(more), found).lineStatus).toBe(status);
});

it.each<[string, number, string, number, number]>([
	['JPY', 1200, '¥1,300', 1200, 1300],
	['BHD', 1.25, 'BHD 1.500', 1250, 1500],
	['IDR', 460000, 'Rp460.000', 46000000, 46000000],
])('counts %s in its own decimals', (currency, unitPrice, price, ordered, current) => {
	const line = checkLine(lineOf({ unitPrice, currency, quantity: 1 }), { price, currency });
	// A single separator of three digits in a currency of three decimals can be read in two ways.
	const known = currency === 'BHD' ? null : current;
	expect(line).toMatchObject({ unitPriceMinor: ordered, currentPriceMinor: known });
	expect(line.lineStatus).toBe(
		known === null ? 'unknown' : known === ordered ? 'ok' : 'priceChanged',
	);
});

describe('the suggested action', () => {
	const statuses: Record<string, object | undefined> = {
		ok: product,
		dearer: { ...product, price: '$6.00' },
		cheaper: { ...product, price: '$4.00' },
		euro: { ...product, currency: 'EUR' },
		unknown: { ...product, price: 'five' },
		outOfStock: { ...product, availability: 'out of stock' },
		gone: undefined,
	};

	it.each([
		['ok', 'confirm'],
		['ok cheaper', 'confirm'],
		['ok dearer cheaper', 'askCustomer'],
		['ok euro', 'askCustomer'],
		['ok dearer unknown', 'review'],
		['ok dearer unknown outOfStock', 'offerSubstitute'],
		['ok gone', 'offerSubstitute'],
		['outOfStock', 'offerSubstitute'],
		['outOfStock gone', 'offerSubstitute'],
		['gone gone', 'reject'],
		['', 'reject'],
	])('for %s is %s', (names, action) => {
		const lines = names.split(' ').filter(Boolean);
		expect(suggestedAction(lines.map((name) => checkLine(lineOf(), statuses[name])))).toBe(action);
	});
});

it('sums without a float', () => {
	const lines = [0.1, 0.2, 0.3].map((unitPrice) =>
		checkLine(lineOf({ unitPrice, quantity: 3 }), {
			...product,
			price: `$${unitPrice.toFixed(2)}`,
		}),
	);
	expect(checkedTotals(lines)).toMatchObject({
		orderedTotal: 1.8,
		orderedTotalMinor: 180,
		currentTotalText: '1.80 USD',
	});
});

it('has no total where a line cannot be counted', () => {
	const lines = [checkLine(lineOf(), product), checkLine(lineOf({ unitPrice: 'x' }), product)];
	expect(checkedTotals(lines)).toMatchObject({ orderedTotalMinor: null, currentTotalMinor: 2000 });
	const unread = [checkLine(lineOf(), { ...product, price: '?' })];
	expect(checkedTotals(unread)).toMatchObject({ orderedTotalMinor: 1000, currentTotalMinor: null });
});

it('says what is different, and no more than can be read', () => {
	const gone = Array.from({ length: 12 }, () => checkLine(lineOf(), undefined));
	expect(orderSentence(gone)).toMatch(/ And 2 more\.$/);
	expect(orderSentence([])).toBe('The order has no lines.');
	expect(lineSentence(checkLine(lineOf(), product))).toBeNull();
	expect(lineSentence(checkLine(lineOf({ sku: null }), product))).toBe('Line 1 has no SKU.');
	expect(lineSentence(checkLine(lineOf({ unitPrice: null }), product))).toBe(
		'Bread (A) was ordered at a price that cannot be read.',
	);
	expect(lineSentence(checkLine(lineOf({ quantity: 1e15 }), product))).toBe(
		'Bread (A) comes to more than can be counted exactly.',
	);
	expect(lineSentence(checkLine(lineOf(), { ...product, price: '?' }))).toBe(
		'Bread (A) has a price in the catalog that cannot be read for sure: "?" holds no number. Look at the product in Commerce Manager.',
	);
	expect(lineSentence(checkLine(lineOf(), { ...product, price: undefined }))).toBe(
		'Bread (A) has no price in the catalog.',
	);
});

it('reads no order out of anything else', () => {
	for (const item of [{}, { lines: 'x' }, { lines: {} }]) expect(readOrderToCheck(item)).toBeNull();
});
