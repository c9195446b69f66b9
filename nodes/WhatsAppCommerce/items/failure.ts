import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { identityIn } from '../../shared/payload/rules/recipient';
import { DraftError } from './draftError';

/** An error of this node: what happened, what to do, and the item that it belongs to. */
export type NodeFailure = NodeApiError | NodeOperationError;

/** Ours carry their item already; others, such as a broken expression, get it here. */
export function tiedToItem(
	this: IExecuteFunctions,
	reason: unknown,
	itemIndex: number,
): NodeFailure {
	if (reason instanceof NodeApiError || reason instanceof NodeOperationError) {
		reason.context.itemIndex ??= itemIndex;
		return reason;
	}
	return new NodeOperationError(this.getNode(), reason as Error, { itemIndex });
}

/**
 * What Continue On Fail yields: the reason, in the same words as the error. With exactly these three
 * keys n8n sends the item to the error output where the node has one.
 */
export function failedItem(
	this: IExecuteFunctions,
	error: NodeFailure,
	items: number[],
): INodeExecutionData {
	const json: IDataObject = {
		error: error.message,
		message: error.description ?? null,
		details: {
			...recipientOf.call(this, items[0]),
			...(error instanceof DraftError && { problems: error.problems.map((one) => ({ ...one })) }),
			...(error instanceof NodeApiError && (error.context.data as IDataObject)),
		},
	};
	return { json, pairedItem: pairedWith(items) };
}

/** One input item is named by itself, several as a list. */
export const pairedWith = (items: number[]): INodeExecutionData['pairedItem'] =>
	items.length === 1 ? { item: items[0] } : items.map((item) => ({ item }));

/** The recipient as given; the reason may be that its very expression cannot be evaluated. */
function recipientOf(this: IExecuteFunctions, item: number): { recipient?: string | null } {
	try {
		const given = this.getNodeParameter('recipient', item, null);
		return given === null ? {} : { recipient: String(identityIn(given)) };
	} catch {
		return { recipient: null };
	}
}
