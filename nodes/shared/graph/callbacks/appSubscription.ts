import { z } from 'zod/v4';

import type { GraphAnswer, Result } from '../answer';
import type { Graph } from '../connection';
import { CALLBACKS_UNREADABLE, list } from './callbackAnswer';

/** The object whose webhooks carry messages. Facts 2.1, 5.3. */
const OBJECT = 'whatsapp_business_account';

/** The one callback that an app has for WhatsApp. */
export interface AppSubscription {
	callbackUrl: string;
	fields: string[];
}

const subscriptionRow = z.object({ object: z.literal(OBJECT), callback_url: z.string() });
const subscriptionFields = z.object({
	fields: z.array(z.union([z.string(), z.object({ name: z.string() })]).catch('')).catch([]),
});

/** Reads the app's callback for WhatsApp. Facts 5.3. */
export async function readAppSubscription(
	graph: Graph,
): Promise<Result<AppSubscription | undefined>> {
	const answer = await graph.callAsApp({ method: 'GET', path: [graph.appId, 'subscriptions'] });
	if (!answer.ok) return answer;
	const rows = list.safeParse(answer.value);
	if (!rows.success) return CALLBACKS_UNREADABLE;
	const row = rows.data.data.find((one) => (one as { object?: unknown } | null)?.object === OBJECT);
	if (row === undefined) return { ok: true, value: undefined };
	const saved = subscriptionRow.safeParse(row);
	if (!saved.success) return CALLBACKS_UNREADABLE;
	const { fields } = subscriptionFields.parse(row);
	const names = fields.map((one) => (typeof one === 'string' ? one : one.name)).filter(Boolean);
	return { ok: true, value: { callbackUrl: saved.data.callback_url, fields: names } };
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
