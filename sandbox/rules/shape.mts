import { messageRefusal } from './refusal/refusal.mts';
import { lengthOf } from './limits.mts';

/*
 * The small checks that all message rules are made of. The codes: missing → 131008 (details name the parameter), wrong JSON type or
 * unknown key → 100, right type but unacceptable value → 131009 (facts 3).
 */

export type Shape = Record<string, unknown>;

function given(value: unknown): boolean {
	return value !== undefined && value !== null;
}

export function demandGiven(value: unknown, path: string): void {
	if (!given(value)) throw messageRefusal(131008, `The parameter ${path} is required.`);
}

export function objectAt(value: unknown, path: string): Shape {
	demandGiven(value, path);
	if (typeof value !== 'object' || Array.isArray(value))
		throw messageRefusal(100, `Param ${path} must be a JSON object.`);
	return value as Shape;
}

export function listAt(value: unknown, path: string, most: number, least = 1): unknown[] {
	demandGiven(value, path);
	if (!Array.isArray(value)) throw messageRefusal(100, `Param ${path} must be an array.`);
	if (value.length < least || value.length > most) {
		throw messageRefusal(
			131009,
			`${path} has an invalid number of items: ${value.length}. Min: ${least}, Max: ${most}`,
		);
	}
	return value;
}

export function stringAt(value: unknown, path: string): string {
	demandGiven(value, path);
	if (typeof value !== 'string') throw messageRefusal(100, `Param ${path} must be a string.`);
	return value;
}

/** A string of 1 to `most` code points. */
export function textAt(value: unknown, path: string, most: number): string {
	const text = stringAt(value, path);
	const length = lengthOf(text);
	if (length < 1 || length > most)
		throw messageRefusal(
			131009,
			`${path} length invalid: ${length}. Min length: 1, Max length: ${most}`,
		);
	return text;
}

export function optionalTextAt(value: unknown, path: string, most: number): string | null {
	return given(value) ? textAt(value, path, most) : null;
}

/** A misspelt or misplaced key is refused: facts 3, code 100. */
export function onlyKeys(shape: Shape, path: string, allowed: string[]): void {
	for (const key of Object.keys(shape)) {
		if (!allowed.includes(key))
			throw messageRefusal(100, `Unexpected key "${key}" on param "${path}".`);
	}
}
