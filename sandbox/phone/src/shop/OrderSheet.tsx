import type { OrderEntry } from '../api/types.mts';
import { formatMinor, priceToMinor } from '../format/money.mts';
import { itemCount } from '../format/preview.mts';
import { dayOf, clock } from '../format/time.mts';
import { ProductPicture } from '../parts/ProductPicture.tsx';
import { productOf } from '../state/products.mts';
import { lineTotal, orderTotal, orderUnits } from './orderTotal.mts';
import { Sheet } from './Sheet.tsx';

/** A cart that was sent, with the prices of that moment; it can no longer be edited (facts 1.12). */
export function OrderSheet({ entry, covered }: { entry: OrderEntry; covered: boolean }) {
	const { catalogId, lines, note, at } = entry;
	return (
		<Sheet
			title="Sent cart"
			covered={covered}
			foot={
				<p class="cart-total">
					<span>
						Estimated total <span class="cart-units">{itemCount(orderUnits(lines))}</span>
					</span>
					<strong>{orderTotal(lines)}</strong>
				</p>
			}
		>
			<p class="sheet-hint">
				{dayOf(at)}, {clock(at)}
			</p>
			<ul class="cart-rows">
				{lines.map((line, index) => {
					const product = productOf(catalogId, line.sku);
					return (
						<li class="cart-row" key={index} data-sku={line.sku}>
							<ProductPicture product={product} class="picture-small" />
							<div class="card-words">
								<p class="card-title">{product?.name ?? line.sku}</p>
								<p class="card-description">
									{line.quantity} × {unitPrice(line.price, line.currency)}
								</p>
							</div>
							<p class="price">{lineTotal(line)}</p>
						</li>
					);
				})}
			</ul>
			{note && (
				<div class="order-note">
					<h3>Note</h3>
					<p>{note}</p>
				</div>
			)}
		</Sheet>
	);
}

function unitPrice(price: number | null, currency: string | null): string {
	const minor = typeof price === 'number' && currency ? priceToMinor(price, currency) : null;
	return minor === null || !currency ? 'no price' : formatMinor(minor, currency);
}
