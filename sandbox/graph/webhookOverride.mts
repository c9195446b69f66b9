import type { Context } from '../world/context.mts';
import { messagesReachApp } from '../webhooks/callback.mts';
import { shakeHands } from '../webhooks/handshake.mts';
import { requiredString } from '../rules/parameters.mts';
import type { Parameters } from '../rules/parameters.mts';
import { parameterRefusal } from '../rules/refusal/refusal.mts';

const LONGEST_URL = 200; // facts 5.3

/**
 * Reads `override_callback_uri` and `verify_token` of a business account or a phone number; null means "clear it" (facts 5.3).
 *
 * Two things are not in the fact sheet. An override is refused until the app itself receives `messages` of the account: several
 * projects quote Meta's message below (chatwoot issue 12488, pull request 13279). The handshake goes to the new address (facts 5.3
 * [?]): the verify token would have no other use.
 */
export async function readOverride(
	context: Context,
	parameters: Parameters,
): Promise<string | null> {
	const url = parameters.override_callback_uri;
	if (url === '') return null;
	const address = requiredString(parameters, 'override_callback_uri');
	const token = requiredString(parameters, 'verify_token');
	if (address.length > LONGEST_URL)
		throw parameterRefusal(
			`Param override_callback_uri must be at most ${LONGEST_URL} characters long.`,
		);
	if (!messagesReachApp(context.state)) {
		throw parameterRefusal(
			'Before override the current callback uri, your app must be subscribed to receive messages for WhatsApp Business Account',
		);
	}
	await shakeHands(address, token, context);
	return address;
}
