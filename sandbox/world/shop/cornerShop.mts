import { ORDINARY } from '../catalog/product.mts';
import type { Product } from '../catalog/product.mts';
import { SHELVES } from './cornerShopShelves.mts';

const FIRST_ID = 5_900_000_000_000_000;

/** The exceptions: every case that a sender has to handle is in the shop. */
const OUT_OF_STOCK = new Set(['BAK-BAGUETTE', 'FRU-STRAWBERRY', 'DAI-YOGHURT', 'PAN-SAFFRON']);
const HIDDEN = new Set(['SWE-CHRISTMAS']);
/** Turned down by the catalog's review, and without a state of WhatsApp's own: then that review decides (facts 17.1). */
const REJECTED = new Set(['HOU-LIGHTER']);
const SALE_PRICES = new Map([
	['COF-HOUSE', 950],
	['SWE-NOUGAT', 395],
]);

type Variant = Pick<Product, 'groupId'> & Partial<Pick<Product, 'size' | 'color'>>;

/** Products that are one thing to the merchant: what sets them apart, and the group they share. */
const VARIANTS = new Map<string, Variant>([
	['DAI-EGGS-6', { groupId: 'DAI-EGGS', size: '6 pieces' }],
	['DAI-EGGS-12', { groupId: 'DAI-EGGS', size: '12 pieces' }],
	['HOU-MUG-GOLD', { groupId: 'HOU-MUG', color: 'Gold' }],
	['HOU-MUG-BLACK', { groupId: 'HOU-MUG', color: 'Black' }],
]);

/** Counted pieces, where the merchant gives them (facts 17.5). For the mugs `inventory` has not kept up. */
const QUANTITIES = new Map([
	['HOU-MUG-GOLD', 3],
	['HOU-MUG-BLACK', 8],
]);

/** The Corner Shop, in US dollars. */
export function cornerShopProducts(): Product[] {
	const products: Product[] = [];
	for (const shelf of SHELVES) {
		for (const [sku, name, priceMinor, description] of shelf.products) {
			const gone = OUT_OF_STOCK.has(sku);
			products.push({
				...ORDINARY,
				...(REJECTED.has(sku) ? { reviewStatus: 'rejected', whatsappReview: null } : {}),
				...VARIANTS.get(sku),
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
				inventory: gone ? 0 : 12 + products.length,
				quantityToSell: QUANTITIES.get(sku) ?? null,
			});
		}
	}
	return products;
}
