import { currentPriceOf, pricesOf } from '../../../../nodes/shared/payload/catalog/catalogPrice';
import { comparePrice } from '../../../../nodes/shared/payload/orderCheck/priceComparison';
import type { OrderLine } from '../../../../nodes/shared/payload/webhooks/order';

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

const NOW = Date.UTC(2026, 10, 21, 12);

it.each<[string, object, number | null, string | null]>([
	['no sale', { price: '$5.00' }, 5, null],
	['an empty sale price', { price: '$5.00', sale_price: '' }, 5, null],
	['a sale', { price: '$5.00', sale_price: '$4.50' }, 4.5, '$4.50'],
	['a sale price like the price', { price: '$5.00', sale_price: '$5.00' }, 5, '$5.00'],
	// Shops' plug-ins write 0, with dates from 1970 to 2038 (facts 17.4).
	['zero', { price: '$5.00', sale_price: '$0.00' }, 5, null],
	['zero without decimals', { price: '¥500', sale_price: '¥0', currency: 'JPY' }, 500, null],
	['zero that cannot be read', { price: '$5.00', sale_price: 'no 0.0.0' }, 5, null],
	['a sale price above the price', { price: '$5.00', sale_price: '$5.01' }, 5, null],
	['a sale of an unreadable price', { price: '?', sale_price: '$4.00' }, 4, '$4.00'],
	['an unreadable sale price', { price: '$5.00', sale_price: 'half' }, null, 'half'],
	['nothing', {}, null, null],
])('reads %s', (_name, product, amount, sale) => {
	const { current, sale: found } = pricesOf({ currency: 'USD', ...product }, NOW);
	expect(current.amount).toBe(amount);
	expect(found?.text ?? null).toBe(sale);
});

it.each<[string, unknown, unknown, number | null]>([
	['no dates', undefined, undefined, 4],
	['empty dates', '', null, 4],
	['dates around now', '2026-11-21T00:00:00+0000', '2026-11-22T00:00:00+0000', 4],
	['the dates of a plug-in', '1970-01-01T00:00:00+0000', '2038-01-18T23:59:59+0000', 4],
	['another time zone', '2026-11-21T06:00:00-0700', undefined, 5],
	['a beginning', '2026-11-21T13:00:00+0000', undefined, 5],
	['a beginning that has been', '2026-11-21T11:00:00+0000', undefined, 4],
	['an end', undefined, '2026-11-21T11:59:59+0000', 5],
	['an end to come', undefined, '2026-11-21T12:00:00+0000', 4],
	['seconds', 1_700_000_000, 1_900_000_000, 4],
	['an end that is over beside a beginning in words', 'soon', '2026-01-01', 5],
	['a beginning in words', 'soon', undefined, null],
	['an object', undefined, {}, null],
	['a yes', true, undefined, null],
])('a sale with %s', (_name, from, to, amount) => {
	const product = {
		price: '$5.00',
		sale_price: '$4.00',
		sale_price_start_date: from,
		sale_price_end_date: to,
		currency: 'USD',
	};
	expect(currentPriceOf(product, NOW)).toBe(amount);
	// Where both prices are the same, the dates do not matter.
	expect(currentPriceOf({ ...product, price: '$4.00' }, NOW)).toBe(4);
});

it.each<[number | null, string | null, object, boolean | null]>([
	[5, 'USD', { price: '$5.00', currency: 'USD' }, false],
	[5.01, 'USD', { price: '$5.00', currency: 'USD' }, true],
	[5, 'USD', { price: '$5.00', sale_price: '$4.00', currency: 'USD' }, true],
	[5, 'USD', { price: '$5.00', sale_price: '$0.00', currency: 'USD' }, false],
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
	expect(comparePrice(ordered(unitPrice, currency), product, NOW).hasChanged).toBe(expected);
});
