import { askEachCatalog } from '../../../shared/graph/catalog/askEachCatalog';
import { type CatalogCheck, checkCatalog } from '../../../shared/graph/catalog/catalogCheck';
import type { Run } from '../../items/run';

/** What an item asks a catalog about. */
export interface CatalogRequest {
	catalogId: string;
	/** Distinct. */
	skus: string[];
}

/**
 * Asks each catalog once for the SKUs of all items: a sheet of a thousand rows has one in each.
 *
 * @param read what an item asks about; what it throws is told when the turn of the item comes
 * @returns the answer of each catalog that an item asks, by its id
 */
export async function checkTogether(
	run: Run,
	read: (item: number) => CatalogRequest,
): Promise<Map<string, CatalogCheck>> {
	const requests = [...run.input.keys()].flatMap((item) => {
		try {
			return [read(item)];
		} catch {
			// Told when its turn comes, tied to its item.
			return [];
		}
	});
	return await askEachCatalog(
		requests,
		async (catalogId, skus) => await checkCatalog(run.graph, catalogId, skus),
	);
}
