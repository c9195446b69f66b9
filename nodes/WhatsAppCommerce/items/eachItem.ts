import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Graph } from '../../shared/graph/connection';
import { failedItem, tiedToItem } from './failure';
import type { Operation } from './operation';

/** What an operation does for one input item: the items that it makes of it. */
export type ItemOperation = (
	this: IExecuteFunctions,
	item: number,
	graph: Graph,
) => Promise<IDataObject[]>;

/** An operation that looks at each input item on its own. */
export function eachItem(run: ItemOperation): Operation {
	return async function (graph) {
		const output = [];
		for (let item = 0; item < this.getInputData().length; item++) {
			try {
				const rows = await run.call(this, item, graph);
				output.push(...rows.map((json) => ({ json, pairedItem: { item } })));
			} catch (reason) {
				if (!this.continueOnFail()) throw tiedToItem.call(this, reason, item);
				output.push(failedItem.call(this, tiedToItem.call(this, reason, item), [item]));
			}
		}
		return output;
	};
}
