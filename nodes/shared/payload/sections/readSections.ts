import { isRecord } from '../values/objects';
import { isBlank } from '../values/text';
import { ordersIn, rowInOurWords } from '../webhooks/metaOrders';

/**
 * Reads sections from a value or from JSON text: a list of sections, one section, or an object that
 * holds them, such as a complete Meta message, its `interactive` or the `action` in that. An order, as
 * the trigger or Meta gives it, is one section.
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
	const ordered = orderedIn(data);
	if (ordered !== null) return [{ skus: ordered }];
	if ('skus' in data || 'product_items' in data) return [data];
	const inner = ['interactive', 'action'].find((key) => key in data);
	return inner === undefined ? data : sectionsIn(data[inner]);
}

/** The SKUs of an order; null for a section and everything else. */
function orderedIn(data: Record<string, unknown>): unknown[] | null {
	const isSection = Object.keys(data).every((key) => key === 'title' || key === 'product_items');
	if (isSection) return null;
	const orders = ordersIn(data).flatMap((one) =>
		isRecord(one) && Array.isArray(one.lines) ? [one.lines.map(rowInOurWords)] : [],
	);
	if (orders.length === 0) return null;
	return orders.flat().map((line) => (isRecord(line) ? (line.sku ?? null) : line));
}
