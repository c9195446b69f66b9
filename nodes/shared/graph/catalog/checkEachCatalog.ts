import { askEachCatalog } from './askEachCatalog';
import type { Matching } from './matchedSkus';

/** SKUs to be checked against a catalog. */
export interface ToCheck {
	catalogId: string;
	skus: Iterable<string>;
	matching: Matching;
}

/**
 * Asks each catalog once for all SKUs that are matched in the same way.
 *
 * @returns the answer that a request belongs to
 */
export async function checkEachCatalog<T>(
	requests: readonly ToCheck[],
	ask: (request: ToCheck) => Promise<T>,
): Promise<(request: Omit<ToCheck, 'skus'>) => T | undefined> {
	const answers = new Map<string, ReadonlyMap<string, T>>();
	for (const mode of new Set(requests.map(({ matching }) => matching.mode))) {
		const wanted = requests.filter(({ matching }) => matching.mode === mode);
		const shopIds = new Map(wanted.flatMap(({ matching }) => [...(matching.shopIds ?? [])]));
		const ofMode = await askEachCatalog(
			wanted,
			async (catalogId, skus) => await ask({ catalogId, skus, matching: { mode, shopIds } }),
		);
		answers.set(mode, ofMode);
	}
	return ({ catalogId, matching }) => answers.get(matching.mode)?.get(catalogId);
}
