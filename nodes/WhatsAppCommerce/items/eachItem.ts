import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { failedItem, tiedToItem } from './failure';
import type { Run } from './run';

/** What an operation does for one input item: the output items that it makes. */
type ItemOperation = (run: Run, item: number) => Promise<IDataObject[]>;

/** An operation that looks at each input item on its own. */
export const eachItem =
	(make: ItemOperation) =>
	async (run: Run): Promise<INodeExecutionData[]> => {
		const output: INodeExecutionData[] = [];
		for (const item of run.input.keys()) {
			try {
				const rows = await make(run, item);
				output.push(...rows.map((json) => ({ json, pairedItem: { item } })));
			} catch (reason) {
				const failure = tiedToItem(run, reason, item);
				if (!run.continuesOnFail) throw failure;
				output.push(failedItem(run, failure, [item]));
			}
		}
		return output;
	};
