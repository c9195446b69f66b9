import { ORDERABLE, unsendableReason } from '../../payload/catalog/availability';
import type { Refusal } from '../answer';
import { queryProducts, type Product } from './products';
import { catalogs } from './catalogs';
import { oncePerRun } from '../perRun';

type Found<T> = { ok: true; found?: T } | { ok: false; refusal: Refusal };

/** Products looked at for one that can be sent. */
const LOOK_AT = 50;

/** The id of the catalog that is connected to the business account, which has one at most. Facts 6.1. */
export const connectedCatalog = oncePerRun(async (graph): Promise<Found<string>> => {
	const result = await catalogs(graph);
	return result.ok ? { ok: true, found: result.page.rows[0]?.id } : result;
});

/** The first product of a catalog that can be sent now. */
export const firstSendable = oncePerRun(async (graph, catalogId): Promise<Found<Product>> => {
	const query = { availability: [...ORDERABLE] };
	const result = await queryProducts(graph, catalogId, query, LOOK_AT);
	if (!result.ok) return result;
	return { ok: true, found: result.page.rows.find((one) => unsendableReason(one) === null) };
});
