import type { IExecuteFunctions } from 'n8n-workflow';

import { checkCatalog, type CatalogCheck } from '../../../shared/graph/catalog/catalogCheck';
import type { Graph } from '../../../shared/graph/connection';

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
	this: IExecuteFunctions,
	graph: Graph,
	read: (this: IExecuteFunctions, item: number) => CatalogRequest,
): Promise<Map<string, CatalogCheck>> {
	const wanted = new Map<string, Set<string>>();
	for (let item = 0; item < this.getInputData().length; item++) {
		try {
			const { catalogId, skus } = read.call(this, item);
			const ofCatalog = wanted.get(catalogId) ?? new Set();
			for (const sku of skus) ofCatalog.add(sku);
			wanted.set(catalogId, ofCatalog);
		} catch {
			// Told when its turn comes, tied to its item.
		}
	}
	const checks = new Map<string, CatalogCheck>();
	for (const [catalogId, skus] of wanted) {
		checks.set(catalogId, await checkCatalog(graph, catalogId, skus));
	}
	return checks;
}
