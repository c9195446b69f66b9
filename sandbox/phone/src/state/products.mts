import { signal } from '@preact/signals';
import { getProduct } from '../api/control.mts';
import type { Product } from '../api/types.mts';
import { oneAtATime } from './oneAtATime.mts';

/**
 * Products that something on the page shows, always as the catalog has them now: WhatsApp fetches them live, so that an edited
 * price shows in messages already sent (facts 1.12). `null`: the catalog has no such product.
 */
export const products = signal<ReadonlyMap<string, Product | null>>(new Map());

const wanted = new Map<string, { catalogId: string; sku: string }>();
const keyOf = (catalogId: string, sku: string) => JSON.stringify([catalogId, sku]);

/** `undefined` until it has been read. A component that asks is drawn again when it comes. */
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

/** One new map for all of them: the page is drawn once. */
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

/** Puts in what a change of the catalog answered, without asking again. */
export function remember(catalogId: string, product: Product): void {
	const key = keyOf(catalogId, product.sku);
	if (wanted.has(key)) products.value = new Map([...products.peek(), [key, product]]);
}
