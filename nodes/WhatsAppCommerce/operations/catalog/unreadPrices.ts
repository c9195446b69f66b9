import { decidePrices } from '../../../shared/graph/catalog/decidePrices';
import type { Product } from '../../../shared/graph/catalog/products';
import { priceExplanation } from '../../../shared/payload/catalog/priceWords';
import type { Run } from '../../items/run';

/** Reads what decides about the prices of these products, and says in the editor which stay unread. */
export async function settlePrices(
	run: Run,
	catalogId: string,
	products: Iterable<Product>,
): Promise<void> {
	const all = [...products];
	await decidePrices(run.graph, catalogId, all);
	hintAtUnread(run, all, (named) => `No price as a number for ${named}`);
}

/** The same before a filter by price, which lets only prices through that are read. */
export async function settleFilteredPrices(
	run: Run,
	catalogId: string,
	products: Product[],
): Promise<void> {
	await decidePrices(run.graph, catalogId, products);
	hintAtUnread(run, products, (named) => `Left out by the price filter: ${named}`);
}

function hintAtUnread(run: Run, products: Product[], say: (named: string) => string): void {
	const now = Date.now();
	const unread = products.flatMap((product) => {
		const why = priceExplanation(product, now);
		return why === null ? [] : [{ sku: product.retailer_id, why }];
	});
	const [first] = unread;
	if (!first) return;
	const more = unread.length - 1;
	const named =
		more === 0 ? first.sku : `${first.sku} and ${more} more ${more === 1 ? 'product' : 'products'}`;
	run.hint(`${say(named)}. ${first.why}`);
}
