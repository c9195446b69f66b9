import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { connect } from '../shared/graph/connection';
import { DraftError } from './operations/draftError';
import type { Operation } from './operations/operation';
import * as productMessage from './operations/productMessage';

/** A Map and not an object: a name like "constructor" in a workflow file must not find anything. */
const OPERATIONS = new Map<string, Operation>([
	['productMessage.sendSingleProduct', productMessage.sendSingleProduct.execute],
	['productMessage.sendMultiProduct', productMessage.sendMultiProduct.execute],
]);

/** Items in → operation → items out. What goes wrong is tied to the item that it belongs to. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = `${this.getNodeParameter('resource', 0)}.${this.getNodeParameter('operation', 0)}`;
	const execute = OPERATIONS.get(name);
	if (!execute) {
		throw new NodeOperationError(this.getNode(), `The operation "${name}" does not exist`, {
			description: 'Choose a resource and an operation of this node, or update the package.',
		});
	}
	const graph = await connect(this);
	const output: INodeExecutionData[] = [];
	const items = this.getInputData();
	for (let item = 0; item < items.length; item++) {
		try {
			output.push(...(await execute.call(this, item, graph)));
		} catch (reason) {
			if (!this.continueOnFail()) throw tiedToItem.call(this, reason, item);
			const error = tiedToItem.call(this, reason, item);
			output.push({ json: failedItem.call(this, error, item), pairedItem: { item } });
		}
	}
	return [output];
}

/** Ours carry their item already; others, such as a broken expression, get it here. */
function tiedToItem(this: IExecuteFunctions, reason: unknown, itemIndex: number) {
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
function failedItem(
	this: IExecuteFunctions,
	error: NodeApiError | NodeOperationError,
	item: number,
): IDataObject {
	return {
		error: error.message,
		message: error.description ?? null,
		details: {
			recipient: recipientOf.call(this, item),
			...(error instanceof DraftError && { problems: error.problems.map((one) => ({ ...one })) }),
			...(error instanceof NodeApiError && (error.context.data as IDataObject)),
		},
	};
}

/** The recipient as given; the reason may be that its very expression cannot be evaluated. */
function recipientOf(this: IExecuteFunctions, item: number): string | null {
	try {
		return String(this.getNodeParameter('recipient', item, ''));
	} catch {
		return null;
	}
}
