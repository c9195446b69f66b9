export const PRICE_DECIMALS = ['shown', 'hidden'] as const;

/**
 * How a catalog's prices are written as text: "formatted, localised" (facts 6.2). In which locale is up to the account, and whether a
 * currency of three decimals is written with them is not known: both are switches, so that a reader can be tested with each.
 */
export interface PriceStyle {
	/** ISO 4217. */
	currency: string;
	/** BCP 47, for example `ar-KW`. */
	locale: string;
	/** `shown`: as many as the currency has. `hidden`: none, so that what is not a whole amount is rounded. */
	decimals: (typeof PRICE_DECIMALS)[number];
}

export const priceStyle = (currency: string): PriceStyle => ({
	currency,
	locale: 'en-US',
	decimals: 'shown',
});

/** A price in the form of Meta's catalog: a formatted, localised string ("$5.00"), never a number (facts 6.2). */
export function priceText(minor: number, { currency, locale, decimals }: PriceStyle): string {
	return new Intl.NumberFormat(locale, {
		style: 'currency',
		currency,
		...(decimals === 'hidden' ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
	}).format(majorUnits(minor, currency));
}

/** The same for people who use the sandbox. */
export function formatPrice(minor: number, currency: string): string {
	return priceText(minor, priceStyle(currency));
}

/** Major units, the form in order webhooks (facts 2.2): 1550 US cents → 15.5. */
export function majorUnits(minor: number, currency: string): number {
	return minor / 10 ** digitsOf(currency);
}

function digitsOf(currency: string): number {
	return (
		new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions()
			.maximumFractionDigits ?? 2
	);
}
