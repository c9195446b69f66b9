/** JSON for reading; what is kept as a text of JSON is laid out too. */
export function pretty(value: unknown): string {
	if (typeof value !== 'string') return JSON.stringify(value, null, 2) ?? '';
	try {
		return JSON.stringify(JSON.parse(value), null, 2);
	} catch {
		return value;
	}
}
