import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import {
	type CatalogCheck,
	checkCatalog,
	type CheckedSkus,
} from '../../../shared/graph/catalog/catalogCheck';
import { checkEachCatalog, type ToCheck } from '../../../shared/graph/catalog/checkEachCatalog';
import type { Matching } from '../../../shared/graph/catalog/matchedSkus';
import { eachItem } from '../../items/eachItem';
import type { Run } from '../../items/run';
import { settlePrices } from './unreadPrices';

/** What an item asks a catalog about. */
export interface CatalogRequest {
	catalogId: string;
	/** Distinct. */
	skus: string[];
	matching: Matching;
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
		const checkOf = await checkEachCatalog(
			readableRequests(run, read),
			async (request) => await checkWithPrices(run, request),
		);
		return await eachItem(async (_, item) => {
			const request = read(run, item);
			// An expression can yield another catalog when it is evaluated again.
			const check = checkOf(request) ?? (await checkWithPrices(run, request));
			return make(run, item, request, run.value(check, item));
		})(run);
	};

async function checkWithPrices(
	run: Run,
	{ catalogId, skus, matching }: ToCheck,
): Promise<CatalogCheck> {
	const check = await checkCatalog(run.graph, catalogId, skus, matching);
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
