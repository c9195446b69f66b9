import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { askEachCatalog } from '../../../shared/graph/catalog/askEachCatalog';
import {
	type CatalogCheck,
	checkCatalog,
	type CheckedSkus,
} from '../../../shared/graph/catalog/catalogCheck';
import { eachItem } from '../../items/eachItem';
import type { Run } from '../../items/run';
import { settlePrices } from './unreadPrices';

/** What an item asks a catalog about. */
export interface CatalogRequest {
	catalogId: string;
	/** Distinct. */
	skus: string[];
}

/**
 * An operation that asks each catalog once for the SKUs of all items, since a sheet of a thousand rows
 * has one in each.
 *
 * @param read what an item asks about
 * @param make the output of an item from what its catalog says
 */
export const checkTogether =
	<Request extends CatalogRequest>(
		read: (run: Run, item: number) => Request,
		make: (run: Run, item: number, request: Request, checked: CheckedSkus) => IDataObject[],
	) =>
	async (run: Run): Promise<INodeExecutionData[]> => {
		const checks = await askEachCatalog(
			readableRequests(run, read),
			async (catalogId, skus) => await checkWithPrices(run, catalogId, skus),
		);
		return await eachItem(async (_, item) => {
			const request = read(run, item);
			const { catalogId, skus } = request;
			// An expression can yield another catalog when it is evaluated again.
			const check = checks.get(catalogId) ?? (await checkWithPrices(run, catalogId, skus));
			return make(run, item, request, run.value(check, item));
		})(run);
	};

async function checkWithPrices(
	run: Run,
	catalogId: string,
	skus: Iterable<string>,
): Promise<CatalogCheck> {
	const check = await checkCatalog(run.graph, catalogId, skus);
	if (check.ok) await settlePrices(run, catalogId, check.value.found.values());
	return check;
}

function readableRequests(
	run: Run,
	read: (run: Run, item: number) => CatalogRequest,
): CatalogRequest[] {
	return [...run.input.keys()].flatMap((item) => {
		try {
			return [read(run, item)];
		} catch {
			// Read once more for the output of the item, which then reports the error.
			return [];
		}
	});
}
