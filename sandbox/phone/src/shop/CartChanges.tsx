import { formatMinor } from '../format/money.mts';
import { Icon } from '../parts/Icon.tsx';
import { CART_UPDATED, changeCart } from '../state/carts.mts';
import type { Cart, CartChange } from '../state/cartRules.mts';

/** Meta's own sentence (facts 1.12), and below it what changed. */
export function CartChanges({ cart }: { cart: Cart }) {
	if (cart.changes.length === 0) return null;
	return (
		<div class="warning" role="status">
			<Icon name="alert" />
			<div>
				<p>
					<strong>{CART_UPDATED}</strong>
				</p>
				<ul>
					{cart.changes.map((change, index) => (
						<li key={index}>{wordsFor(change)}</li>
					))}
				</ul>
				<button
					type="button"
					class="button button-small"
					onClick={() => changeCart(cart.catalogId, (now) => ({ ...now, changes: [] }))}
				>
					OK
				</button>
			</div>
		</div>
	);
}

function wordsFor({ name, from, to, currency }: CartChange): string {
	if (to === null) return `${name} is no longer available`;
	return `${name}: ${formatMinor(from, currency)} → ${formatMinor(to, currency)}`;
}
