import { formatMinor } from '../format/money.mts';
import { itemCount } from '../format/preview.mts';
import { openCart, openCartUnits } from '../state/carts.mts';
import { totalsOf } from '../state/cartRules.mts';
import { openSheet } from '../state/route.mts';
import { cartIsOn } from '../state/setup.mts';

/** Leads from a list or a product to the cart; the space is reserved while the cart is empty, so that nothing jumps. */
export function ViewCart() {
	if (!cartIsOn.value) return <NoCart />;
	const units = openCartUnits.value;
	const totals = totalsOf(openCart.value?.lines ?? []);
	return (
		<button
			type="button"
			class="button button-main button-wide"
			disabled={units === 0}
			onClick={() => openSheet({ name: 'cart' })}
		>
			<span>{units === 0 ? 'Your cart is empty' : `View cart · ${itemCount(units)}`}</span>
			<span>{totals.map(({ minor, currency }) => formatMinor(minor, currency)).join(' + ')}</span>
		</button>
	);
}

/** With the cart switched off customers can ask about products and not order (facts 6.4). */
function NoCart() {
	return (
		<p class="sheet-foot-hint">
			This business takes no carts in the chat. Ask about a product instead.
		</p>
	);
}
