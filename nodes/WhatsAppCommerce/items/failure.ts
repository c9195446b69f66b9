import {
	type IDataObject,
	type INodeExecutionData,
	type IPairedItemData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import { identityIn } from '../../shared/payload/rules/recipient';
import { InputProblems } from './inputProblems';
import type { Items } from './items';
import type { Run } from './run';

/** An error of this node: what happened, what to do, and the item that it belongs to. */
export type NodeFailure = NodeApiError | NodeOperationError;

/** Our own errors already name their item; others, for instance of a broken expression, get it here. */
export function tiedToItem(run: Run, reason: unknown, itemIndex: number): NodeFailure {
	if (reason instanceof NodeApiError || reason instanceof NodeOperationError) {
		reason.context.itemIndex ??= itemIndex;
		return reason;
	}
	return new NodeOperationError(run.node, reason as Error, { itemIndex });
}

/**
 * What Continue On Fail yields: the reason, in the same words as the error. With exactly these three
 * keys n8n sends the item to the error output where the node has one.
 */
export function failedItem(run: Run, error: NodeFailure, items: Items): INodeExecutionData {
	const json: IDataObject = {
		error: error.message,
		message: error.description ?? null,
		details: {
			...recipientOf(run, items[0]),
			...(error instanceof InputProblems && {
				problems: error.problems.map((one) => ({ ...one })),
			}),
			...(error instanceof NodeApiError && (error.context.data as IDataObject)),
		},
	};
	return { json, pairedItem: pairedWith(items) };
}

/** One input item is named by itself, several as a list. */
export const pairedWith = (items: Items): IPairedItemData | IPairedItemData[] =>
	items.length === 1 ? { item: items[0] } : items.map((item) => ({ item }));

/** The recipient as given; null where it is its own expression that cannot be evaluated. */
function recipientOf(run: Run, item: number): { recipient?: string | null } {
	try {
		const given = run.given('recipient', item, null);
		return given === null ? {} : { recipient: String(identityIn(given)) };
	} catch {
		return { recipient: null };
	}
}
