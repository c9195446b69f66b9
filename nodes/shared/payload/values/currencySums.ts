/** An amount in minor units of its currency; null where one of the two cannot be read. */
export interface CurrencyAmount {
	currency: string | null;
	minor: bigint | number | null;
}

/** Sums of amounts, one for each currency. */
export interface CurrencySums {
	/** In the order in which the currencies first appear; null where an amount may be missing. */
	byCurrency: ReadonlyMap<string, bigint | null>;
	/** Whether the currency of every amount is known. */
	isComplete: boolean;
}

/**
 * Sums in integers. A sum that may lack an amount would be wrong, so it is null: all sums when the
 * currency of an amount is unknown, and the sum of a currency when one of its amounts is.
 */
export function sumsByCurrency(amounts: CurrencyAmount[]): CurrencySums {
	const isComplete = amounts.every(({ currency }) => currency !== null);
	const byCurrency = new Map<string, bigint | null>();
	for (const { currency, minor } of amounts) {
		if (currency === null) continue;
		const sum = byCurrency.get(currency);
		const isKnown = isComplete && sum !== null && minor !== null;
		byCurrency.set(currency, isKnown ? (sum ?? 0n) + BigInt(minor) : null);
	}
	return { byCurrency, isComplete };
}
