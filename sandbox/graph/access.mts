import { createHmac, timingSafeEqual } from 'node:crypto';
import { APP, APP_TOKEN, TOKENS } from '../world/shop/world.mts';
import type { Scope, UserToken } from '../world/shop/world.mts';
import type { TroubleValues } from '../world/troubles/table.mts';
import { CODES } from '../rules/refusal/codes.mts';
import { GraphRefusal, parameterRefusal } from '../rules/refusal/refusal.mts';

/** Who calls: the app itself, or somebody with scopes. */
export type Caller = { kind: 'app' } | { kind: 'user'; scopes: Scope[] };

const USER_TOKENS: UserToken[] = Object.values(TOKENS);

/** What the call log shows instead of a token: fixture tokens by their value, any other only as unknown. */
export function tokenName(token: string | null): string {
	if (token === null) return 'none';
	if (token === APP_TOKEN) return 'app token';
	return USER_TOKENS.some((known) => known.value === token) ? token : 'unknown token';
}

/** The token in the Authorization header, else the access_token parameter, which Graph accepts too. */
export function tokenOf(authorization: string | undefined, parameter: unknown): string | null {
	const bearer = /^(?:Bearer|OAuth)\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1];
	if (bearer !== undefined) return bearer;
	return typeof parameter === 'string' && parameter !== '' ? parameter : null;
}

/** The troubles `token` and `permissions` concern all tokens of users; an app's own token does not expire and has no scopes. */
export function callerOf(token: string | null, proof: unknown, troubles: TroubleValues): Caller {
	if (token === null) throw new GraphRefusal(104, CODES[104].title);
	if (token === APP_TOKEN) {
		checkProof(token, proof);
		return { kind: 'app' };
	}
	const known = findToken(token);
	if (!known) throw new GraphRefusal(190, CODES[190].title);
	if (isExpired(known, troubles)) {
		throw new GraphRefusal(
			190,
			'Error validating access token: Session has expired on Friday, 20-Nov-26 10:00:00 PST. The current time is Saturday, 21-Nov-26 10:00:00 PST.',
			{ subcode: 463 },
		);
	}
	checkProof(token, proof);
	return { kind: 'user', scopes: scopesOf(known, troubles) };
}

export function findToken(value: string): UserToken | undefined {
	return USER_TOKENS.find((known) => known.value === value);
}

export function isExpired({ expired }: UserToken, { token }: TroubleValues): boolean {
	return expired || token === 'expired';
}

export function scopesOf({ scopes }: UserToken, { permissions }: TroubleValues): Scope[] {
	return scopes.filter((scope) => scope !== permissions);
}

/** `appsecret_proof` is optional here (the app does not require it) but must be correct when given (facts 7). */
function checkProof(token: string, proof: unknown): void {
	if (proof === undefined) return;
	const right = createHmac('sha256', APP.secret).update(token).digest();
	const given =
		typeof proof === 'string' && /^[0-9a-f]{64}$/.test(proof)
			? Buffer.from(proof, 'hex')
			: Buffer.alloc(32);
	if (!timingSafeEqual(right, given)) {
		throw new GraphRefusal(100, 'Invalid appsecret_proof provided in the API argument', {
			type: 'GraphMethodException',
		});
	}
}

/** Facts 5.3: subscriptions are the app's own business. Facts 6.6: everything else needs a user's scopes. */
export function demand(
	caller: Caller,
	needs: 'app' | 'any' | Scope[],
	troubles: TroubleValues,
): void {
	if (needs === 'any') return;
	if (needs === 'app') {
		if (caller.kind !== 'app') throw new GraphRefusal(15, `(#15) ${CODES[15].title}`);
		return;
	}
	if (caller.kind === 'app') throw new GraphRefusal(10, `(#10) ${CODES[10].title}`);
	for (const scope of needs) {
		if (!caller.scopes.includes(scope)) throw denial(scope, troubles);
	}
}

/** A token without rights for a catalog is also answered as if there were none (facts 17.11): trouble `catalogDenial`. */
function denial(scope: Scope, { catalogDenial }: TroubleValues): GraphRefusal {
	return scope === 'catalog_management' && catalogDenial === 'object'
		? parameterRefusal(
				'Object does not exist, cannot be loaded due to missing permission or reviewable feature',
			)
		: new GraphRefusal(200, `(#200) Requires ${scope} permission to manage the object`);
}
