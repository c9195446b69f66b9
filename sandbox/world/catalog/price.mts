/** A price in the form of Meta's catalog: a formatted, localised string ("$5.00"), never a number (facts 6.2). */
export function formatPrice(minor: number, currency: string): string {
	return new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(
		majorUnits(minor, currency),
	);
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
