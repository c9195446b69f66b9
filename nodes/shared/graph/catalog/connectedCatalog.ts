import { ORDERABLE, unsendableReason } from '../../payload/catalog/availability';
import { isUnreviewed } from '../../payload/catalog/reviewState';
import type { Result } from '../answer';
import type { Graph } from '../connection';
import { queryProducts, type Product } from './products';
import { catalogs } from './catalogs';

/** Products looked at for one that can be sent. */
const LOOK_AT = 50;

/**
 * The id of the catalog that is connected to the business account, which has one at most; undefined
 * without one. Facts 6.1.
 */
export const connectedCatalog = async (graph: Graph): Promise<Result<string | undefined>> =>
	await graph.once(['connectedCatalog'], async () => {
		const result = await catalogs(graph);
		return result.ok ? { ok: true, value: result.value.rows[0]?.id } : result;
	});

/**
 * The first product of a catalog that can be sent now, one that Meta has reviewed if there is one;
 * undefined when there is none among the first.
 */
export const firstSendable = async (
	graph: Graph,
	catalogId: string,
): Promise<Result<Product | undefined>> =>
	await graph.once(['firstSendable', catalogId], async () => {
		const query = { availability: [...ORDERABLE] };
		const result = await queryProducts(graph, catalogId, query, LOOK_AT);
		if (!result.ok) return result;
		const sendable = result.value.rows.filter((one) => unsendableReason(one) === null);
		return { ok: true, value: sendable.find((one) => !isUnreviewed(one)) ?? sendable[0] };
	});
