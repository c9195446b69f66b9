import { z } from 'zod/v4';

import { present } from '../../payload/values/text';
import { notGraph, type Result, unreadable } from '../answer';
import type { Graph } from '../connection';
import { softText } from '../paging';

/** A problem that Meta sees in a catalog. What is null was not told, or not in a form that can be read. */
export interface CatalogProblem {
	title: string;
	/** What the products lack, as Meta puts it. */
	details: string | null;
	/** `MUST_FIX`, `OPPORTUNITY`, in a guide of Meta also `WARNING`. Facts 13.3. */
	severity: string | null;
	/** For instance `ATTRIBUTES_MISSING` or `POLICY_VIOLATION`. Facts 13.3. */
	type: string | null;
	/** Products that have it. */
	count: number | null;
}

const CHANNEL = 'whatsapp';

/** A count, which may come as text. */
const softCount = z
	.union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
	.pipe(z.int().nonnegative())
	.optional()
	.catch(undefined);

/** One of the more particular problems within a row. Meta: ads-commerce/catalog/guides/diagnostics-api. */
const detail = z.object({ description: softText, number_of_affected_items: softCount });

/**
 * A row. The details are in its own texts, or in those of the problems within it; both forms are
 * documented, and neither has been seen for this channel. Facts 13.3.
 */
const row = z.object({
	title: softText,
	subtitle: softText,
	severity: softText,
	type: softText,
	number_of_affected_items: softCount,
	affected_channels: z.array(z.unknown()).optional().catch(undefined),
	diagnostics: z.array(detail.catch({})).optional().catch(undefined),
});

/**
 * What Meta says must be mended in a catalog, for its use in WhatsApp: the most frequent problem first.
 * It says nothing about products that only wait for a review. Facts 13.3.
 */
export async function catalogProblems(
	graph: Graph,
	catalogId: string,
): Promise<Result<CatalogProblem[]>> {
	const answer = await graph.call({
		method: 'GET',
		path: [catalogId, 'diagnostics'],
		query: {
			affected_channels: JSON.stringify([CHANNEL]),
			severities: JSON.stringify(['MUST_FIX']),
		},
	});
	if (!answer.ok) return answer;
	const rows = rowsIn(answer.value);
	if (!rows) return notGraph();
	const problems = rows.flatMap((given) => problemIn(given) ?? []);
	if (problems.length === 0 && rows.length > 0) {
		return unreadable('Its list of problems cannot be read');
	}
	const wanted = problems.filter(isWanted).map(({ problem }) => problem);
	return { ok: true, value: wanted.sort((a, b) => (b.count ?? 0) - (a.count ?? 0)) };
}

/** A list as everywhere in Graph; an example in Meta's guide is the row itself. */
function rowsIn(body: object): unknown[] | undefined {
	if ('data' in body) return Array.isArray(body.data) ? body.data : undefined;
	return 'severity' in body || 'title' in body ? [body] : undefined;
}

interface ReadRow {
	problem: CatalogProblem;
	channels: unknown[];
}

/** Undefined for a row that names no problem. */
function problemIn(given: unknown): ReadRow | undefined {
	const read = row.safeParse(given);
	if (!read.success) return undefined;
	const { subtitle = '', severity, type = '', diagnostics = [], ...more } = read.data;
	const within = diagnostics.flatMap(({ description = '' }) => present(description) ?? []);
	const details = present(subtitle) ?? within.join(' ');
	const title = present(more.title ?? '') ?? inWords(type) ?? within[0];
	if (title === undefined) return undefined;
	const counts = diagnostics.flatMap((one) => one.number_of_affected_items ?? []);
	const most = counts.length > 0 ? Math.max(...counts) : null;
	return {
		channels: more.affected_channels ?? [],
		problem: {
			title,
			details: details === '' || details === title ? null : details,
			severity: severity ?? null,
			type: present(type) ?? null,
			count: more.number_of_affected_items ?? most,
		},
	};
}

/** `ATTRIBUTES_MISSING` as a sentence begins. */
function inWords(type: string): string | undefined {
	const words = present(type.replaceAll('_', ' ').toLowerCase());
	return words === undefined ? undefined : words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether a row is one that was asked for: a host may not know the parameters and send all. */
const isWanted = ({ problem, channels }: ReadRow): boolean =>
	problem.severity !== 'OPPORTUNITY' &&
	problem.count !== 0 &&
	(channels.length === 0 || channels.includes(CHANNEL));
