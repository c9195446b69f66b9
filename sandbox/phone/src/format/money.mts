/** Money is counted in the currency's smallest unit; how many decimals it has depends on the currency (JPY 0, BHD 3). */

function digitsOf(currency: string): number {
	try {
		return new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions()
			.maximumFractionDigits as number;
	} catch {
		return 2;
	}
}

/** 680 US cents → "6.80", without floating-point arithmetic. */
export function minorToDecimal(minor: number, currency: string): string {
	const digits = digitsOf(currency);
	const text = String(Math.abs(minor)).padStart(digits + 1, '0');
	const sign = minor < 0 ? '-' : '';
	return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** 680 US cents → "$6.80". */
export function formatMinor(minor: number, currency: string): string {
	const decimal = minorToDecimal(minor, currency);
	try {
		const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
		return format.format(decimal as Intl.StringNumericLiteral);
	} catch {
		return `${decimal} ${currency}`;
	}
}

/** "6.8" or "6,80" → 680 US cents; null when it is not an amount of this currency. */
export function parseMinor(text: string, currency: string): number | null {
	const digits = digitsOf(currency);
	const match = /^(\d{1,9})(?:[.,](\d*))?$/.exec(text.trim());
	if (!match) return null;
	const [, whole = '', fraction = ''] = match;
	if (fraction.length > digits) return null;
	return Number(whole + fraction.padEnd(digits, '0'));
}

/** An `item_price` of an order (facts 2.2: a number in major units); null when it cannot be counted. */
export function priceToMinor(price: number, currency: string): number | null {
	const minor = Math.round(price * 10 ** digitsOf(currency));
	return Number.isSafeInteger(minor) ? minor : null;
}
