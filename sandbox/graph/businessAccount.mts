import type { Context } from '../world/context.mts';
import { BUSINESS_ACCOUNT } from '../world/shop/world.mts';
import { pickFields } from './fields.mts';
import { healthOf } from './health.mts';
import { NODE_TYPES } from './nodes.mts';
import type { GraphRequest } from './request.mts';

/** GET /{WABA_ID}: what a credential test asks (facts 6.5 for health_status). */
export function readBusinessAccount(
	context: Context,
	{ parameters }: GraphRequest<'businessAccount'>,
): object {
	const fields = {
		id: () => BUSINESS_ACCOUNT.id,
		name: () => BUSINESS_ACCOUNT.name,
		currency: () => BUSINESS_ACCOUNT.currency,
		timezone_id: () => '1',
		message_template_namespace: () => 'sandbox_namespace',
		account_review_status: () => 'APPROVED',
		health_status: () => healthOf([healthOfAccount(context)]),
	};
	return pickFields(fields, parameters, NODE_TYPES.businessAccount, [
		'id',
		'name',
		'timezone_id',
		'message_template_namespace',
	]);
}

/** Every number's health includes it too. */
export function healthOfAccount({ state }: Context) {
	return {
		type: 'WABA' as const,
		id: BUSINESS_ACCOUNT.id,
		health: state.accountHealth,
		reason: 'Set under Setup of the sandbox.',
	};
}
