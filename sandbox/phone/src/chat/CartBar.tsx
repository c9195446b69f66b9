import { Icon } from '../parts/Icon.tsx';
import { CART_UPDATED, openCart, openCartUnits } from '../state/carts.mts';
import { totalsOf } from '../state/cartRules.mts';
import { formatMinor } from '../format/money.mts';
import { itemCount } from '../format/preview.mts';
import { openSheet } from '../state/route.mts';
import { cartIsOn } from '../state/setup.mts';

/** Shown while the cart holds something: numbers on Cloud API have no lasting cart icon in the chat's header (facts 1.12). */
export function CartBar() {
	const cart = openCart.value;
	if (!cart || !cartIsOn.value) return null;
	const totals = totalsOf(cart.lines).map(({ minor, currency }) => formatMinor(minor, currency));
	return (
		<button type="button" class="cart-bar" onClick={() => openSheet({ name: 'cart' })}>
			<Icon name="cart" />
			<span class="cart-bar-words">
				<span>View cart · {itemCount(openCartUnits.value)}</span>
				{cart.changes.length > 0 && <span class="cart-bar-changed">{CART_UPDATED}</span>}
			</span>
			<span class="price">{totals.join(' + ')}</span>
		</button>
	);
}
