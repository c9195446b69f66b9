import type { Product } from '../catalog/product.mts';
import { SHELVES } from './cornerShopShelves.mts';

const FIRST_ID = 5_900_000_000_000_000;

/** The exceptions: every case that a sender has to handle is in the shop. */
const OUT_OF_STOCK = new Set(['BAK-BAGUETTE', 'FRU-STRAWBERRY', 'DAI-YOGHURT', 'PAN-SAFFRON']);
const HIDDEN = new Set(['SWE-CHRISTMAS']);
const REJECTED = new Set(['HOU-LIGHTER']);
const SALE_PRICES = new Map([
	['COF-HOUSE', 950],
	['SWE-NOUGAT', 395],
]);

/** The Corner Shop, in US dollars. */
export function cornerShopProducts(): Product[] {
	const products: Product[] = [];
	for (const shelf of SHELVES) {
		for (const [sku, name, priceMinor, description] of shelf.products) {
			const gone = OUT_OF_STOCK.has(sku);
			products.push({
				id: String(FIRST_ID + products.length + 1),
				sku,
				name,
				description,
				category: shelf.category,
				brand: shelf.brand,
				priceMinor,
				salePriceMinor: SALE_PRICES.get(sku) ?? null,
				currency: 'USD',
				availability: gone ? 'out of stock' : 'in stock',
				visibility: HIDDEN.has(sku) ? 'staging' : 'published',
				reviewStatus: REJECTED.has(sku) ? 'rejected' : 'approved',
				inventory: gone ? 0 : 12 + products.length,
			});
		}
	}
	return products;
}
