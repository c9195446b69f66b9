import type { Context } from '../world/context.mts';
import { MESSAGES_OBJECT } from '../webhooks/callback.mts';
import { shakeHands } from '../webhooks/handshake.mts';
import { optionalFlag, optionalList, requiredString } from '../rules/parameters.mts';
import type { Parameters } from '../rules/parameters.mts';
import { parameterRefusal } from '../rules/refusal/refusal.mts';
import type { GraphRequest } from './request.mts';

/** GET /{APP_ID}/subscriptions (facts 5.3). */
export function listSubscriptions({ state }: Context): object {
	return {
		data: [...state.appSubscriptions.values()].map(({ object, callbackUrl, fields, version }) => ({
			object,
			callback_url: callbackUrl,
			active: true,
			fields: fields.map((name) => ({ name, version })),
		})),
	};
}

/** POST /{APP_ID}/subscriptions: one URL per object, a second call overwrites the first (facts 5.3). */
export async function subscribe(
	context: Context,
	{ parameters, version }: GraphRequest<'app'>,
): Promise<object> {
	// Read before the handshake: a reset during it replaces the state.
	const { state } = context;
	const object = readObject(parameters);
	const callbackUrl = requiredString(parameters, 'callback_url');
	const verifyToken = requiredString(parameters, 'verify_token');
	const fields = readFields(parameters);
	optionalFlag(parameters, 'include_values');
	await shakeHands(callbackUrl, verifyToken, context);
	state.appSubscriptions.set(object, { object, callbackUrl, fields, version });
	return { success: true };
}

/** DELETE /{APP_ID}/subscriptions?object= (facts 5.3). Without `object` Graph is said to remove all; the sandbox requires it. */
export function removeSubscription(
	{ state }: Context,
	{ parameters }: GraphRequest<'app'>,
): object {
	state.appSubscriptions.delete(readObject(parameters));
	return { success: true };
}

/** Graph has more objects (user, page …), but not for WhatsApp. */
function readObject(parameters: Parameters): string {
	const object = requiredString(parameters, 'object');
	if (object !== MESSAGES_OBJECT)
		throw parameterRefusal(`Param object must be one of {${MESSAGES_OBJECT}} - got "${object}".`);
	return object;
}

function readFields(parameters: Parameters): string[] {
	const fields = optionalList(parameters, 'fields');
	if (!fields || fields.length === 0) throw parameterRefusal('The parameter fields is required.');
	// The fact sheet has no list of fields; it only says that this one cannot be subscribed to (facts 1.10).
	const bad = fields.find((field) => !/^[a-z_]+$/.test(field) || field === 'user_id_update');
	if (bad !== undefined)
		throw parameterRefusal(`Param fields: "${bad}" is not a field of ${MESSAGES_OBJECT}.`);
	return fields;
}
