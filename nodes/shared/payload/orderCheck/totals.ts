import { sumsByCurrency, type CurrencySums } from '../values/currencySums';
import { amountText, toAmount } from '../values/money';
import { onlyOne } from '../values/onlyOne';
import { isDeliverable, type CheckedLine } from './orderCheck';

/** The ordered and the current total in one currency. Minor units; null when a line cannot be counted. */
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

/** Sums in integers. With more than one currency only `checkedTotals` has values. */
export function checkedTotals(lines: CheckedLine[]): CheckedTotals {
	const ordered = sumsByCurrency(
		lines.map(({ currency, lineTotalMinor }) => ({ currency, minor: lineTotalMinor })),
	);
	const current = sumsByCurrency(
		lines
			.filter(({ lineStatus }) => isDeliverable(lineStatus))
			.map(({ currentCurrency, currentLineTotalMinor }) => ({
				currency: currentCurrency,
				minor: currentLineTotalMinor,
			})),
	);
	const currencies = [...new Set([...ordered.byCurrency.keys(), ...current.byCurrency.keys()])];
	const rows = currencies.map((currency) => ({
		currency,
		orderedTotalMinor: sumIn(ordered, currency),
		currentTotalMinor: sumIn(current, currency),
	}));
	const only = onlyOne(rows);
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

/** The sum in one currency; 0 where no line has it, as long as every line's currency is known. */
function sumIn({ byCurrency, isComplete }: CurrencySums, currency: string): number | null {
	const none = isComplete ? 0n : null;
	const sum = byCurrency.get(currency);
	return toAmount(sum === undefined ? none : sum, currency).totalMinor;
}

function amount(currency: string | undefined, minor: number | null | undefined) {
	if (currency === undefined || minor === null || minor === undefined) {
		return { total: null, totalMinor: null, text: null };
	}
	const counted = BigInt(minor);
	return { ...toAmount(counted, currency), text: amountText(counted, currency) };
}
