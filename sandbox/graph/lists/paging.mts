import { parameterRefusal } from '../../rules/refusal/refusal.mts';
import type { GraphCallFacts } from '../request.mts';

const DEFAULT_LIMIT = 25; // Graph's usual page size; the fact sheet names none
/** The fact sheet names no maximum. Clients have to follow `next` anyway, so a larger limit is reduced silently. */
const MOST = 500;

interface Page<Row> {
	rows: Row[];
	/** Absent on an empty page, as at Meta. */
	paging?: { cursors: { before: string; after: string }; next?: string; previous?: string };
}

/** Cursor paging with `limit`, `after` and `before` (facts 6.2). A cursor names a row, not a position. */
export function pageOf<Row>(
	all: Row[],
	keyOf: (row: Row) => string,
	request: GraphCallFacts,
): Page<Row> {
	const limit = readLimit(request.parameters.limit);
	const after = place(request.parameters.after, 'after', all, keyOf);
	const before = place(request.parameters.before, 'before', all, keyOf);
	const end = before ?? all.length;
	const start = before === null ? (after ?? -1) + 1 : Math.max(0, end - limit);
	const rows = all.slice(start, before === null ? start + limit : end);
	const [first, last] = [rows[0], rows.at(-1)];
	if (first === undefined || last === undefined) return { rows };
	const cursors = { before: cursorOf(keyOf(first)), after: cursorOf(keyOf(last)) };
	return {
		rows,
		paging: {
			cursors,
			...(start + rows.length < all.length
				? { next: address(request, limit, 'after', cursors.after) }
				: {}),
			...(start > 0 ? { previous: address(request, limit, 'before', cursors.before) } : {}),
		},
	};
}

function readLimit(value: unknown): number {
	if (value === undefined || value === '') return DEFAULT_LIMIT;
	const limit = Number(value);
	if (!Number.isInteger(limit) || limit < 1)
		throw parameterRefusal('Param limit must be an integer greater than or equal to 1');
	return Math.min(limit, MOST);
}

const CURSOR = 'row ';

function cursorOf(key: string): string {
	return Buffer.from(CURSOR + key).toString('base64url');
}

function place<Row>(
	cursor: unknown,
	name: string,
	all: Row[],
	keyOf: (row: Row) => string,
): number | null {
	if (cursor === undefined || cursor === '') return null;
	const text = Buffer.from(String(cursor), 'base64url').toString('utf8');
	const index = text.startsWith(CURSOR)
		? all.findIndex((row) => keyOf(row) === text.slice(CURSOR.length))
		: -1;
	if (index < 0) throw parameterRefusal(`Invalid parameter: ${name} is not a cursor of this list`);
	return index;
}

/** Repeats the client's query, its access token included when it came that way (facts 6.2). */
function address(
	request: GraphCallFacts,
	limit: number,
	name: 'after' | 'before',
	cursor: string,
): string {
	const query = new URLSearchParams();
	for (const [key, value] of Object.entries(request.query)) {
		if (!['after', 'before', 'limit'].includes(key)) query.append(key, String(value));
	}
	query.append('limit', String(limit));
	query.append(name, cursor);
	return `${request.origin}${request.path}?${query.toString()}`;
}
