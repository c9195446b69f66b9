import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { readDelivery } from '../../shared/payload/webhooks/delivery';
import { type OrderEvent, ofShop } from '../../shared/payload/webhooks/order';
import type { Part } from '../../shared/payload/webhooks/deliveryParts';
import type { TriggerEvent } from '../events/event';
import { itemsOf } from '../events/items';
import { readEvents, type FoundEvent } from '../events/read';
import { applyFilters } from '../filters/filters';
import { enrich } from './enrich';
import { logForeignAccounts, logRefusal, logRepeats } from './log';
import { outcomeOf } from './outcome';
import { claim, type Claim } from './redelivery';
import { readSettings, type Settings } from './settings';
import { verify } from './verify';

/** Bytes → signature → parts → events → filters → re-delivery guard → catalog → items. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const outcome = outcomeOf(context.getResponseObject());

	const verified = await verify(context);
	if ('reason' in verified) {
		logRefusal(context, verified.reason);
		return answer(context, 401);
	}

	const settings = readSettings(context);
	// Parsed from the very bytes that were signed, not taken as n8n has parsed them.
	const parts = readDelivery(parse(context.getRequestObject().rawBody));
	const own = settings.onlyOwnAccount
		? ofAccount(context, parts, verified.access.businessAccountId)
		: parts;
	const wanted = applyFilters(readEvents(own, settings.events), settings.options);
	if (wanted.length === 0) return answer(context, 200);

	const claimed = await claimFor(context, wanted, settings);
	if (claimed) void outcome.then((isStored) => claimed.settle(isStored));
	if (claimed && settings.skipRepeated) logRepeats(context, claimed.repeats, claimed.allRepeats);
	const found = firstOrRepeated(wanted, claimed, settings);
	if (found.length === 0) return answer(context, 200);

	const sold = inShop(found, settings);
	const events = settings.enrich ? await withDetails(context, sold) : sold;
	return {
		workflowData: route(events, settings).map((items) => context.helpers.returnJsonArray(items)),
	};
}

/** An event on its way out, with the fields that the guard adds to it. */
interface Outgoing {
	event: TriggerEvent;
	more: IDataObject;
}

/** Leaves out parts of other business accounts, and those that name none: they may be of any. */
function ofAccount(context: IWebhookFunctions, parts: Part[], account: string): Part[] {
	const own = parts.filter(({ businessAccountId }) => businessAccountId === account);
	logForeignAccounts(context, parts.length - own.length);
	return own;
}

/** Undefined where nothing is left out: while a builder listens for a test event, which may well be repeated. */
async function claimFor(
	context: IWebhookFunctions,
	found: FoundEvent[],
	{ skipRepeated }: Settings,
): Promise<Claim | undefined> {
	const isTest = context.getMode() === 'manual';
	if (isTest && skipRepeated) return undefined;
	const node = `${context.getWorkflow().id}/${context.getNode().id}`;
	return await claim(
		// What was tried out is not what was delivered.
		isTest ? `${node}/test` : node,
		found.flatMap(({ key }) => key ?? []),
		isTest ? {} : (context.getWorkflowStaticData('node') as IDataObject),
	);
}

/**
 * Each message once, even when a delivery holds it twice; or all of them, each with whether it is the
 * first. A message without ID cannot be recognized.
 */
function firstOrRepeated(
	found: FoundEvent[],
	claimed: Claim | undefined,
	{ skipRepeated }: Settings,
): Outgoing[] {
	const fresh = new Set(claimed?.fresh);
	return found.flatMap(({ key, event }) => {
		const isFirst = !claimed || key === null || fresh.delete(key);
		if (skipRepeated) return isFirst ? [{ event, more: {} }] : [];
		return [{ event, more: { delivery: isFirst ? 'first' : 'repeated' } }];
	});
}

/** Orders with their products as the shop that the builder has named knows them. */
function inShop(found: Outgoing[], { shop }: Settings): Outgoing[] {
	if (shop === undefined) return found;
	return found.map(({ event, more }) => ({
		event: isOrder(event) ? ofShop(event, shop) : event,
		more,
	}));
}

async function withDetails(context: IWebhookFunctions, found: Outgoing[]): Promise<Outgoing[]> {
	const orders = found.map(({ event }) => event).filter(isOrder);
	if (orders.length === 0) return found;
	const enriched = await enrich(context, orders);
	return found.map(({ event, more }) => ({
		event: isOrder(event) ? enriched(event) : event,
		more,
	}));
}

const isOrder = (event: TriggerEvent): event is OrderEvent => event.event === 'order';

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
function answer(context: IWebhookFunctions, status: number): IWebhookResponseData {
	context.getResponseObject().status(status).end();
	return { noWebhookResponse: true };
}
