import { NodeApiError, type IDataObject, type INode } from 'n8n-workflow';

import type { Refusal } from '../answer';
import { guidanceFor, type Guidance } from './guidance';

/**
 * The one shape in which a refusal reaches the builder: what happened, what to do, and what Meta
 * said, with its code.
 *
 * @param itemIndex the input item that it belongs to, if any
 * @param guidance what it means there; by default what it means for a send
 */
export function refusedError(
	node: INode,
	refusal: Refusal,
	itemIndex?: number,
	guidance: Guidance = guidanceFor(refusal),
): NodeApiError {
	const { what, todo, failure } = guidance;
	const item = itemIndex === undefined ? '' : ` [item ${itemIndex}]`;
	const said = metaSaid(refusal);
	// Without the transport's code: n8n would replace our words by its own, which suggest to repeat at
	// once what may have been sent.
	const error = new NodeApiError(
		node,
		{ message: what },
		{
			message: `${what}${item}`,
			description: said === null ? todo : `${todo} Meta said: ${said}`,
			...(refusal.kind === 'refused' && { httpCode: String(refusal.httpStatus) }),
			...(itemIndex !== undefined && { itemIndex }),
			...(failure && { failure }),
		},
	);
	error.context.data = detailsOf(refusal);
	return error;
}

/** What a workflow can branch on: Meta's code and details, or the code of the transport. */
function detailsOf(refusal: Refusal): IDataObject {
	if (refusal.kind === 'unanswered') return { code: refusal.code, details: null, traceId: null };
	const { code, details, traceId } = refusal;
	return { code, details, traceId };
}

function metaSaid(refusal: Refusal): string | null {
	if (refusal.kind === 'unanswered' || refusal.code === null) return null;
	const details = refusal.details === null ? '' : ` — ${refusal.details}`;
	const code = refusal.message.includes(`#${refusal.code}`) ? '' : ` (code ${refusal.code})`;
	return `${refusal.message}${code}${details}`;
}
