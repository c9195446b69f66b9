import { signal } from '@preact/signals';
import { getProduct } from '../api/control.mts';
import type { Product } from '../api/types.mts';
import { oneAtATime } from './oneAtATime.mts';

/**
 * All products on the page, kept up to date with the catalog: WhatsApp fetches them live, so an edited price shows in messages
 * already sent (facts 1.12). `null`: the catalog has no such product.
 */
export const products = signal<ReadonlyMap<string, Product | null>>(new Map());

const wanted = new Map<string, { catalogId: string; sku: string }>();
const keyOf = (catalogId: string, sku: string) => JSON.stringify([catalogId, sku]);

/** `undefined` until it is loaded; a component that asks is rendered again when it is. */
export function productOf(catalogId: string, sku: string): Product | null | undefined {
	const key = keyOf(catalogId, sku);
	if (!wanted.has(key)) {
		wanted.set(key, { catalogId, sku });
		queueMicrotask(() => void readMissing());
	}
	return products.value.get(key);
}

const readMissing = oneAtATime(async () => {
	await read([...wanted.keys()].filter((key) => !products.peek().has(key)));
});

export const readProducts = oneAtATime(async () => {
	await read([...wanted.keys()]);
});

/** Updates all of them at once, so that the page is rendered once. */
async function read(keys: string[]): Promise<void> {
	if (keys.length === 0) return;
	const found = await Promise.all(
		keys.map(async (key) => {
			const { catalogId, sku } = wanted.get(key) as { catalogId: string; sku: string };
			return [key, await getProduct(catalogId, sku).catch(() => null)] as const;
		}),
	);
	products.value = new Map([...products.peek(), ...found]);
}

/** Stores the answer to a change of the catalog, without another request. */
export function remember(catalogId: string, product: Product): void {
	const key = keyOf(catalogId, product.sku);
	if (wanted.has(key)) products.value = new Map([...products.peek(), [key, product]]);
}
