import { formatMinor, toAmount } from '../values/money';
import { isDeliverable, type CheckedLine } from './orderCheck';

/** What an order came to and comes to now, in one currency. Minor units; null when a line cannot be counted. */
export interface CheckedTotal {
	currency: string;
	orderedTotalMinor: number | null;
	currentTotalMinor: number | null;
}

/** The totals of a checked order: one currency at the top, each of several in a row. */
export interface CheckedTotals {
	orderedTotal: number | null;
	orderedTotalMinor: number | null;
	orderedTotalText: string | null;
	/** Of what can be delivered, at today's prices. */
	currentTotal: number | null;
	currentTotalMinor: number | null;
	currentTotalText: string | null;
	checkedTotals: CheckedTotal[];
}

/** Sums in integers. With more than one currency only `checkedTotals` says anything. */
export function checkedTotals(lines: CheckedLine[]): CheckedTotals {
	const ordered = sums(
		lines.map(({ currency, lineTotalMinor }) => ({ currency, minor: lineTotalMinor })),
	);
	const current = sums(
		lines
			.filter(({ lineStatus }) => isDeliverable(lineStatus))
			.map(({ currentCurrency, currentLineTotalMinor }) => ({
				currency: currentCurrency,
				minor: currentLineTotalMinor,
			})),
	);
	const currencies = [...new Set([...ordered.sums.keys(), ...current.sums.keys()])];
	const rows = currencies.map((currency) => ({
		currency,
		orderedTotalMinor: ordered.in(currency),
		currentTotalMinor: current.in(currency),
	}));
	const [only] = rows.length === 1 ? rows : [];
	const orderedTotal = amount(only?.currency, only?.orderedTotalMinor);
	const currentTotal = amount(only?.currency, only?.currentTotalMinor);
	return {
		orderedTotal: orderedTotal.total,
		orderedTotalMinor: orderedTotal.totalMinor,
		orderedTotalText: orderedTotal.text,
		currentTotal: currentTotal.total,
		currentTotalMinor: currentTotal.totalMinor,
		currentTotalText: currentTotal.text,
		checkedTotals: rows,
	};
}

interface Counted {
	currency: string | null;
	minor: number | null;
}

function sums(counted: Counted[]) {
	// A sum that may miss a line would be wrong, so it stays unknown: null.
	const isComplete = counted.every(({ currency }) => currency !== null);
	const byCurrency = new Map<string, bigint | null>();
	for (const { currency, minor } of counted) {
		if (currency === null) continue;
		const sum = byCurrency.get(currency) ?? (byCurrency.has(currency) ? null : 0n);
		byCurrency.set(
			currency,
			isComplete && sum !== null && minor !== null ? sum + BigInt(minor) : null,
		);
	}
	return {
		sums: byCurrency,
		in(currency: string): number | null {
			if (!byCurrency.has(currency)) return isComplete ? 0 : null;
			return toAmount(byCurrency.get(currency) ?? null, currency).totalMinor;
		},
	};
}

function amount(currency: string | undefined, minor: number | null | undefined) {
	if (currency === undefined || minor === null || minor === undefined) {
		return { total: null, totalMinor: null, text: null };
	}
	const counted = BigInt(minor);
	return {
		...toAmount(counted, currency),
		text: `${formatMinor(counted, currency)} ${currency}`,
	};
}
