import { z } from 'zod/v4';

import { type GraphAnswer, type Result, unreadable } from '../answer';
import type { Graph, GraphCall } from '../connection';

/** What a token is and what it may do. Facts 6.5, 6.6. */
export interface TokenInfo {
	isValid: boolean;
	/** Milliseconds since 1970; null when it does not expire. */
	expiresAt: number | null;
	/** The app that it was made for. */
	appId: string | null;
	scopes: string[];
	/** The objects that a scope is limited to; a scope that is not named here is not limited. */
	targets: Map<string, string[]>;
}

const tokenInfo = z.object({
	data: z.object({
		is_valid: z.boolean(),
		expires_at: z.number().optional().catch(undefined),
		app_id: z.union([z.string(), z.number()]).optional().catch(undefined),
		scopes: z.array(z.string()).catch([]),
		granular_scopes: z
			.array(
				z.object({
					scope: z.string(),
					target_ids: z.array(z.string()).nullish().catch(null),
				}),
			)
			.catch([]),
	}),
});

/**
 * Asks Meta about the access token. Meta takes the token only as a parameter of the URL there: this is
 * the one call with a secret in its URL, and it goes to the same host that gets the token anyway.
 *
 * @param asApp whether to ask as the app first, which Meta prefers; a token may ask about itself too (facts 6.5)
 */
export async function readTokenInfo(
	graph: Graph,
	accessToken: string,
	asApp: boolean,
): Promise<Result<TokenInfo>> {
	const call: GraphCall = {
		method: 'GET',
		path: ['debug_token'],
		query: { input_token: accessToken },
	};
	const first = asApp ? await graph.callAsApp(call) : null;
	const answer: GraphAnswer = first?.ok ? first : await graph.call(call);
	if (!answer.ok) return answer;
	const read = tokenInfo.safeParse(answer.value);
	if (!read.success) return unreadable('The answer about the access token cannot be read');
	const { data } = read.data;
	return {
		ok: true,
		value: {
			isValid: data.is_valid,
			// 0 stands for a token that does not expire (facts 7).
			expiresAt: data.expires_at ? data.expires_at * 1000 : null,
			appId: data.app_id === undefined ? null : String(data.app_id),
			scopes: data.scopes,
			targets: new Map(
				data.granular_scopes.flatMap(({ scope, target_ids: ids }) =>
					ids ? [[scope, ids] as const] : [],
				),
			),
		},
	};
}
