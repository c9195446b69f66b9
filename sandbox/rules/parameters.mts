import { parameterRefusal } from './refusal/refusal.mts';

export type Parameters = Record<string, unknown>;

/** Parameters that are for the call itself and not for its edge. */
const OF_THE_CALL = ['access_token', 'appsecret_proof'];

/** Graph takes the same parameters from the query, from a form and from JSON (facts 5.3, 6.4). */
export function readBody(text: string, contentType: string): Parameters {
	if (text.trim() === '') return {};
	if (contentType.startsWith('application/x-www-form-urlencoded'))
		return Object.fromEntries(new URLSearchParams(text));
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		throw parameterRefusal('Invalid parameter: the request body is not valid JSON');
	}
	if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
		throw parameterRefusal('Invalid parameter: the request body must be a JSON object');
	}
	return parsed as Parameters;
}

export function withoutCallParameters(parameters: Parameters): Parameters {
	return Object.fromEntries(
		Object.entries(parameters).filter(([name]) => !OF_THE_CALL.includes(name)),
	);
}

export function requiredString(parameters: Parameters, name: string): string {
	const value = parameters[name];
	if (value === undefined || value === null || value === '')
		throw parameterRefusal(`The parameter ${name} is required.`);
	if (typeof value !== 'string') throw parameterRefusal(`Param ${name} must be a string.`);
	return value;
}

export function optionalFlag(parameters: Parameters, name: string): boolean {
	const value = parameters[name];
	if (value === undefined || value === false || value === 'false' || value === '0') return false;
	if (value === true || value === 'true' || value === '1') return true;
	throw parameterRefusal(`Param ${name} must be a boolean.`);
}

/** `a,b,c` or JSON in a query or form, `["a","b"]` in a JSON body. */
export function optionalList(parameters: Parameters, name: string): string[] | null {
	const value = parameters[name];
	if (value === undefined || value === null || value === '') return null;
	const list: unknown[] = Array.isArray(value) ? value : listIn(String(value));
	return list.map((item) => String(item).trim()).filter((item) => item !== '');
}

function listIn(text: string): unknown[] {
	try {
		const parsed: unknown = JSON.parse(text);
		if (Array.isArray(parsed)) return parsed;
	} catch {
		// Not JSON.
	}
	return text.split(',');
}
