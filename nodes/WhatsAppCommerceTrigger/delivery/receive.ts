import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { OrderEvent } from '../../shared/payload/webhooks/order';
import type { Part } from '../../shared/payload/webhooks/deliveryParts';
import { readDelivery } from '../../shared/payload/webhooks/delivery';
import { enrich } from './enrich';
import type { TriggerEvent } from '../events/event';
import { itemsOf } from '../events/items';
import { readEvents, type FoundEvent } from '../events/read';
import { keep } from '../filters/filters';
import { logForeignAccounts, logRefusal, logRepeats } from './log';
import { onOutcome } from './outcome';
import { claim, type Claim } from './redelivery';
import { readSettings, type Settings } from './settings';
import { verify } from './verify';

/** Bytes → signature → parts → events → filters → re-delivery guard → catalog → items. */
export async function receive(this: IWebhookFunctions): Promise<IWebhookResponseData> {
	let claimed: Claim | undefined;
	onOutcome(this.getResponseObject(), (stored) => claimed?.settle(stored));

	const verified = await verify(this);
	if ('reason' in verified) {
		logRefusal(this, verified.reason);
		return answer.call(this, 401);
	}

	const settings = readSettings(this);
	// Read from the very bytes that were signed, not from what somebody else parsed.
	const parts = readDelivery(parse(this.getRequestObject().rawBody));
	const own = settings.onlyOwnAccount
		? ofAccount.call(this, parts, verified.access.businessAccountId)
		: parts;
	const wanted = keep(readEvents(own, settings.events), settings.options);
	if (wanted.length === 0) return answer.call(this, 200);

	// While a builder listens for a test event nothing is left out: a test may well be repeated.
	const isTest = this.getMode() === 'manual';
	if (!isTest || !settings.skipRepeated) claimed = await claimFor.call(this, wanted, isTest);
	const found = firstOrRepeated(wanted, claimed, settings);
	if (claimed && settings.skipRepeated) logRepeats(this, claimed.repeats, claimed.allRepeats);
	if (found.length === 0) return answer.call(this, 200);
	const events = settings.enrich ? await withDetails.call(this, found) : found;
	return {
		workflowData: route(events, settings).map((items) => this.helpers.returnJsonArray(items)),
	};
}

/** An event on its way out, with the fields that the guard adds to it. */
interface Outgoing {
	event: TriggerEvent;
	more: IDataObject;
}

/** Entries of other business accounts are left out; what names none may be anybody's and goes too. */
function ofAccount(this: IWebhookFunctions, parts: Part[], account: string): Part[] {
	const own = parts.filter(({ businessAccountId }) => businessAccountId === account);
	logForeignAccounts(this, parts.length - own.length);
	return own;
}

async function claimFor(
	this: IWebhookFunctions,
	found: FoundEvent[],
	isTest: boolean,
): Promise<Claim> {
	const node = `${this.getWorkflow().id}/${this.getNode().id}`;
	return await claim(
		// What was tried out is not what was delivered.
		isTest ? `${node}/test` : node,
		found.flatMap(({ key }) => key ?? []),
		isTest ? {} : (this.getWorkflowStaticData('node') as IDataObject),
	);
}

/**
 * Each key once, even when a delivery holds it twice; or all of them, and which is which on them. A
 * message without ID cannot be recognized.
 */
function firstOrRepeated(
	found: FoundEvent[],
	claimed: Claim | undefined,
	{ skipRepeated }: Settings,
): Outgoing[] {
	return found.flatMap(({ key, event }) => {
		const isFirst = !claimed || key === null || claimed.fresh.delete(key);
		if (skipRepeated) return isFirst ? [{ event, more: {} }] : [];
		return [{ event, more: { delivery: isFirst ? 'first' : 'repeated' } }];
	});
}

async function withDetails(this: IWebhookFunctions, found: Outgoing[]): Promise<Outgoing[]> {
	const isOrder = (event: TriggerEvent): event is OrderEvent => event.event === 'order';
	const orders = await enrich(this, found.map(({ event }) => event).filter(isOrder));
	return found.map((one) =>
		isOrder(one.event) ? { ...one, event: orders.shift() ?? one.event } : one,
	);
}

function route(found: Outgoing[], { outputs, outputMode }: Settings): IDataObject[][] {
	const items = ({ event, more }: Outgoing) => itemsOf(event, outputMode, more);
	if (outputs === null) return [found.flatMap(items)];
	return outputs.map((name) => found.filter(({ event }) => event.event === name).flatMap(items));
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
