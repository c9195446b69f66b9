import { charactersOf } from '../boundedLog.mts';
import type { Parameters } from './parameters.mts';

/** One Graph call as GET /control/calls shows it. */
export interface GraphCall {
	at: string;
	ms: number;
	method: string;
	path: string;
	query: unknown;
	body: unknown;
	/** The token's name, never the token (graph/access.mts). */
	token: string;
	status: number;
	answer: unknown;
}

const SECRETS = ['access_token', 'appsecret_proof', 'verify_token', 'client_secret'];

/** Longer values are not kept: 5,000 answers of 500 products each would fill the memory. */
const MOST_CHARACTERS = 20_000;

export function withoutSecrets(parameters: Parameters): Parameters {
	return Object.fromEntries(
		Object.entries(parameters).map(([name, value]) => [
			name,
			SECRETS.includes(name) ? '(not shown)' : value,
		]),
	);
}

/** The value itself, or a sentence in its place when it is too long or too deep to be shown again. */
export function keepable(value: unknown): unknown {
	const length = charactersOf(value);
	if (length <= MOST_CHARACTERS) return value;
	return length === Infinity ? '(not kept: nested too deeply)' : `(not kept: ${length} characters)`;
}
