import { readPriceText } from '../../../../nodes/shared/payload/values/formattedPrice';

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
	expect(readPriceText(text, currency).price).toBe(price);
});

it.each<[string, string, number | null]>([
	// Digits of other scripts, with the separators of Arabic that mean one thing only.
	['١٬٢٣٤٫٥٠ ج.م.', 'EGP', 1234.5],
	['\u200f١٫٢٥٠ د.ك.\u200f', 'KWD', 1.25],
	['\u200eریال ۱٬۲۳۵', 'IRR', 1235],
	['₹१२.५०', 'INR', 12.5],
	['১২,৩৪,৫৬৭.৮৯৳', 'BDT', 1234567.89],
	['၁,၂၃၅ MMK', 'MMK', 1235],
	['￥１，２３４', 'JPY', 1234],
	['฿๑๒.๕๐', 'THB', 12.5],
	['𝟏𝟐.𝟓𝟎 USD', 'USD', 12.5],
	['1٢.50', 'USD', null],
	['一二三円', 'JPY', null],
	// Abbreviations with a stroke and a dot.
	['S/.12.50', 'PEN', 12.5],
	['S/. 1,250.00', 'PEN', 1250],
	['B/.1,250.00', 'PAB', 1250],
	['B/. .50', 'PAB', null],
	// Cape Verde has $ before the decimals, in every currency.
	['1.234$50', 'CVE', 1234.5],
	['0$50 \u200b', 'CVE', 0.5],
	['1 234$50 US$', 'USD', 1234.5],
	['1$250 KWD', 'KWD', 1.25],
	['1$250', 'USD', null],
	['1$2$50', 'CVE', null],
	// Signs that would multiply elsewhere, unless the text has another name of the currency.
	['1,235 K', 'MMK', 1235],
	['12.50 P', 'BWP', 12.5],
	['12.50 C$', 'NIO', 12.5],
	['12 K MMK', 'MMK', null],
	['K12 K', 'ZMW', null],
	// Two currencies, numbers or signs.
	['€5.00 USD', 'USD', null],
	['$5.00 €', 'USD', null],
	['5.00 EUR', 'USD', null],
	['US$5.00', 'CAD', null],
	['US$ 5.00', 'USD', 5],
	['5 USD / 4 EUR', 'USD', null],
	['5 USD (4 EUR)', 'USD', null],
	['€4.99', 'USD', null],
	// Parts of a number that are no digits.
	['$5⁹⁹', 'USD', null],
	['$5½', 'USD', null],
	['1e3 USD', 'USD', null],
	['1.5E+3', 'USD', null],
	['NaN', 'USD', null],
	['∞', 'USD', null],
	['-5', 'USD', null],
	['(5.00)', 'USD', null],
	['~5.00', 'USD', null],
	['5.00+', 'USD', null],
	['5\n600', 'USD', null],
	['1.234 567', 'USD', null],
	["1'234'567.50", 'CHF', 1234567.5],
	['٫50', 'EGP', null],
	['500 fils', 'KWD', null],
	['۱۲۳ تومان', 'IRR', null],
	['007.50', 'USD', null],
	// Four digits cannot be a group, and a zero begins none.
	['1250.500 KWD', 'KWD', 1250.5],
	['1.234.567 IQD', 'IQD', 1234567],
	['KWD 1.25', 'KWD', 1.25],
	['1.5 K', 'USD', null],
])('%s in %s is %p too', (text, currency, price) => {
	expect(readPriceText(text, currency).price).toBe(price);
});

it.each<[string, unknown, unknown, string]>([
	['nothing', undefined, 'USD', 'missing'],
	['null', null, 'USD', 'missing'],
	['blanks', ' \u200b', 'USD', 'missing'],
	['a number', 5, 'USD', 'missing'],
	['NaN', Number.NaN, 'USD', 'missing'],
	['an object', { amount: 5 }, 'USD', 'missing'],
	['a list', ['$5'], 'USD', 'missing'],
	['no currency', '$5.00', undefined, 'noCurrency'],
	['an object as currency', '$5.00', {}, 'noCurrency'],
	['words', 'free', 'USD', 'noNumber'],
	['a range', '$5.00 – $9.00', 'USD', 'severalNumbers'],
	['another currency', '€5.00', 'USD', 'otherCurrency'],
	['a minus', '-$5.00', 'USD', 'changed'],
	['a group too short', '$1,23', 'JPY', 'odd'],
	['digits without end', '9'.repeat(400), 'USD', 'tooLong'],
	['two meanings', 'KWD 1.250', 'KWD', 'twoWays'],
])('%s: why there is no price', (_name, text, currency, reason) => {
	expect(readPriceText(text, currency)).toMatchObject({ price: null, reason });
});

it.each<[string, string, object, number | null]>([
	['KWD 1.250', 'KWD', {}, null],
	['KWD 1.250', 'KWD', { decimal: '.' }, 1.25],
	['KWD 1.250', 'KWD', { group: '.' }, 1250],
	['KWD 1.250', 'KWD', { decimal: ',' }, 1250],
	['KWD 1.250', 'KWD', { group: ' ' }, 1.25],
	['KWD 1.250', 'KWD', { decimal: ',', group: '.' }, 1250],
	// Against what is known: then nothing is.
	['KWD 1.250', 'KWD', { decimal: ',', group: ' ' }, null],
	// Where a text has one meaning, that stays.
	['1.250 €', 'EUR', { decimal: '.' }, 1250],
	['KWD 0.250', 'KWD', { group: '.' }, 0.25],
])('%s in %s with %j known is %p', (text, currency, known, price) => {
	expect(readPriceText(text, currency, known).price).toBe(price);
});

it('says both meanings', () => {
	expect(readPriceText('12,500 د.ك.', 'KWD')).toEqual({
		price: null,
		reason: 'twoWays',
		separator: ',',
		asDecimal: 12.5,
		asGroup: 12500,
	});
});
