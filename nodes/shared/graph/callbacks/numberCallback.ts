import { z } from 'zod/v4';

import type { GraphAnswer, Result } from '../answer';
import type { Graph } from '../connection';
import { CALLBACKS_UNREADABLE } from './callbackAnswer';

/** The field is left out as long as there is no callback URL on any level. Facts 5.3. */
const number = z.object({
	webhook_configuration: z.object({ phone_number: z.string().optional() }).optional(),
});

/** Reads a phone number's own callback URL, which goes before those of account and app. Facts 5.3. */
export async function readNumberCallback(
	graph: Graph,
	phoneNumberId: string,
): Promise<Result<string | undefined>> {
	const query = { fields: 'webhook_configuration' };
	const answer = await graph.call({ method: 'GET', path: [phoneNumberId], query });
	if (!answer.ok) return answer;
	const read = number.safeParse(answer.value);
	if (!read.success) return CALLBACKS_UNREADABLE;
	return { ok: true, value: read.data.webhook_configuration?.phone_number || undefined };
}

/**
 * Sets a phone number's own callback URL; Meta calls it with a handshake before it answers. Facts
 * 5.3.
 */
export async function saveNumberCallback(
	graph: Graph,
	phoneNumberId: string,
	url: string,
	verifyToken: string,
): Promise<GraphAnswer> {
	return await configure(graph, phoneNumberId, {
		override_callback_uri: url,
		verify_token: verifyToken,
	});
}

/** Clears a phone number's own callback URL. Facts 5.3. */
export async function clearNumberCallback(
	graph: Graph,
	phoneNumberId: string,
): Promise<GraphAnswer> {
	return await configure(graph, phoneNumberId, { override_callback_uri: '' });
}

async function configure(
	graph: Graph,
	phoneNumberId: string,
	configuration: { override_callback_uri: string; verify_token?: string },
): Promise<GraphAnswer> {
	const body = { webhook_configuration: configuration };
	return await graph.call({ method: 'POST', path: [phoneNumberId], body });
}
