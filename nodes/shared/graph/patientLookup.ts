import { sleep } from 'n8n-workflow';

import type { Refusal } from './answer';
import type { Graph } from './connection';
import { guidanceFor } from './guidance';
import { lookUpSkus, type SkuLookup } from './skuLookup';

/** Milliseconds until the catalog is asked again, once. */
const REPEAT_AFTER_MS = 1_000;

/** Looks up SKUs for messages and checks of a run, which can wait a moment for a catalog that cannot answer now. */
export async function lookUpPatiently(
	graph: Graph,
	catalogId: string,
	skus: string[],
): Promise<SkuLookup> {
	const lookup = await lookUpSkus(graph, catalogId, skus);
	if (lookup.ok || !mayPass(lookup.refusal)) return lookup;
	await sleep(REPEAT_AFTER_MS);
	return await lookUpSkus(graph, catalogId, skus);
}

/**
 * Whether a moment later the answer may be another one: a limit of the rate, an outage, a connection
 * that broke. One that timed out has already held up the messages for long.
 */
function mayPass(refusal: Refusal): boolean {
	if (refusal.kind === 'unanswered') return !/^(ETIMEDOUT|ECONNABORTED)$/.test(refusal.code);
	const cause = guidanceFor(refusal).failure?.cause;
	return (
		cause === 'rate-limited' ||
		cause === 'temporarily-unavailable' ||
		refusal.httpStatus === 429 ||
		refusal.httpStatus >= 500
	);
}
