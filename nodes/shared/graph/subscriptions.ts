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

const subscriptions = z.object({
	data: z.array(
		z.object({
			object: z.string(),
			callback_url: z.string(),
			fields: z.array(z.union([z.string(), z.object({ name: z.string() })])).optional(),
		}),
	),
});

/** Apps that receive an account's webhooks, in the forms in which Graph names an app. */
const subscribedApps = z.object({
	data: z.array(
		z.object({
			id: z.string().optional(),
			whatsapp_business_api_data: z.object({ id: z.string() }).optional(),
		}),
	),
});

/** Reads the app's callback for WhatsApp. Facts 5.3. */
export async function readAppSubscription(
	graph: Graph,
): Promise<{ ok: true; subscription?: AppSubscription } | { ok: false; refusal: Refusal }> {
	const answer = await graph.callAsApp({ method: 'GET', path: [graph.appId, 'subscriptions'] });
	if (!answer.ok) return answer;
	const read = subscriptions.safeParse(answer.body);
	const standing = read.success
		? read.data.data.find(({ object }) => object === OBJECT)
		: undefined;
	if (!standing) return { ok: true };
	const fields = (standing.fields ?? []).map((one) => (typeof one === 'string' ? one : one.name));
	return { ok: true, subscription: { callbackUrl: standing.callback_url, fields } };
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

/**
 * Subscribes the business account to the app, without which nothing arrives (facts 0.13). An account
 * that is subscribed already is left alone: a second call would clear its callback override.
 */
export async function subscribeBusinessAccount(graph: Graph): Promise<GraphAnswer> {
	const path = [graph.businessAccountId, 'subscribed_apps'];
	const answer = await graph.call({ method: 'GET', path });
	if (!answer.ok) return answer;
	const read = subscribedApps.safeParse(answer.body);
	const isOurs = read.success
		? read.data.data.some(
				({ id, whatsapp_business_api_data: data }) => (data?.id ?? id) === graph.appId,
			)
		: false;
	return isOurs ? answer : await graph.call({ method: 'POST', path });
}
