import { currentPriceOf } from '../../../../nodes/shared/payload/catalog/catalogPrice';
import { hasPriceChanged } from '../../../../nodes/shared/payload/orderCheck/orderCheck';
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
	expect(hasPriceChanged(ordered(unitPrice, currency), product)).toBe(expected);
});
