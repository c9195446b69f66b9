import { pageOf } from './lists/paging.mts';
import type { Context } from '../world/context.mts';
import { numberStateOf } from '../world/numberState.mts';
import { PHONE_NUMBERS } from '../world/shop/world.mts';
import type { PhoneNumber } from '../world/shop/world.mts';
import { MESSAGES_OBJECT } from '../webhooks/callback.mts';
import { healthOfAccount } from './businessAccount.mts';
import { pickFields } from './fields.mts';
import type { Fields } from './fields.mts';
import { healthOf } from './health.mts';
import { NODE_TYPES } from './nodes.mts';
import { parameterRefusal } from '../rules/refusal/refusal.mts';
import type { GraphCallFacts, GraphRequest } from './request.mts';
import { readOverride } from './webhookOverride.mts';

const DEFAULT_FIELDS = [
	'verified_name',
	'code_verification_status',
	'display_phone_number',
	'quality_rating',
	'platform_type',
	'throughput',
	'id',
];

/** GET /{WABA_ID}/phone_numbers (facts 6.5). */
export function listPhoneNumbers(
	context: Context,
	request: GraphRequest<'businessAccount'>,
): object {
	const { rows, paging } = pageOf(PHONE_NUMBERS, (number) => number.id, request);
	return {
		data: rows.map((number) => show(context, number, request)),
		...(paging ? { paging } : {}),
	};
}

/** GET /{PHONE_NUMBER_ID}. */
export function readPhoneNumber(context: Context, request: GraphRequest<'phoneNumber'>): object {
	return show(context, request.node.phoneNumber, request);
}

/** POST /{PHONE_NUMBER_ID} with `webhook_configuration`: the number's own callback, cleared with an empty string (facts 5.3). */
export async function updatePhoneNumber(
	context: Context,
	{ node, parameters }: GraphRequest<'phoneNumber'>,
): Promise<object> {
	const { state } = context;
	const configuration = parameters.webhook_configuration;
	if (typeof configuration !== 'object' || configuration === null || Array.isArray(configuration)) {
		throw parameterRefusal('Param webhook_configuration must be a JSON object.');
	}
	const url = await readOverride(context, { ...configuration });
	if (url === null) state.numberOverrides.delete(node.phoneNumber.id);
	else state.numberOverrides.set(node.phoneNumber.id, url);
	return { success: true };
}

function show(context: Context, number: PhoneNumber, request: GraphCallFacts): object {
	const now = numberStateOf(context.state, number.id);
	const { registered } = now;
	// A number that is not registered is not on the Cloud API; Meta's words for that are general Graph knowledge.
	const platform = registered ? 'CLOUD_API' : 'NOT_APPLICABLE';
	const fields: Fields = {
		id: () => number.id,
		display_phone_number: () => number.display,
		verified_name: () => number.verifiedName,
		quality_rating: () => now.quality,
		code_verification_status: () => now.codeVerification,
		name_status: () => now.nameStatus,
		status: () => (registered ? 'CONNECTED' : 'DISCONNECTED'),
		throughput: () => ({ level: registered ? 'STANDARD' : 'NOT_APPLICABLE' }),
		account_mode: () => 'SANDBOX',
		platform_type: () => platform,
		// Meta's SDK uses this name for it (facts 6.5).
		host_platform: () => platform,
		health_status: () => healthOf([healthOfAccount(context), healthOfNumber(context, number)]),
		webhook_configuration: () => callbacksOf(context, number),
	};
	return pickFields(fields, request.parameters, NODE_TYPES.phoneNumber, DEFAULT_FIELDS);
}

function healthOfNumber({ state }: Context, { id }: PhoneNumber) {
	const { health } = numberStateOf(state, id);
	const reason = 'Set under Setup of the sandbox.';
	return { type: 'PHONE_NUMBER' as const, id, health, reason };
}

/** The three levels of facts 5.3; levels without a callback are left out. */
function callbacksOf({ state }: Context, number: PhoneNumber): object {
	const app = state.appSubscriptions.get(MESSAGES_OBJECT)?.callbackUrl;
	const own = state.numberOverrides.get(number.id);
	return {
		...(app === undefined ? {} : { application: app }),
		...(state.accountOverride === null ? {} : { whatsapp_business_account: state.accountOverride }),
		...(own === undefined ? {} : { phone_number: own }),
	};
}
