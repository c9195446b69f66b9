/** Characters of a line of JSON, so that a page shows it without scrolling. */
const WIDTH = 96;

/** JSON as people write it: short objects and lists stay on one line. */
export function readable(value: unknown, indent = ''): string {
	const line = oneLine(value);
	if (indent.length + line.length <= WIDTH || typeof value !== 'object' || value === null) {
		return line;
	}
	const inner = `${indent}  `;
	const parts = Array.isArray(value)
		? value.map((part) => readable(part, inner))
		: Object.entries(value).map(([key, part]) => `"${key}": ${readable(part, inner)}`);
	const [open, close] = Array.isArray(value) ? '[]' : '{}';
	return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}

function oneLine(value: unknown): string {
	if (Array.isArray(value)) {
		return value.length === 0 ? '[]' : `[${value.map(oneLine).join(', ')}]`;
	}
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const parts = Object.entries(value).map(([key, part]) => `"${key}": ${oneLine(part)}`);
	return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

/** What is another value each time: IDs that Meta makes, and addresses of the sandbox. */
export function masked(text: string): string {
	return text
		.replaceAll(/"templateId": "\d+"/g, '"templateId": "1689556908129832"')
		.replaceAll(/"wamid\.[^"]+"/g, '"wamid.HBgL…"')
		.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'https://shop.example.com');
}
