import type { FastifyRequest } from 'fastify';
import { charactersOf } from '../world/boundedLog.mts';
import { ControlRefusal } from './refusal.mts';

export type Body = Record<string, unknown>;

/** The JSON object in a request's body; no body is an empty object. */
export function bodyOf(request: FastifyRequest): Body {
	const text = typeof request.body === 'string' ? request.body : '';
	if (text.trim() === '') return {};
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		throw new ControlRefusal(400, 'The request body is not valid JSON.');
	}
	// Some JSON can be parsed and not written again, and webhooks are written from these bodies.
	if (charactersOf(parsed) === Infinity)
		throw new ControlRefusal(400, 'The request body is nested too deeply.');
	return objectOf(parsed, 'The request body');
}

export function objectOf(value: unknown, what: string): Body {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw new ControlRefusal(400, `${what} must be a JSON object.`);
	}
	return value as Body;
}

export function optionalString(body: Body, name: string, fallback: string): string {
	const value = body[name];
	if (value === undefined) return fallback;
	if (typeof value !== 'string') throw new ControlRefusal(400, `"${name}" must be a string.`);
	return value;
}

export function optionalBoolean(body: Body, name: string, fallback: boolean): boolean {
	const value = body[name];
	if (value === undefined) return fallback;
	if (typeof value !== 'boolean') throw new ControlRefusal(400, `"${name}" must be true or false.`);
	return value;
}

/** One of the given words; the fallback is the present value. */
export function oneOf<Word extends string>(
	body: Body,
	name: string,
	words: readonly Word[],
	fallback: Word,
): Word {
	const found = words.find((word) => word === (body[name] ?? fallback));
	if (found === undefined)
		throw new ControlRefusal(400, `"${name}" must be one of ${words.join(', ')}.`);
	return found;
}

export function requiredText(body: Body, name: string): string {
	const text = optionalString(body, name, '');
	if (text === '') throw new ControlRefusal(400, `"${name}" must be a text that is not empty.`);
	return text;
}

/** Refuses unknown keys: a misspelt one would otherwise be ignored silently. */
export function onlyKnown(body: Body, names: string[]): void {
	const unknown = Object.keys(body).find((name) => !names.includes(name));
	if (unknown !== undefined)
		throw new ControlRefusal(400, `There is no "${unknown}" here. There are: ${names.join(', ')}.`);
}
