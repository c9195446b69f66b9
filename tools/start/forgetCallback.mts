import { APP, APP_TOKEN } from '../../sandbox/world/shop/world.mts';
import { MESSAGES_OBJECT } from '../../sandbox/webhooks/callback.mts';

/**
 * Removes the app's callback that the sandbox has kept from the last start. n8n may listen on another port this time; the
 * trigger would then take the callback for somebody else's and, as it should, leave it alone.
 */
export async function forgetCallback(sandboxUrl: string): Promise<void> {
	const query = new URLSearchParams({ object: MESSAGES_OBJECT });
	await fetch(`${sandboxUrl}/v26.0/${APP.id}/subscriptions?${query.toString()}`, {
		method: 'DELETE',
		headers: { authorization: `Bearer ${APP_TOKEN}` },
	});
}
