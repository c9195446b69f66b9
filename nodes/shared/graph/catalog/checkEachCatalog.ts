import type { Graph } from '../connection';
import { askEachCatalog } from './askEachCatalog';
import { type CatalogCheck, checkCatalog } from './catalogCheck';
import type { Matching } from './matchedSkus';

/** SKUs to be checked against a catalog. */
export interface ToCheck {
	catalogId: string;
	skus: Iterable<string>;
	matching: Matching;
}

/**
 * Checks SKUs against their catalogs, each asked once for all that are matched in the same way.
 *
 * @returns the check that a request belongs to
 */
export async function checkEachCatalog(
	graph: Graph,
	requests: readonly ToCheck[],
): Promise<(request: ToCheck) => CatalogCheck | undefined> {
	const modes = [...new Set(requests.map(({ matching }) => matching.mode))];
	const checks = new Map<string, ReadonlyMap<string, CatalogCheck>>();
	for (const mode of modes) {
		const wanted = requests.filter(({ matching }) => matching.mode === mode);
		const shopIds = new Map(wanted.flatMap(({ matching }) => [...(matching.shopIds ?? [])]));
		const ofMode = await askEachCatalog(
			wanted,
			async (catalogId, skus) => await checkCatalog(graph, catalogId, skus, { mode, shopIds }),
		);
		checks.set(mode, ofMode);
	}
	return ({ catalogId, matching }) => checks.get(matching.mode)?.get(catalogId);
}
