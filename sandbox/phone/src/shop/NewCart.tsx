import type { RefObject } from 'preact';

/** An order names one catalog (facts 2.2), and the sandbox has two: the customer chooses which cart to keep. */
export function NewCart(props: {
	dialog: RefObject<HTMLDialogElement | null>;
	onAgree: () => void;
}) {
	return (
		<dialog class="dialog" ref={props.dialog} aria-labelledby="new-cart-title">
			<form method="dialog">
				<h2 id="new-cart-title">Start a new cart?</h2>
				<p>Your cart holds products of another catalog, and an order can name one catalog only.</p>
				<div class="dialog-actions">
					<button class="button">Keep the cart</button>
					<button class="button button-main" onClick={props.onAgree}>
						Start a new cart
					</button>
				</div>
			</form>
		</dialog>
	);
}
