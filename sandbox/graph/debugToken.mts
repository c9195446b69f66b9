import type { Context } from '../world/context.mts';
import { APP, APP_TOKEN, BUSINESS_ACCOUNT } from '../world/shop/world.mts';
import type { Scope, UserToken } from '../world/shop/world.mts';
import type { TroubleValues } from '../world/troubles/table.mts';
import { findToken, isExpired, scopesOf } from './access.mts';
import { requiredString } from '../rules/parameters.mts';
import type { GraphRequest } from './request.mts';

/** When the sandbox's expired tokens expired: the time that refusal 190 names. */
const EXPIRED_AT = Date.parse('2026-11-20T18:00:00Z') / 1_000;
const ISSUED_AT = Date.parse('2026-09-21T18:00:00Z') / 1_000;

/**
 * GET /debug_token?input_token= (facts 6.5 [?], 3 code 3): what a token is and what it may do. The fact sheet names `granular_scopes` and
 * their `target_ids`; the other keys, and that a token may ask about itself, are general Graph knowledge.
 */
export function debugToken({ state }: Context, { parameters }: GraphRequest<'debugToken'>): object {
	const token = requiredString(parameters, 'input_token');
	const app = { app_id: APP.id, application: APP.name };
	if (token === APP_TOKEN) return { data: { ...app, type: 'APP', is_valid: true, scopes: [] } };
	const known = findToken(token);
	if (!known)
		return {
			data: {
				error: { code: 190, message: 'The access token could not be decrypted', subcode: 467 },
				is_valid: false,
				scopes: [],
			},
		};
	return { data: { ...app, ...describe(known, state.troubles) } };
}

function describe(token: UserToken, troubles: TroubleValues): object {
	const expired = isExpired(token, troubles);
	const scopes = scopesOf(token, troubles);
	return {
		type: 'SYSTEM_USER',
		expires_at: expired ? EXPIRED_AT : expiryOf(token),
		data_access_expires_at: 0,
		issued_at: ISSUED_AT,
		is_valid: !expired,
		...(expired
			? { error: { code: 190, message: 'Error validating access token', subcode: 463 } }
			: {}),
		scopes,
		granular_scopes: scopes.map((scope) => ({ scope, target_ids: targetsOf(scope) })),
		user_id: '122103489012345678',
	};
}

/** 0: a system user's token that does not expire; the dashboard's lives for about 24 hours (facts 7). */
function expiryOf({ temporary = false }: UserToken): number {
	return temporary ? Math.floor(Date.now() / 1_000) + 24 * 60 * 60 : 0;
}

/** The assets assigned to the token's system user (facts 6.6). */
function targetsOf(scope: Scope): string[] | undefined {
	return scope === 'catalog_management' ? undefined : [BUSINESS_ACCOUNT.id];
}
