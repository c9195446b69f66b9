import { parameterRefusal } from '../refusal/refusal.mts';
import { lengthOf } from '../limits.mts';
import type { Shape } from '../shape.mts';

/*
 * Small checks for the parameters of a new template. Each refuses with code 100: the fact sheet does not say which finer codes Meta
 * uses here.
 */

export function shapeOf(value: unknown, path: string): Shape {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw parameterRefusal(`Param ${path} must be a JSON object.`);
	return value as Shape;
}

export function listOf(value: unknown, path: string): unknown[] {
	if (!Array.isArray(value)) throw parameterRefusal(`Param ${path} must be an array.`);
	return value;
}

/** A text of 1 to `most` code points. */
export function textOf(value: unknown, path: string, most: number): string {
	if (typeof value !== 'string') throw parameterRefusal(`Param ${path} must be a string.`);
	const length = lengthOf(value);
	if (length < 1 || length > most)
		throw parameterRefusal(`Param ${path} must be 1 to ${most} characters long - got ${length}.`);
	return value;
}

/** One of some words, in any case; comes back in capitals. */
export function wordOf<Word extends string>(
	value: unknown,
	path: string,
	words: readonly Word[],
): Word {
	const found = words.find((word) => word === String(value).toUpperCase());
	if (!found)
		throw parameterRefusal(
			`Param ${path} must be one of {${words.join(', ')}} - got "${String(value)}".`,
		);
	return found;
}

export function onlyKeysOf(shape: Shape, path: string, allowed: string[]): void {
	const unknown = Object.keys(shape).find((key) => !allowed.includes(key));
	if (unknown !== undefined) throw parameterRefusal(`Unexpected key "${unknown}" on ${path}.`);
}
