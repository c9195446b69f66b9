import { isRecord } from '../values/objects';
import { isBlank } from '../values/text';

/**
 * Reads sections from a value or from JSON text: a list of sections, one section, or an object that
 * holds them, such as a complete Meta message, its `interactive` or the `action` in that.
 *
 * @throws SyntaxError when a text is not JSON
 */
export function readSections(value: unknown): unknown {
	const data: unknown =
		typeof value === 'string' ? (isBlank(value) ? [] : JSON.parse(value)) : value;
	return sectionsIn(data);
}

function sectionsIn(data: unknown): unknown {
	if (!isRecord(data)) return data;
	if ('sections' in data) return data.sections;
	if ('skus' in data || 'product_items' in data) return [data];
	const inner = ['interactive', 'action'].find((key) => key in data);
	return inner === undefined ? data : sectionsIn(data[inner]);
}
