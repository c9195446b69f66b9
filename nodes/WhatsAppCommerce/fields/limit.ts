import type { INodeProperties } from 'n8n-workflow';

import { LABELS } from '../../shared/payload/labels';
import { wholeNumber } from '../../shared/payload/rules/numbers';
import type { Run } from '../items/run';

/** n8n's usual pair: all of a list, or its beginning. */
const properties: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: LABELS.limit,
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

export const limit = {
	properties,
	/**
	 * How many rows are enough for one item.
	 *
	 * @throws InputProblems when the limit is not a whole number from 1
	 */
	read: (run: Run, item: number): number =>
		run.given('returnAll', item) === true
			? Number.POSITIVE_INFINITY
			: run.check('limit', wholeNumber, run.given('limit', item), item),
};
