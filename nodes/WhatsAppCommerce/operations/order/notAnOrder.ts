import type { IDataObject } from 'n8n-workflow';

import type { Problem } from '../../../shared/payload/problems';
import {
	hasBrokenLines,
	ORDER_COLUMNS,
	type OrderColumns,
} from '../../../shared/payload/reorder/pastOrders';
import type { InputProblems } from '../../items/inputProblems';
import type { Run } from '../../items/run';

/**
 * Why an item cannot be read as an order.
 *
 * @param otherwise what is wrong unless its lines are there and cannot be read
 */
export function notAnOrder(
	run: Run,
	item: number,
	json: IDataObject,
	otherwise: Problem,
	columns: OrderColumns = ORDER_COLUMNS,
): InputProblems {
	const { lines } = columns;
	const sentence = `"${lines}" holds something that cannot be read as a list of lines. Give the list itself, or the whole of it as JSON text.`;
	const problem = hasBrokenLines(json, columns) ? { field: lines, sentence } : otherwise;
	return run.problems([problem], item, 'This item is not an order');
}
