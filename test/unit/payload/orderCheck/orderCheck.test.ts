import {
	type CheckedProduct,
	checkLine as checkAt,
	suggestedAction,
	type LineStatus,
} from '../../../../nodes/shared/payload/orderCheck/orderCheck';
import { checkedTotals } from '../../../../nodes/shared/payload/orderCheck/totals';
import { lineSentence, orderSentence } from '../../../../nodes/shared/payload/orderCheck/words';
import { readOrderToCheck } from '../../../../nodes/shared/payload/orderCheck/orderToCheck';
import type { OrderLine } from '../../../../nodes/shared/payload/webhooks/order';

const NOW = Date.UTC(2026, 10, 21);
const checkLine = (line: OrderLine, found: CheckedProduct | undefined, unitsBefore = 0) =>
	checkAt(line, found, { now: NOW, unitsBefore });

const product = { name: 'Bread', price: '$5.00', currency: 'USD', availability: 'in stock' };
const lineOf = (more: object = {}) => {
	const item = { sku: 'A', quantity: 2, unitPrice: 5, currency: 'USD', ...more };
	return readOrderToCheck(item)!.lines[0];
};

const onSale = (from: unknown, to: unknown) => ({
	...product,
	sale_price: '$4.00',
	sale_price_start_date: from,
	sale_price_end_date: to,
});

const reviewed = (value: unknown, more: object = {}) => ({
	...product,
	capability_to_review_status: [{ key: 'WHATSAPP', value }],
	...more,
});

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
	['a sale price of zero', {}, { ...product, sale_price: '$0.00' }, 'ok'],
	['a sale that is over', {}, onSale('2026-11-01', '2026-11-20'), 'ok'],
	['a sale whose end cannot be read', {}, onSale('2026-11-01', 'soon'), 'unknown'],
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
	// What was ordered can be delivered, whether WhatsApp shows it at the moment or not.
	['a review after a change', {}, reviewed('OUTDATED'), 'ok'],
	['a review that has not begun', {}, reviewed('NO_REVIEW'), 'ok'],
	['a review that waits', { unitPrice: 4 }, reviewed('PENDING'), 'priceChanged'],
	[
		'a review and nothing in stock',
		{},
		reviewed('OUTDATED', { availability: 'out of stock' }),
		'outOfStock',
	],
	['a review that was lost', {}, reviewed('REJECTED'), 'notApproved'],
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

describe('the stock', () => {
	const stocked = (quantity_to_sell_on_facebook: unknown, more: object = {}) => ({
		...product,
		quantity_to_sell_on_facebook,
		...more,
	});

	it.each<[string, number, object, LineStatus, number | null]>([
		['as much as was ordered', 2, stocked(2), 'ok', 2],
		['less', 3, stocked(2), 'fewerInStock', 2],
		['nothing', 1, stocked(0), 'fewerInStock', 0],
		['less as text', 3, stocked('2'), 'fewerInStock', 2],
		['no count', 3, stocked(undefined), 'ok', null],
		['null', 3, stocked(null), 'ok', null],
		['a fraction', 3, stocked(1.5), 'ok', null],
		['less than nothing', 3, stocked(-1), 'ok', null],
		['words', 3, stocked('few'), 'ok', null],
		['a list', 3, stocked([1]), 'ok', null],
		['yes', 3, stocked(true), 'ok', null],
		['a stale inventory alone', 3, { ...product, inventory: 1 }, 'ok', null],
		['nothing of what is sold ahead', 3, stocked(0, { availability: 'preorder' }), 'ok', null],
		['nothing, out of stock', 1, stocked(0, { availability: 'out of stock' }), 'outOfStock', 0],
		['less, dearer', 3, stocked(2, { price: '$6.00' }), 'fewerInStock', 2],
		['less, at no known price', 3, stocked(2, { price: '?' }), 'unknown', 2],
	])('with %s', (_name, quantity, found, status, quantityInStock) => {
		expect(checkLine(lineOf({ quantity }), found)).toMatchObject({
			lineStatus: status,
			quantityInStock,
		});
	});

	it('is shared by lines of the same product', () => {
		expect(checkLine(lineOf(), stocked(3), 2)).toMatchObject({
			lineStatus: 'fewerInStock',
			quantityInStock: 1,
		});
		expect(checkLine(lineOf(), stocked(3), 9)).toMatchObject({ quantityInStock: 0 });
	});

	it('counts in the total of what can be delivered', () => {
		const lines = [checkLine(lineOf({ quantity: 3 }), stocked(2)), checkLine(lineOf(), product)];
		expect(lines[0]).toMatchObject({ lineTotal: 15, currentLineTotal: 10 });
		expect(checkedTotals(lines)).toMatchObject({ orderedTotal: 25, currentTotal: 20 });
		const none = [checkLine(lineOf(), stocked(0)), checkLine(lineOf(), product)];
		expect(checkedTotals(none)).toMatchObject({ orderedTotal: 20, currentTotal: 10 });
	});

	it('decides what to do', () => {
		const few = checkLine(lineOf({ quantity: 3 }), stocked(2));
		const none = checkLine(lineOf(), stocked(0));
		const unread = checkLine(lineOf(), { ...product, price: '?' });
		expect(suggestedAction([few])).toBe('askCustomer');
		expect(suggestedAction([few, unread])).toBe('review');
		expect(suggestedAction([few, none])).toBe('offerSubstitute');
	});

	it.each<[string, object, string]>([
		['few', stocked(2), 'Bread (A) has 2 in stock of the 3 that were ordered.'],
		['none', stocked(0), 'Bread (A) has none in stock of the 3 that were ordered.'],
		[
			'few, dearer',
			stocked(2, { price: '$6.00' }),
			'Bread (A) has 2 in stock of the 3 that were ordered. It was ordered at 5.00 USD and costs 6.00 USD now.',
		],
		[
			'few, in another currency',
			stocked(2, { price: '€5.00', currency: 'EUR' }),
			'Bread (A) has 2 in stock of the 3 that were ordered. It was ordered at 5.00 USD; the catalog has 5.00 EUR now.',
		],
		[
			'few, at no known price',
			stocked(2, { price: '?' }),
			'Bread (A) has 2 in stock of the 3 that were ordered. It has a price in the catalog that cannot be read for sure: "?" holds no number. Look at the product in Commerce Manager.',
		],
		[
			'few of a variant',
			stocked(2, { name: 'Magic Mug', color: 'Gold' }),
			'Magic Mug (Gold) (A) has 2 in stock of the 3 that were ordered.',
		],
	])('is told: %s', (_name, found, sentence) => {
		expect(lineSentence(checkLine(lineOf({ quantity: 3 }), found))).toBe(sentence);
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
