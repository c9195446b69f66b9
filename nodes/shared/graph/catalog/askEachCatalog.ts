/** Products of one catalog that something wants to know about. */
export interface Wanted {
	catalogId: string;
	skus: Iterable<string>;
}

/**
 * Asks each catalog once for all products that are wanted of it, one catalog after the other.
 *
 * @returns the answer of each catalog, by its id
 */
export async function askEachCatalog<T>(
	wanted: Iterable<Wanted>,
	ask: (catalogId: string, skus: Set<string>) => Promise<T>,
): Promise<Map<string, T>> {
	const byCatalog = new Map<string, Set<string>>();
	for (const { catalogId, skus } of wanted) {
		const ofCatalog = byCatalog.get(catalogId) ?? new Set();
		for (const sku of skus) ofCatalog.add(sku);
		byCatalog.set(catalogId, ofCatalog);
	}
	const answers = new Map<string, T>();
	for (const [catalogId, skus] of byCatalog) answers.set(catalogId, await ask(catalogId, skus));
	return answers;
}
