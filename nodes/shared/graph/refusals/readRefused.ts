import type { INode, NodeApiError } from 'n8n-workflow';

import type { Refusal } from '../answer';
import { guidanceFor, type Guidance } from './guidance';
import { refusedError } from './refusedError';

/** What the refusal of a read means: unlike one of a send it concerns no message. */
export function readGuidance(refusal: Refusal): Guidance {
	const given = guidanceFor(refusal);
	if (given.failure?.cause === 'rate-limited') {
		return {
			...given,
			what: 'Meta limits how often it is asked',
			todo: 'Wait a few minutes, and ask less often.',
		};
	}
	if (refusal.kind === 'unanswered') {
		const todo =
			'Try again in a few minutes; if it stays, check the network of n8n and the Base URL of the credential.';
		return { ...given, todo };
	}
	return given;
}

/**
 * The refusal of something that is read before a message is sent, or instead of it.
 *
 * @param itemIndex the input item that it belongs to; none where the editor reads
 */
export function readRefusedError(node: INode, refusal: Refusal, itemIndex?: number): NodeApiError {
	const { todo, ...guidance } = readGuidance(refusal);
	const { resource, operation } = node.parameters;
	const isSend = resource === 'productMessage' || operation === 'reorder';
	const all = isSend && itemIndex !== undefined ? `${todo} Nothing was sent for this item.` : todo;
	return refusedError(node, refusal, itemIndex, { ...guidance, todo: all });
}
