import { formatMinor } from '../format/money.mts';
import { IconButton } from '../parts/IconButton.tsx';
import { ProductPicture } from '../parts/ProductPicture.tsx';
import { changeCart } from '../state/carts.mts';
import { withQuantity, without, type CartLine } from '../state/cartRules.mts';
import { productOf } from '../state/products.mts';
import { Stepper } from './Stepper.tsx';

export function CartRow({ line, catalogId }: { line: CartLine; catalogId: string }) {
	const product = productOf(catalogId, line.sku);
	return (
		<li class="cart-row" data-sku={line.sku}>
			<ProductPicture product={product} class="picture-small" />
			<div class="card-words">
				<p class="card-title">{line.name}</p>
				<p class="card-description">{formatMinor(line.unitMinor, line.currency)} each</p>
				<p class="price">{formatMinor(line.quantity * line.unitMinor, line.currency)}</p>
			</div>
			<div class="cart-row-actions">
				<Stepper
					least={1}
					name={line.name}
					quantity={line.quantity}
					onChange={(quantity) =>
						changeCart(catalogId, (cart) =>
							product ? withQuantity(cart, product, quantity) : cart,
						)
					}
				/>
				<IconButton
					icon="trash"
					size={18}
					label={`Remove ${line.name}`}
					onClick={() => changeCart(catalogId, (cart) => without(cart, line.sku))}
				/>
			</div>
		</li>
	);
}
