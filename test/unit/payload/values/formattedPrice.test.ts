import { readFormattedPrice } from '../../../../nodes/shared/payload/values/formattedPrice';

it.each<[string, string, number | null]>([
	['$5.00', 'USD', 5],
	['$1,234.50', 'USD', 1234.5],
	['5 USD', 'USD', 5],
	['US$ 5', 'USD', 5],
	['Rp460.000', 'IDR', 460000],
	['Rp 1.460.000,50', 'IDR', 1460000.5],
	['1.234,56 €', 'EUR', 1234.56],
	['1 234,56 €', 'EUR', 1234.56],
	['1\u202f234,56\u00a0€', 'EUR', 1234.56],
	["CHF 1'234.50", 'CHF', 1234.5],
	['12,5 €', 'EUR', 12.5],
	['1.234 €', 'EUR', 1234],
	['₹1,00,000.00', 'INR', 100000],
	['₹12,34,567', 'INR', 1234567],
	['¥500', 'JPY', 500],
	['¥1,500', 'JPY', 1500],
	['¥500.00', 'JPY', 500],
	['BHD 1,234.500', 'BHD', 1234.5],
	// Could be one dinar and a quarter, or 1,250 dinars.
	['BHD 1.250', 'BHD', null],
	['$1,23,45', 'USD', null],
	['$1.2345', 'USD', null],
	['-$5.00', 'USD', null],
	['$5.00 - $9.00', 'USD', null],
	['5.00', 'dollars', null],
	['', 'USD', null],
	['free', 'USD', null],
	['1.2.3', 'USD', null],
	// A decimal separator that has lost its zero.
	['$.99', 'USD', null],
	['.99', 'USD', null],
	[',50 €', 'EUR', null],
	['USD.99', 'USD', null],
	['Rs.500', 'INR', 500],
	['Rs. 1,500.50', 'INR', 1500.5],
	// Thousands never begin with a zero.
	['$0.500', 'USD', null],
	['0,500 €', 'EUR', null],
	['€0.999', 'EUR', null],
	['$0.001', 'USD', null],
	['01.234', 'USD', null],
	['0 500 kr', 'SEK', null],
	['0,50 €', 'EUR', 0.5],
	['$0.00', 'USD', 0],
	// As many decimals as the currency has digits in a group.
	['1.234', 'CLF', null],
	['KWD 0.500', 'KWD', 0.5],
	['0,500 KWD', 'KWD', 0.5],
	['KWD 00.500', 'KWD', null],
	['CLF 1.2345', 'CLF', 1.2345],
	// More decimals than the currency has.
	['¥1.5', 'JPY', null],
	['1.234,5678 €', 'EUR', null],
	['1.234,5000 €', 'EUR', 1234.5],
	// What stands behind.
	['5.00-', 'USD', null],
	['5.00 −', 'USD', null],
	['5,- €', 'EUR', 5],
	['CHF 5.–', 'CHF', 5],
	['1.5 mil', 'COP', null],
	['1.5M', 'COP', null],
	['1.5 lakh', 'INR', null],
	['1.5万円', 'CNY', null],
	['99¢', 'USD', null],
	['50p', 'GBP', null],
	['5.00 kr', 'SEK', 5],
	['5,00 zł', 'PLN', 5],
	['5,00 Kč', 'CZK', 5],
	['9,007,199,254,740,993', 'USD', null],
])('%s in %s is %p', (text, currency, price) => {
	expect(readFormattedPrice(text, currency)).toBe(price);
});

it('is null without a text or a currency', () => {
	expect(readFormattedPrice(5, 'USD')).toBeNull();
	expect(readFormattedPrice('$5.00', undefined)).toBeNull();
});

it('reads what the platform formats, in every locale that uses Latin digits here', () => {
	for (const locale of [
		'en-US',
		'en-IN',
		'de-DE',
		'de-CH',
		'fr-FR',
		'es-ES',
		'pt-BR',
		'id-ID',
		'ja-JP',
		'it-IT',
		'nl-NL',
		'sv-SE',
		'tr-TR',
		'pl-PL',
	]) {
		for (const currency of ['USD', 'EUR', 'INR', 'BRL', 'JPY', 'IDR']) {
			const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
			const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
			for (const amount of [0, 5, 12.5, 999.99, 1234.56, 1234567.89]) {
				const text = format.format(amount);
				const shown = Number(amount.toFixed(digits));
				expect([locale, text, readFormattedPrice(text, currency)]).toEqual([locale, text, shown]);
			}
		}
	}
});
