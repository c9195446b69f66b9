import type { Catalog, Product } from './product.mts';

export interface ProductSet {
	id: string;
	catalogId: string;
	name: string;
	/** The merchant's own id of the set; most sets have none. */
	retailerId: string | null;
	/** Everything of one category, in the catalog's order; or products picked by hand, in the order given. */
	contents: { category: string } | { skus: string[] };
}

/** All products of a set, the sold out, hidden and not approved ones included. */
export function productsOf({ contents }: ProductSet, catalog: Catalog): Product[] {
	return 'skus' in contents
		? contents.skus.flatMap((sku) => catalog.find(sku) ?? [])
		: catalog.products.filter((product) => product.category === contents.category);
}

/** The rule of a set as JSON text, in the language of the catalog's filter (facts 6.2). */
export function filterOf({ contents }: ProductSet): string {
	return JSON.stringify(
		'skus' in contents
			? { retailer_id: { is_any: contents.skus } }
			: { category: { eq: contents.category } },
	);
}
