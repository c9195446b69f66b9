import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Graph } from '../../shared/graph/connection';
import { sendMessage } from '../../shared/graph/messages';
import { refusedError } from '../../shared/graph/refusedError';
import type { OutgoingMessage } from '../../shared/payload/messages';
import { validate } from '../../shared/payload/problems';
import type { Schema } from '../../shared/payload/rules';
import { DraftError } from './draftError';

/**
 * The way of every message: check the draft, send it, tell what was accepted. One item per message.
 *
 * @throws NodeOperationError with all problems of the draft; NodeApiError when Meta refuses it
 */
export async function send(
	this: IExecuteFunctions,
	item: number,
	graph: Graph,
	schema: Schema<OutgoingMessage>,
	draft: Record<string, unknown>,
): Promise<INodeExecutionData[]> {
	const checked = validate(schema, draft);
	if (!checked.ok) throw new DraftError(this.getNode(), checked.problems, item);
	const message = checked.value;
	const result = await sendMessage(graph, message);
	if (!result.ok) throw refusedError(this.getNode(), result.refusal, item);
	const { messageId, phone, userId } = result.sent;
	return [
		{
			json: {
				messageId,
				// Accepted by Meta, which is not yet delivered.
				status: 'accepted',
				recipient: { input: String(draft.recipient), phone, userId },
				catalogId: message.catalogId,
				products: message.products,
				dropped: message.dropped.map((dropped) => ({ ...dropped })),
				part: 1,
				parts: 1,
				trackingData: message.trackingData,
			},
			pairedItem: { item },
		},
	];
}
