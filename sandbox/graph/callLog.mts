import { charactersOf } from '../world/boundedLog.mts';
import type { Context } from '../world/context.mts';
import { callSummary } from '../log/callSummary.mts';
import { record } from '../log/record.mts';
import { refusalReason } from '../log/refusalReason.mts';
import type { GraphCall } from '../world/records.mts';
import type { State } from '../world/state.mts';
import type { Parameters } from '../rules/parameters.mts';
import type { GraphRefusal } from '../rules/refusal/refusal.mts';

const SECRETS = ['access_token', 'input_token', 'appsecret_proof', 'verify_token', 'client_secret'];

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

interface Outcome {
	refusal: GraphRefusal | null;
	/** The client got no answer. */
	cut: boolean;
	/** With `edge` and `parameters`: what the summary in the log is made from. */
	node: string;
	edge: string;
	parameters: Parameters;
}

/** Records a call twice: raw for programs (GET /control/calls), and explained for people (GET /control/log). */
export function recordCall(
	context: Context,
	state: State,
	call: GraphCall,
	{ refusal, cut, node, edge, parameters }: Outcome,
): void {
	state.calls.add(call);
	record(context, state, {
		at: call.at,
		direction: 'in',
		method: call.method,
		url: call.path,
		status: cut ? null : call.status,
		ms: call.ms,
		summary: callSummary(call.method, node, edge, parameters),
		reason: refusal
			? refusalReason(refusal, state.troubles)
			: cut
				? 'The message was accepted, then the connection was cut on purpose (trouble “Cut connection”).'
				: null,
		request: { token: call.token, query: call.query, body: call.body },
		response: call.answer,
	});
}

/** The value itself, or a sentence in its place when it is too long or too deeply nested to be kept. */
export function keepable(value: unknown): unknown {
	const length = charactersOf(value);
	if (length <= MOST_CHARACTERS) return value;
	return length === Infinity ? '(not kept: nested too deeply)' : `(not kept: ${length} characters)`;
}
