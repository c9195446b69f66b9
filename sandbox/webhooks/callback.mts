import type { State } from '../world/state.mts';

/** The object that all webhooks of the sandbox belong to (facts 2.1, 5.3). */
export const MESSAGES_OBJECT = 'whatsapp_business_account';

/** What it tells: of a chat that the business holds, of one that an agent holds, and that it has another holder (facts 2.1, 15.4). */
export type WebhookField = 'messages' | 'standby' | 'messaging_handovers';

/** Said first where it is the news: without the subscription nothing is refused, events just do not come (facts 15.4). */
const HELD: Partial<Record<WebhookField, string>> = {
	standby: 'Meta Business Agent holds this chat. ',
};

/** Where a webhook goes, or why it goes nowhere. */
export type Destination = { url: string } | { reason: string };

export function messagesReachApp(state: State): boolean {
	return 'url' in appDestination(state, 'messages');
}

/** Where events of customers go: nowhere while the app is in development (facts 5.3). */
export function destinationFor(
	state: State,
	phoneNumberId: string | null,
	field: WebhookField,
): Destination {
	const callback = callbackFor(state, phoneNumberId, field);
	if ('url' in callback && state.troubles.appMode === 'development')
		return { reason: 'The app is in development mode: Meta only delivers events of a live app.' };
	return callback;
}

/**
 * Precedence: phone number, business account, app (facts 5.3). Nothing arrives unless the app is subscribed on both levels. The list of
 * fields that the first two get (facts 5.3) is older than `standby`, which it does not name: trouble `standbyRoute`.
 */
export function callbackFor(
	state: State,
	phoneNumberId: string | null,
	field: WebhookField,
): Destination {
	const app = appDestination(state, field);
	if ('reason' in app) return app;
	if (field === 'standby' && state.troubles.standbyRoute === 'app') return app;
	const own = phoneNumberId === null ? undefined : state.numberOverrides.get(phoneNumberId);
	return { url: own ?? state.accountOverride ?? app.url };
}

function appDestination(state: State, field: WebhookField): Destination {
	const subscription = state.appSubscriptions.get(MESSAGES_OBJECT);
	if (!subscription)
		return { reason: 'The app has no webhook: POST /{APP_ID}/subscriptions has not been called.' };
	if (!subscription.fields.includes(field))
		return { reason: `${HELD[field] ?? ''}The app is not subscribed to the field "${field}".` };
	if (!state.accountSubscribed) {
		return {
			reason:
				'The app is not subscribed to the business account: POST /{WABA_ID}/subscribed_apps has not been called.',
		};
	}
	return { url: subscription.callbackUrl };
}
