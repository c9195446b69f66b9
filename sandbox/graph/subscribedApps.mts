import type { Context } from '../world/context.mts';
import { APP } from '../world/shop/world.mts';
import type { GraphRequest } from './request.mts';
import { readOverride } from './webhookOverride.mts';

/** GET /{WABA_ID}/subscribed_apps (facts 5.3): shows the override. */
export function listSubscribedApps({ state }: Context): object {
	if (!state.accountSubscribed) return { data: [] };
	return {
		data: [
			{
				whatsapp_business_api_data: {
					id: APP.id,
					name: APP.name,
					link: `https://www.facebook.com/games/?app_id=${APP.id}`,
				},
				...(state.accountOverride === null ? {} : { override_callback_uri: state.accountOverride }),
			},
		],
	};
}

/** POST /{WABA_ID}/subscribed_apps: without parameters it subscribes and clears the override (facts 5.3). */
export async function subscribeApp(
	context: Context,
	{ parameters }: GraphRequest<'businessAccount'>,
): Promise<object> {
	const { state } = context;
	const bare =
		parameters.override_callback_uri === undefined && parameters.verify_token === undefined;
	state.accountOverride = bare ? null : await readOverride(context, parameters);
	state.accountSubscribed = true;
	context.changes.tell('setup');
	return { success: true };
}

/** DELETE /{WABA_ID}/subscribed_apps: stops all webhooks of the account. */
export function unsubscribeApp({ state, changes }: Context): object {
	state.accountSubscribed = false;
	state.accountOverride = null;
	changes.tell('setup');
	return { success: true };
}
