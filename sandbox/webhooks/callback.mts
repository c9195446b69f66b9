import type { State } from '../world/state.mts';

/** The object and field that all webhooks of the sandbox belong to (facts 2.1, 5.3). */
export const MESSAGES_OBJECT = 'whatsapp_business_account';
export const MESSAGES_FIELD = 'messages';

/** Where a webhook goes, or why it goes nowhere. */
export type Destination = { url: string } | { reason: string };

export function messagesReachApp(state: State): boolean {
	return 'url' in appDestination(state);
}

/** Where events of customers go: nowhere while the app is in development (facts 5.3). */
export function destinationFor(state: State, phoneNumberId: string | null): Destination {
	const callback = callbackFor(state, phoneNumberId);
	if ('url' in callback && state.troubles.appMode === 'development')
		return { reason: 'The app is in development mode: Meta only delivers events of a live app.' };
	return callback;
}

/** Precedence: phone number, business account, app (facts 5.3). Nothing arrives unless the app is subscribed on both levels. */
export function callbackFor(state: State, phoneNumberId: string | null): Destination {
	const app = appDestination(state);
	if ('reason' in app) return app;
	const own = phoneNumberId === null ? undefined : state.numberOverrides.get(phoneNumberId);
	return { url: own ?? state.accountOverride ?? app.url };
}

function appDestination(state: State): Destination {
	const subscription = state.appSubscriptions.get(MESSAGES_OBJECT);
	if (!subscription)
		return { reason: 'The app has no webhook: POST /{APP_ID}/subscriptions has not been called.' };
	if (!subscription.fields.includes(MESSAGES_FIELD))
		return { reason: 'The app is not subscribed to the field "messages".' };
	if (!state.accountSubscribed) {
		return {
			reason:
				'The app is not subscribed to the business account: POST /{WABA_ID}/subscribed_apps has not been called.',
		};
	}
	return { url: subscription.callbackUrl };
}
