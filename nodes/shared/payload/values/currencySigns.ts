/** Signs that belong to one currency alone. Of "$", "£", "¥", "₩" and "kr" several countries have one. */
const SIGNS: Record<string, string> = {
	'€': 'EUR',
	'₹': 'INR',
	'₪': 'ILS',
	'₫': 'VND',
	'₴': 'UAH',
	'₸': 'KZT',
	'₺': 'TRY',
	'₼': 'AZN',
	'₾': 'GEL',
	'₮': 'MNT',
	'₭': 'LAK',
	'₲': 'PYG',
	'₵': 'GHS',
	'₦': 'NGN',
	'฿': 'THB',
	'৳': 'BDT',
	'៛': 'KHR',
	US$: 'USD',
	CA$: 'CAD',
	AU$: 'AUD',
	HK$: 'HKD',
	NZ$: 'NZD',
	MX$: 'MXN',
	NT$: 'TWD',
	R$: 'BRL',
	'CN¥': 'CNY',
	'JP¥': 'JPY',
};

/** A code or a sign with the letters that belong to it, such as "USD", "US$" or "€". */
const NAMES = /(?<letters>\p{Lu}*)(?<sign>\p{Sc})|(?<!\p{L})[A-Z]{3}(?!\p{L})/gu;

/** Whether a text names a currency that is not this one, by its code or by a sign that only it has. */
export function namesOtherCurrency(text: string, currency: string): boolean {
	const names = [...text.matchAll(NAMES)];
	// Two different signs name two currencies, whichever these are.
	const signs = new Set(names.flatMap(({ groups }) => groups?.sign ?? []));
	return (
		signs.size > 1 ||
		names.some(({ 0: name, groups: { letters = name, sign = '' } = {} }) => {
			const named = SIGNS[name] ?? (isCode(letters) ? letters : (SIGNS[sign] ?? currency));
			return named !== currency;
		})
	);
}

let codes: ReadonlySet<string> | undefined;

function isCode(letters: string): boolean {
	codes ??= new Set(Intl.supportedValuesOf('currency'));
	return codes.has(letters);
}
