import type { ParameterFormat } from './template.mts';

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The variables of a text, each once, in the order of their first use: `{{1}}` or `{{first_name}}`. */
export function variablesIn(text: string): string[] {
	return [...new Set(Array.from(text.matchAll(VARIABLE), (match) => match[1] ?? ''))];
}

/** Whether all variables of a text have the template's format; positional ones count from 1 without a gap. */
export function areVariables(names: string[], format: ParameterFormat): boolean {
	if (format === 'NAMED') return names.every((name) => /^[a-z][a-z0-9_]*$/.test(name));
	return names
		.toSorted((a, b) => Number(a) - Number(b))
		.every((name, index) => name === String(index + 1));
}

/** The text with its variables filled in. */
export function fill(text: string, values: ReadonlyMap<string, string>): string {
	return text.replace(VARIABLE, (whole, name: string) => values.get(name) ?? whole);
}
