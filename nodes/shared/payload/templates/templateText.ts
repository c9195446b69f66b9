/** A text of a template with the variables in it. */
export interface TemplateText {
	text: string;
	/** `1`, `2` … or names, in the order in which Meta wants them. */
	variables: string[];
}

const VARIABLE = /\{\{\s*([\w.]+)\s*\}\}/g;

/** The distinct variables of a text: numbers in their order, names in the order of the text. */
export function variablesIn(given: string): string[] {
	const names = [...new Set([...given.matchAll(VARIABLE)].flatMap(([, name]) => name ?? []))];
	const areNumbers = names.every((name) => /^\d+$/.test(name));
	return areNumbers ? names.toSorted((a, b) => Number(a) - Number(b)) : names;
}

/** A text with its variables; null where there is none. */
export const textOf = (given: string | null | undefined): TemplateText | null =>
	given ? { text: given, variables: variablesIn(given) } : null;

/** The text as the customer reads it; a variable without a value is left in it. */
export const filled = (
	{ text: given }: TemplateText,
	values: ReadonlyMap<string, string>,
): string => given.replace(VARIABLE, (whole, name: string) => values.get(name) ?? whole);
