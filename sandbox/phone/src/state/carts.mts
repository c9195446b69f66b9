import { computed, effect } from '@preact/signals';
import { emptyCart, reconciled, unitsIn, type Cart } from './cartRules.mts';
import { openKey } from './chats.mts';
import { announce } from './messages.mts';
import { productOf, products } from './products.mts';
import { stored } from './stored.mts';

/** One cart per chat, kept on the device: the business learns nothing of it until it is sent (facts 1.12). */
const carts = stored<Record<string, Cart>>('carts', {});

export const CART_UPDATED = 'One or more items in your cart have been updated';

export const openCart = computed(() => carts.value[openKey.value ?? '']);
export const openCartUnits = computed(() => unitsIn(openCart.value));

/** Changes the cart of the chat in front. */
export function changeCart(catalogId: string, change: (cart: Cart) => Cart): void {
	const key = openKey.value;
	if (key) keep(key, change(openCart.value ?? emptyCart(catalogId)));
}

export function dropCart(key: string): void {
	const { [key]: _dropped, ...others } = carts.value;
	carts.value = others;
}

export function dropAllCarts(): void {
	carts.value = {};
}

function keep(key: string, cart: Cart): void {
	if (cart.lines.length === 0 && cart.changes.length === 0) dropCart(key);
	else carts.value = { ...carts.value, [key]: cart };
}

/** Every change of the catalog reaches every cart, also those of chats that are not in front. */
export function followCatalog(): void {
	effect(() => {
		// Products that are not loaded yet are requested here; this runs again when they arrive.
		void products.value;
		for (const [key, cart] of Object.entries(carts.value)) {
			const now = reconciled(cart, (sku) => productOf(cart.catalogId, sku));
			if (now === cart) continue;
			keep(key, now);
			if (now.changes.length > cart.changes.length && key === openKey.peek())
				announce(CART_UPDATED);
		}
	});
}
