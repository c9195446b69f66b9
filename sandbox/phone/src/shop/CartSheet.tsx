import { useSignal } from '@preact/signals';
import { postOrder } from '../api/control.mts';
import { wordsOf } from '../api/http.mts';
import { formatMinor } from '../format/money.mts';
import { itemCount } from '../format/preview.mts';
import { Empty } from '../parts/Empty.tsx';
import { Icon } from '../parts/Icon.tsx';
import { changeCart, dropCart, openCart } from '../state/carts.mts';
import { totalsOf, unitsIn, type Cart } from '../state/cartRules.mts';
import { numberOf, openKey, readChats } from '../state/chats.mts';
import { announce } from '../state/messages.mts';
import { keepOutcome } from '../state/outcomes.mts';
import { readProducts } from '../state/products.mts';
import { closeAllSheets } from '../state/route.mts';
import { cartIsOn } from '../state/setup.mts';
import { CartChanges } from './CartChanges.tsx';
import { CartRow } from './CartRow.tsx';
import { Sheet } from './Sheet.tsx';

const LONGEST_NOTE = 1_000;

export function CartSheet({ covered }: { covered: boolean }) {
	const cart = openCart.value;
	const refusal = useSignal<string | null>(null);
	const sending = useSignal(false);

	const send = async (sent: Cart) => {
		refusal.value = null;
		sending.value = true;
		try {
			await sendCart(openKey.value ?? '', sent);
		} catch (problem) {
			refusal.value = wordsOf(problem);
			// Most likely the catalog has changed since the page read it.
			await readProducts().catch(() => {});
		}
		sending.value = false;
	};

	if (!cart || (cart.lines.length === 0 && cart.changes.length === 0)) {
		return (
			<Sheet title="Your cart" covered={covered}>
				<Empty icon="cart" title="Your cart is empty">
					<p>What you add from this business’s products waits here until you send it.</p>
				</Empty>
			</Sheet>
		);
	}
	return (
		<Sheet
			title="Your cart"
			covered={covered}
			foot={
				<>
					<Total cart={cart} />
					<button
						type="button"
						class="button button-main button-wide button-centred"
						disabled={cart.lines.length === 0 || sending.value || !cartIsOn.value}
						onClick={() => void send(cart)}
					>
						<Icon name="send" />
						{sending.value ? 'Sending …' : 'Send to business'}
					</button>
				</>
			}
		>
			{refusal.value && (
				<p class="warning" role="alert">
					<Icon name="alert" />
					<span>{refusal.value}</span>
				</p>
			)}
			{!cartIsOn.value && (
				<p class="warning" role="status">
					<Icon name="alert" />
					<span>The business has switched its cart off: this one cannot be sent now.</span>
				</p>
			)}
			<CartChanges cart={cart} />
			<ul class="cart-rows">
				{cart.lines.map((line) => (
					<CartRow key={line.sku} line={line} catalogId={cart.catalogId} />
				))}
			</ul>
			<label class="field cart-note">
				<span>Note to the business</span>
				<textarea
					rows={2}
					maxLength={LONGEST_NOTE}
					value={cart.note}
					onInput={({ currentTarget }) =>
						changeCart(cart.catalogId, (now) => ({ ...now, note: currentTarget.value }))
					}
				/>
			</label>
		</Sheet>
	);
}

function Total({ cart }: { cart: Cart }) {
	return (
		<p class="cart-total">
			<span>
				Estimated total <span class="cart-units">{itemCount(unitsIn(cart))}</span>
			</span>
			<strong>
				{totalsOf(cart.lines)
					.map(({ minor, currency }) => formatMinor(minor, currency))
					.join(' + ')}
			</strong>
		</p>
	);
}

/** Prices are left out: the sandbox takes the catalog's present ones, which the cart shows too. */
async function sendCart(key: string, { catalogId, note, lines }: Cart): Promise<void> {
	const outcome = await postOrder(key, {
		catalogId,
		phoneNumberId: numberOf(key),
		note: note.trim(),
		lines: lines.map(({ sku, quantity }) => ({ sku, quantity })),
	});
	dropCart(key);
	closeAllSheets();
	announce('The cart was sent.');
	keepOutcome(outcome);
	await readChats().catch(() => {});
}
