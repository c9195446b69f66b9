/**
 * Money as integers of a currency's smallest unit. Meta gives `item_price` per unit in major units,
 * as an integer or a decimal (facts 2.2); sums of those as floats would sometimes be off by a cent.
 */

/** Currencies whose exponent is not 2 (ISO 4217, list one). */
const EXPONENTS: Record<string, number> = Object.fromEntries([
	...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
		.split(' ')
		.map((code) => [code, 0] as const),
	...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
	...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
]);

/** Decimal places of a currency: 2 unless ISO 4217 says otherwise (JPY 0, BHD 3). */
export function currencyExponent(currency: string): number {
	return EXPONENTS[currency] ?? 2;
}

/**
 * `price` × `quantity` in minor units of `currency`, exactly. A price with more decimals than the
 * currency has is multiplied first and rounded half up once, at the line.
 *
 * @param price major units, as a number or a decimal text; not negative
 * @param quantity a whole number from 0
 * @returns null when the price or the quantity cannot be read
 */
export function lineTotalMinor(price: unknown, quantity: unknown, currency: string): bigint | null {
	const decimal = readDecimal(price);
	if (decimal === null || typeof quantity !== 'number') return null;
	if (!Number.isSafeInteger(quantity) || quantity < 0) return null;
	const amount = decimal.digits * BigInt(quantity);
	const shift = currencyExponent(currency) - decimal.scale;
	if (shift >= 0) return amount * 10n ** BigInt(shift);
	const divisor = 10n ** BigInt(-shift);
	return (amount + divisor / 2n) / divisor;
}

/** Whether a readable price has more decimals than its currency. */
export function hasMoreDecimals(price: unknown, currency: string): boolean {
	const decimal = readDecimal(price);
	const more = decimal === null ? 0 : decimal.scale - currencyExponent(currency);
	return decimal !== null && more > 0 && decimal.digits % 10n ** BigInt(more) !== 0n;
}

/** Minor units as a decimal text: `(3100n, 'USD')` → `31.00`. */
export function formatMinor(minor: bigint, currency: string): string {
	const exponent = currencyExponent(currency);
	if (exponent === 0) return minor.toString();
	const digits = minor.toString().padStart(exponent + 1, '0');
	return `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** The same followed by the currency: `31.00 USD`. */
export const amountText = (minor: bigint, currency: string): string =>
	`${formatMinor(minor, currency)} ${currency}`;

/** Minor units as numbers for an item, or nulls where a number could no longer hold them exactly. */
export function toAmount(
	minor: bigint | null,
	currency: string,
): { total: number | null; totalMinor: number | null } {
	if (minor === null || minor > BigInt(Number.MAX_SAFE_INTEGER)) {
		return { total: null, totalMinor: null };
	}
	return { total: Number(formatMinor(minor, currency)), totalMinor: Number(minor) };
}

/** Reads `15.5`, `"15.50"` or `1e-7` as digits and scale (155 and 1). Null for anything else. */
function readDecimal(value: unknown): { digits: bigint; scale: number } | null {
	if (typeof value !== 'number' && typeof value !== 'string') return null;
	const match = /^(\d{1,30})(?:\.(\d{1,30}))?(?:e([+-]?\d{1,2}))?$/i.exec(String(value).trim());
	if (!match) return null;
	const [, whole, fraction = '', exponent = '0'] = match;
	const scale = fraction.length - Number(exponent);
	const digits = BigInt(whole + fraction);
	return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}
