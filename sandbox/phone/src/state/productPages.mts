import { type ReadonlySignal, type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { getProducts } from '../api/control.mts';
import type { Product } from '../api/types.mts';
import { catalogVersion } from './live.mts';

export interface ProductPage {
	products: Product[];
	next: string | null;
}

/** Waits for a pause in typing. */
const PAUSE_MS = 150;

/** A catalog page by page; it is read again when the search or the catalog changes. `null` until it is loaded. */
export function useProductPages(
	catalogId: ReadonlySignal<string | undefined>,
	search: ReadonlySignal<string>,
): { page: Signal<ProductPage | null>; more: () => Promise<void> } {
	const page = useSignal<ProductPage | null>(null);
	useSignalEffect(() => {
		const id = catalogId.value;
		const words = search.value.trim();
		void catalogVersion.value;
		if (!id) return;
		let wanted = true;
		const timer = setTimeout(
			() => {
				const first = page.peek();
				void readAsFarAs(id, words, first?.products.length ?? 0).then(
					(found) => wanted && (page.value = found),
					() => {},
				);
			},
			page.peek() ? PAUSE_MS : 0,
		);
		return () => {
			wanted = false;
			clearTimeout(timer);
		};
	});
	const more = async () => {
		const before = page.value;
		const id = catalogId.value;
		if (!before?.next || !id) return;
		const after = await getProducts(id, search.value.trim(), before.next);
		page.value = { products: [...before.products, ...after.products], next: after.next };
	};
	return { page, more };
}

/** A list keeps its length when it is read again. */
async function readAsFarAs(catalogId: string, search: string, count: number): Promise<ProductPage> {
	let page: ProductPage = await getProducts(catalogId, search, null);
	while (page.next && page.products.length < count) {
		const after = await getProducts(catalogId, search, page.next);
		page = { products: [...page.products, ...after.products], next: after.next };
	}
	return page;
}
