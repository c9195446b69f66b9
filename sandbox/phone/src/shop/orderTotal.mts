import type { OrderLine } from '../api/types.mts';
import { formatMinor, priceToMinor } from '../format/money.mts';
import { totalsOf } from '../state/cartRules.mts';

/** The lines that can be counted: tests send orders without price, currency or a valid quantity. */
function countable(lines: OrderLine[]) {
	return lines.flatMap(({ quantity, price, currency }) => {
		if (typeof price !== 'number' || !currency || typeof quantity !== 'number') return [];
		const unitMinor = priceToMinor(price, currency);
		return unitMinor === null ? [] : [{ quantity, unitMinor, currency }];
	});
}

export function orderTotal(lines: OrderLine[]): string {
	const totals = totalsOf(countable(lines));
	if (totals.length === 0) return 'No price';
	return totals.map(({ minor, currency }) => formatMinor(minor, currency)).join(' + ');
}

export function lineTotal(line: OrderLine): string {
	return orderTotal([line]);
}

export function orderUnits(lines: OrderLine[]): number {
	return lines.reduce((sum, { quantity }) => sum + (Number(quantity) || 0), 0);
}
