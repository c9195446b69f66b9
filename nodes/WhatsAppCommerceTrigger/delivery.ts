import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { readMessages, type IncomingMessage } from '../shared/payload/webhook';
import type { EventReader, OutputMode } from './events/event';
import { order } from './events/order';
import { textMessage } from './events/textMessage';
import { onOutcome } from './outcome';
import { claim, type Claim } from './redelivery';
import { appSecretOf } from './secret';
import { isSignedByMeta } from './signature';

/** The events that a builder can choose, by the names that workflows store. */
const EVENTS = new Map<unknown, EventReader>([
	['order', order],
	['textMessage', textMessage],
]);

/** Bytes → signature → messages → events → re-delivery guard → items. */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	let claimed: Claim | undefined;
	onOutcome(this.getResponseObject(), (stored) => claimed?.settle(stored));

	const { rawBody } = this.getRequestObject();
	const signature = this.getHeaderData()['x-hub-signature-256'];
	if (!isSignedByMeta(rawBody, signature, await appSecretOf(this))) return answer.call(this, 401);

	const readers = chosenReaders.call(this);
	// Read from the very bytes that were signed, not from what somebody else parsed.
	const wanted = readMessages(parse(rawBody)).filter(({ type }) => readers.has(type));
	if (wanted.length === 0) return answer.call(this, 200);

	// While a builder listens for a test event nothing is left out: a test may well be repeated.
	if (this.getMode() !== 'manual') claimed = await claimFor.call(this, wanted);
	const outputMode = this.getNodeParameter('outputMode', 'perOrder') as OutputMode;
	const items = wanted
		.filter(({ messageId }) => isFresh(messageId, claimed))
		.flatMap((incoming) => readers.get(incoming.type)?.read(incoming, outputMode) ?? []);
	if (items.length === 0) return answer.call(this, 200);
	return { workflowData: [this.helpers.returnJsonArray(items)] };
}

/** The readers of the chosen events, by the type of message that they read. */
function chosenReaders(this: IWebhookFunctions): Map<string, EventReader> {
	const chosen = [this.getNodeParameter('events', []) as unknown].flat();
	const readers = chosen.flatMap((event) => EVENTS.get(event) ?? []);
	return new Map(readers.map((reader) => [reader.messageType, reader]));
}

async function claimFor(this: IWebhookFunctions, messages: IncomingMessage[]): Promise<Claim> {
	return await claim(
		`${this.getWorkflow().id}/${this.getNode().id}`,
		messages.flatMap(({ messageId }) => messageId ?? []),
		this.getWorkflowStaticData('node') as IDataObject,
	);
}

/** Each id once, even when a delivery holds it twice. A message without id cannot be recognized. */
function isFresh(messageId: string | null, claimed: Claim | undefined): boolean {
	return !claimed || messageId === null || claimed.fresh.delete(messageId);
}

function parse(rawBody: Buffer): unknown {
	try {
		return JSON.parse(rawBody.toString('utf8').replace(/^\ufeff/, ''));
	} catch {
		return undefined;
	}
}

/** An answer without content and without a run. */
function answer(this: IWebhookFunctions, status: number): IWebhookResponseData {
	this.getResponseObject().status(status).end();
	return { noWebhookResponse: true };
}
