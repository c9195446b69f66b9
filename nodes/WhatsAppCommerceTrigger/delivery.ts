import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { CREDENTIAL_TYPE } from '../shared/graph/connection';
import { readMessages, type IncomingMessage } from '../shared/payload/webhook';
import type { OutputMode } from './events/event';
import { order } from './events/order';
import { textMessage } from './events/textMessage';
import { claim } from './redelivery';
import { isSignedByMeta } from './signature';

/** The events that a builder can choose, by the names that workflows store. */
const EVENTS = { order, textMessage };

/** Bytes → signature → messages → events → re-delivery guard → items. */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { rawBody } = this.getRequestObject();
	const { appSecret } = await this.getCredentials(CREDENTIAL_TYPE);
	const signature = this.getHeaderData()['x-hub-signature-256'];
	if (!isSignedByMeta(rawBody, signature, appSecret)) return answer.call(this, 401);

	const chosen = this.getNodeParameter('events', []) as Array<keyof typeof EVENTS>;
	const outputMode = this.getNodeParameter('outputMode', 'perOrder') as OutputMode;
	const readers = chosen.flatMap((event) => EVENTS[event] ?? []);
	// Read from the very bytes that were signed, not from what somebody else parsed.
	const wanted = readMessages(parse(rawBody)).filter(({ type }) =>
		readers.some(({ messageType }) => messageType === type),
	);
	if (wanted.length === 0) return answer.call(this, 200);

	const fresh = await withoutRepeats.call(this, wanted);
	const items = fresh.flatMap((incoming) =>
		readers
			.filter(({ messageType }) => messageType === incoming.type)
			.flatMap((reader) => reader.read(incoming, outputMode)),
	);
	if (items.length === 0) return answer.call(this, 200);
	return { workflowData: [this.helpers.returnJsonArray(items)] };
}

/**
 * The messages that no earlier delivery brought. While a builder listens for a test event nothing is
 * left out: a test may well be repeated.
 */
async function withoutRepeats(
	this: IWebhookFunctions,
	messages: IncomingMessage[],
): Promise<IncomingMessage[]> {
	if (this.getMode() === 'manual') return messages;
	const claimed = await claim(
		`${this.getWorkflow().id}/${this.getNode().id}`,
		messages.map(({ messageId }) => messageId),
		this.getWorkflowStaticData('node') as IDataObject,
	);
	// n8n answers 200 only after the run is stored; any other end means that Meta will try again.
	const response = this.getResponseObject();
	response.once('close', () =>
		claimed.settle(response.writableFinished && response.statusCode === 200),
	);
	return messages.filter(({ messageId }) => claimed.fresh.delete(messageId));
}

function parse(rawBody: Buffer): unknown {
	try {
		return JSON.parse(rawBody.toString('utf8'));
	} catch {
		return undefined;
	}
}

/** An answer without content and without a run. */
function answer(this: IWebhookFunctions, status: number): IWebhookResponseData {
	this.getResponseObject().status(status).end();
	return { noWebhookResponse: true };
}
