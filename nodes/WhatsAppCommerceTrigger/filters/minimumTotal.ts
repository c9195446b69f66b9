import type { IDataObject } from 'n8n-workflow';

import { lineTotalMinor } from '../../shared/payload/money';
import { textOf, type FilterMaker } from './filter';

/**
 * Only orders of at least this total. With several currencies the part in this one counts; an order
 * without any, or whose total cannot be read, cannot reach it. Other events have no total.
 */
export const minimumTotal: FilterMaker = ({ filterMinimumTotal }) => {
	const { amount, currency } = ((filterMinimumTotal as IDataObject | undefined)?.minimum ??
		{}) as IDataObject;
	const code = textOf(currency).toUpperCase();
	const least = lineTotalMinor(amount, 1, code);
	// Nothing to compare with: better all orders than none.
	if (least === null || least === 0n || !/^[A-Z]{3}$/.test(code)) return undefined;
	return (event) =>
		event.event !== 'order' ||
		event.totals.some(
			(total) =>
				total.currency === code && total.totalMinor !== null && BigInt(total.totalMinor) >= least,
		);
};
