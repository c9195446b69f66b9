import { z } from 'zod/v4';

import type { GraphAnswer, Result } from '../answer';
import type { Graph } from '../connection';
import { CALLBACKS_UNREADABLE, list } from './callbackAnswer';

/** What the business account does with its webhooks. Facts 0.13, 5.3. */
export interface AccountSubscription {
	/** Whether they reach the app. */
	isSubscribed: boolean;
	/** The account's own callback URL, which goes before the app's. */
	overrideUrl?: string;
}

/**
 * The row of an app that receives the account's webhooks, in the forms in which Graph names it.
 * Facts 5.3.
 */
const subscribedApp = z.object({
	id: z.unknown().optional(),
	whatsapp_business_api_data: z.object({ id: z.unknown().optional() }).optional().catch(undefined),
});
const override = z.object({ override_callback_uri: z.string().optional() });

/**
 * Reads what the account does with its webhooks. Each app has its own row and override;
 * without an App ID in the credential any app counts as ours, and no override is told.
 */
export async function readAccountSubscription(graph: Graph): Promise<Result<AccountSubscription>> {
	const answer = await graph.call({ method: 'GET', path: pathOf(graph) });
	if (!answer.ok) return answer;
	const rows = list.safeParse(answer.value);
	if (!rows.success) return CALLBACKS_UNREADABLE;
	const { data } = rows.data;
	if (graph.appId === '') return { ok: true, value: { isSubscribed: data.length > 0 } };
	const ours = data.find((row) => appIdOf(row) === graph.appId);
	if (ours === undefined) return { ok: true, value: { isSubscribed: false } };
	const read = override.safeParse(ours);
	if (!read.success) return CALLBACKS_UNREADABLE;
	const url = read.data.override_callback_uri;
	return { ok: true, value: { isSubscribed: true, ...(url && { overrideUrl: url }) } };
}

/**
 * Subscribes the business account to the app, without which nothing arrives. Only for an account
 * that is not: on one that is, the same call clears its callback URL. Facts 5.3.
 */
export async function subscribeAccount(graph: Graph): Promise<GraphAnswer> {
	return await graph.call({ method: 'POST', path: pathOf(graph) });
}

/**
 * Sets the account's own callback URL; Meta calls it with a handshake before it answers. Facts 5.3.
 */
export async function saveAccountOverride(
	graph: Graph,
	url: string,
	verifyToken: string,
): Promise<GraphAnswer> {
	const body = { override_callback_uri: url, verify_token: verifyToken };
	return await graph.call({ method: 'POST', path: pathOf(graph), body });
}

/** Clears the account's own callback URL; the account stays subscribed. Facts 5.3. */
export const clearAccountOverride = async (graph: Graph): Promise<GraphAnswer> =>
	await subscribeAccount(graph);

const pathOf = (graph: Graph) => [graph.businessAccountId, 'subscribed_apps'];

function appIdOf(row: unknown): string | undefined {
	const read = subscribedApp.safeParse(row);
	if (!read.success) return undefined;
	return String(read.data.whatsapp_business_api_data?.id ?? read.data.id);
}
