import {
	currencyExponent,
	formatMinor,
	lineTotalMinor,
	toAmount,
} from '../../../../nodes/shared/payload/values/money';

describe('line totals', () => {
	it.each<[unknown, number, string, bigint | null]>([
		[15.5, 2, 'USD', 3100n],
		[0.1, 3, 'USD', 30n],
		[19.99, 99, 'EUR', 197901n],
		[1.005, 1, 'USD', 101n],
		[1.005, 2, 'USD', 201n],
		[0.333, 3, 'USD', 100n],
		[500, 3, 'JPY', 1500n],
		[1.25, 4, 'BHD', 5000n],
		[0.001, 1, 'KWD', 1n],
		['15.50', 2, 'USD', 3100n],
		[1e-7, 1, 'USD', 0n],
		[1e21, 1, 'JPY', 10n ** 21n],
		[5, 0, 'USD', 0n],
		['90071992547409.91', 99, 'USD', 891712726219358109n],
		[-1, 1, 'USD', null],
		['1,50', 1, 'USD', null],
		['', 1, 'USD', null],
		[Number.NaN, 1, 'USD', null],
		[Number.POSITIVE_INFINITY, 1, 'USD', null],
		[null, 1, 'USD', null],
		[1, 1.5, 'USD', null],
		[1, -1, 'USD', null],
	])('%p × %p %s', (price, quantity, currency, minor) => {
		expect(lineTotalMinor(price, quantity, currency)).toBe(minor);
	});
});

it('knows the exponents of ISO 4217', () => {
	expect(['USD', 'JPY', 'BHD', 'CLF', 'XXX'].map(currencyExponent)).toEqual([2, 0, 3, 4, 2]);
});

it('formats with the decimals of the currency', () => {
	expect(formatMinor(3100n, 'USD')).toBe('31.00');
	expect(formatMinor(5n, 'USD')).toBe('0.05');
	expect(formatMinor(1500n, 'JPY')).toBe('1500');
	expect(formatMinor(5000n, 'BHD')).toBe('5.000');
});

it('gives null where a number would no longer be exact', () => {
	expect(toAmount(9007199254740991n, 'USD').totalMinor).toBe(9007199254740991);
	expect(toAmount(9007199254740992n, 'USD')).toEqual({ total: null, totalMinor: null });
});
