import { useRef } from 'preact/hooks';
import type { Product } from '../api/types.mts';
import { changeCart, openCart } from '../state/carts.mts';
import { emptyCart, quantityIn, withQuantity } from '../state/cartRules.mts';
import { announce } from '../state/messages.mts';
import { cartIsOn } from '../state/setup.mts';
import { canBeBought, isShown } from '../state/shelf.mts';
import { NewCart } from './NewCart.tsx';
import { Stepper } from './Stepper.tsx';

interface Props {
	catalogId: string;
	product: Product | null;
	/** On the product's own page there is room for more words. */
	wide?: boolean;
}

/** A button until the product is in the cart, then a stepper for the quantity. */
export function AddToCart({ catalogId, product, wide = false }: Props) {
	const newCart = useRef<HTMLDialogElement>(null);
	if (!canBeBought(product))
		return <span class="tag">{isShown(product) ? 'Out of stock' : 'Not available'}</span>;
	if (!cartIsOn.value) return null;
	const quantity = quantityIn(openCart.value, catalogId, product.sku);
	const set = (count: number) =>
		changeCart(catalogId, (cart) => withQuantity(cart, product, count));
	if (quantity > 0) {
		return <Stepper name={product.name} quantity={quantity} onChange={set} takesFocus />;
	}
	const add = () => {
		const cart = openCart.value;
		if (cart && cart.catalogId !== catalogId && cart.lines.length > 0) newCart.current?.showModal();
		else addNow();
	};
	const addNow = () => {
		changeCart(catalogId, (cart) =>
			withQuantity(cart.catalogId === catalogId ? cart : emptyCart(catalogId), product, 1),
		);
		announce(`${product.name} is in the cart.`);
	};
	return (
		<>
			<button
				type="button"
				class={wide ? 'button button-main' : 'button button-small'}
				onClick={add}
			>
				{wide ? 'Add to cart' : 'Add'}
				<span class="visually-hidden"> {product.name}</span>
			</button>
			<NewCart dialog={newCart} onAgree={addNow} />
		</>
	);
}
