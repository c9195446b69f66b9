import { z } from 'zod/v4';

import type { Graph } from '../connection';

/** Messages a second that a number may send, by level. Facts 4. */
export const THROUGHPUT = { standard: 80, high: 1_000 } as const;

/** Milliseconds for which the answer is kept: reads of a number have their own limit (Facts 4). */
const KEPT_MS = 60 * 60 * 1_000;

/** Answers kept at a time: more numbers than any process sends from. */
const MOST_KEPT = 1_000;
const kept = new Map<string, { perSecond: number; until: number }>();

const answer = z.object({ throughput: z.object({ level: z.string() }) });

/**
 * What Meta says about the number's throughput (facts 4, 6.5), at most one hour old. Null when the
 * token may not read it or the level is not one that is known.
 */
export async function readThroughput(graph: Graph, phoneNumberId: string): Promise<number | null> {
	const name = `${graph.root} ${phoneNumberId}`;
	const known = kept.get(name);
	if (known && known.until > Date.now()) return known.perSecond;
	const read = await graph.call({
		method: 'GET',
		path: [phoneNumberId],
		query: { fields: 'throughput' },
	});
	const parsed = read.ok ? answer.safeParse(read.value) : undefined;
	if (!parsed?.success) return null;
	const perSecond = new Map<string, number>([
		['STANDARD', THROUGHPUT.standard],
		['HIGH', THROUGHPUT.high],
	]).get(parsed.data.throughput.level.toUpperCase());
	if (perSecond === undefined) return null;
	if (kept.size >= MOST_KEPT) kept.clear();
	kept.set(name, { perSecond, until: Date.now() + KEPT_MS });
	return perSecond;
}
