import type { OrderEntry } from '../api/types.mts';
import { itemCount } from '../format/preview.mts';
import { RichText } from '../format/RichText.tsx';
import { ProductPicture } from '../parts/ProductPicture.tsx';
import { orderTotal, orderUnits } from '../shop/orderTotal.mts';
import { productOf } from '../state/products.mts';
import { openSheet } from '../state/route.mts';

export function OrderCard({ entry }: { entry: OrderEntry }) {
	const { catalogId, lines, note } = entry;
	const first = lines[0]?.sku;
	return (
		<>
			<div class="card-list">
				<ProductPicture
					product={first ? productOf(catalogId, first) : null}
					class="picture-small"
				/>
				<div class="card-words">
					<p class="card-title">{itemCount(orderUnits(lines))}</p>
					<p class="card-count">{orderTotal(lines)} (estimated total)</p>
				</div>
			</div>
			{note && (
				<p class="bubble-words">
					<RichText text={note} />
				</p>
			)}
			<button
				type="button"
				class="card-action"
				onClick={() => openSheet({ name: 'order', entryId: entry.id })}
			>
				View sent cart
			</button>
		</>
	);
}
