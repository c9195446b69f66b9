import { Price } from '../parts/Price.tsx';
import { ProductPicture } from '../parts/ProductPicture.tsx';
import { productOf } from '../state/products.mts';

/** The product that a question is about. */
export function ProductChip({ catalogId, sku }: { catalogId: string; sku: string }) {
	const product = productOf(catalogId, sku);
	return (
		<div class="product-chip">
			<ProductPicture product={product} class="picture-tiny" />
			<div class="card-words">
				<p class="card-title">{product?.name ?? sku}</p>
				<p class="card-count">{product ? <Price product={product} /> : '\u00a0'}</p>
			</div>
		</div>
	);
}
