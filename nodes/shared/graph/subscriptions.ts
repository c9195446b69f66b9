import { z } from 'zod';

import type { GraphAnswer, Refusal } from './answer';
import type { Graph } from './connection';

/** The object whose webhooks carry messages. Facts 2.1, 5.3. */
const OBJECT = 'whatsapp_business_account';

/** The one callback that an app has for WhatsApp. */
export interface AppSubscription {
	callbackUrl: string;
	fields: string[];
}

/** A list of Graph whose rows are read one by one, so that an odd one hides no other. */
const list = z.object({ data: z.array(z.unknown()) });

const subscriptionRow = z.object({ object: z.literal(OBJECT), callback_url: z.string() });
const subscriptionFields = z.object({
	fields: z.array(z.union([z.string(), z.object({ name: z.string() })]).catch('')).catch([]),
});

/** An app that receives an account's webhooks, in the forms in which Graph names it. */
const subscribedApp = z.object({
	id: z.unknown().optional(),
	whatsapp_business_api_data: z.object({ id: z.unknown().optional() }).optional().catch(undefined),
});

/** What counts as an answer that says nothing: nobody's callback may be touched on the strength of it. */
const UNREADABLE: Refusal = {
	kind: 'refused',
	httpStatus: 200,
	code: null,
	message: 'The list of subscriptions cannot be read',
	details: null,
	traceId: null,
};

/** Reads the app's callback for WhatsApp. Facts 5.3. */
export async function readAppSubscription(
	graph: Graph,
): Promise<{ ok: true; subscription?: AppSubscription } | { ok: false; refusal: Refusal }> {
	const answer = await graph.callAsApp({ method: 'GET', path: [graph.appId, 'subscriptions'] });
	if (!answer.ok) return answer;
	const rows = list.safeParse(answer.body);
	if (!rows.success) return { ok: false, refusal: UNREADABLE };
	const row = rows.data.data.find((one) => (one as { object?: unknown } | null)?.object === OBJECT);
	if (row === undefined) return { ok: true };
	const standing = subscriptionRow.safeParse(row);
	if (!standing.success) return { ok: false, refusal: UNREADABLE };
	const { fields } = subscriptionFields.parse(row);
	const names = fields.map((one) => (typeof one === 'string' ? one : one.name)).filter(Boolean);
	return { ok: true, subscription: { callbackUrl: standing.data.callback_url, fields: names } };
}

/** Sets the app's callback; Meta calls it with a handshake before it answers. Facts 5.1, 5.3. */
export async function saveAppSubscription(
	graph: Graph,
	{ callbackUrl, fields }: AppSubscription,
	verifyToken: string,
): Promise<GraphAnswer> {
	return await graph.callAsApp({
		method: 'POST',
		path: [graph.appId, 'subscriptions'],
		body: {
			object: OBJECT,
			callback_url: callbackUrl,
			verify_token: verifyToken,
			fields: fields.join(','),
			include_values: true,
		},
	});
}

/** Removes the app's callback. Facts 5.3. */
export async function removeAppSubscription(graph: Graph): Promise<GraphAnswer> {
	return await graph.callAsApp({
		method: 'DELETE',
		path: [graph.appId, 'subscriptions'],
		query: { object: OBJECT },
	});
}

/** Whether the business account's webhooks reach the app. Facts 0.13, 5.3. */
export async function isAccountSubscribed(
	graph: Graph,
): Promise<{ ok: true; isSubscribed: boolean } | { ok: false; refusal: Refusal }> {
	const answer = await graph.call({ method: 'GET', path: accountPath(graph) });
	if (!answer.ok) return answer;
	const rows = list.safeParse(answer.body);
	if (!rows.success) return { ok: false, refusal: UNREADABLE };
	const isSubscribed = rows.data.data.some((row) => {
		const read = subscribedApp.safeParse(row);
		if (!read.success) return false;
		const { id, whatsapp_business_api_data: data } = read.data;
		return String(data?.id ?? id) === graph.appId;
	});
	return { ok: true, isSubscribed };
}

/**
 * Subscribes the business account to the app, without which nothing arrives. An account that is
 * subscribed already is left alone: a second call would clear its callback override.
 */
export async function subscribeAccount(
	graph: Graph,
): Promise<{ ok: true } | { ok: false; refusal: Refusal }> {
	const read = await isAccountSubscribed(graph);
	if (!read.ok || read.isSubscribed) return read;
	return await graph.call({ method: 'POST', path: accountPath(graph) });
}

const accountPath = (graph: Graph) => [graph.businessAccountId, 'subscribed_apps'];
