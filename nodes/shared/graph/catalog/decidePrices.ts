import { isUndecided } from '../../payload/catalog/catalogPrice';
import type { Graph } from '../connection';
import { pricePage, type Product } from './products';

/**
 * Reads a page of the catalog's prices, once a run, if a price of these products can be read in two
 * ways: one of the others may show how the catalog writes them. Where it is refused, or shows nothing,
 * such prices stay unread.
 */
export async function decidePrices(
	graph: Graph,
	catalogId: string,
	products: Iterable<Product>,
): Promise<void> {
	if (![...products].some(isUndecided)) return;
	await graph.once(['pricePage', catalogId], async () => await pricePage(graph, catalogId));
}
