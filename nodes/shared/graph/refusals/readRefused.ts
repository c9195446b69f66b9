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
 * The refusal of something that is read.
 *
 * @param note what more to say, for instance that nothing was sent
 * @param itemIndex the input item that it belongs to; none where the editor reads
 */
export function readRefusedError(
	node: INode,
	refusal: Refusal,
	itemIndex?: number,
	note = '',
): NodeApiError {
	const { todo, ...guidance } = readGuidance(refusal);
	const all = note === '' ? todo : `${todo} ${note}`;
	return refusedError(node, refusal, itemIndex, { ...guidance, todo: all });
}
