import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import {
	hasBrokenLines,
	ORDER_COLUMNS,
	type OrderColumns,
} from '../../../shared/payload/reorder/pastOrders';
import { DraftError } from '../../items/draftError';

/**
 * Why an item cannot be read as an order.
 *
 * @param otherwise what is wrong unless its lines are there and cannot be read
 */
export function notAnOrder(
	this: IExecuteFunctions,
	item: number,
	json: IDataObject,
	otherwise: { field: string; sentence: string },
	columns: OrderColumns = ORDER_COLUMNS,
): DraftError {
	const { lines } = columns;
	const sentence = `"${lines}" holds something that cannot be read as a list of lines. Give the list itself, or the whole of it as JSON text.`;
	const problem = hasBrokenLines(json, columns) ? { field: lines, sentence } : otherwise;
	return new DraftError(this.getNode(), [problem], item, 'This item is not an order');
}
