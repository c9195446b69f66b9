/** Indented JSON; a text that holds JSON is parsed and indented too. */
export function pretty(value: unknown): string {
	if (typeof value !== 'string') return JSON.stringify(value, null, 2) ?? '';
	try {
		return JSON.stringify(JSON.parse(value), null, 2);
	} catch {
		return value;
	}
}
