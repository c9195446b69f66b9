import type { ParameterFormat } from './template.mts';

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The variables of a text, each once, in the order in which they first stand there: `{{1}}` or `{{first_name}}`. */
export function variablesIn(text: string): string[] {
	return [...new Set(Array.from(text.matchAll(VARIABLE), (match) => match[1] ?? ''))];
}

/** Whether all variables of a text are of the template's kind; positional ones count from 1 without a gap. */
export function areVariables(names: string[], format: ParameterFormat): boolean {
	if (format === 'NAMED') return names.every((name) => /^[a-z][a-z0-9_]*$/.test(name));
	return names
		.toSorted((a, b) => Number(a) - Number(b))
		.every((name, index) => name === String(index + 1));
}

/** What the recipient reads. */
export function fill(text: string, values: ReadonlyMap<string, string>): string {
	return text.replace(VARIABLE, (whole, name: string) => values.get(name) ?? whole);
}
