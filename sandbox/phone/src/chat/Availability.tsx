import type { Product } from '../api/types.mts';
import { Price } from '../parts/Price.tsx';
import { canBeBought, isShown } from '../state/shelf.mts';

/** The price, and what keeps the product from being bought; the space is reserved until the product is loaded. */
export function Availability({ product }: { product: Product | null | undefined }) {
	return (
		<p class="card-price">
			{isShown(product) ? <Price product={product} /> : product === undefined ? '\u00a0' : ''}
			{product !== undefined && !canBeBought(product) && (
				<span class="tag">{isShown(product) ? 'Out of stock' : 'Not available'}</span>
			)}
		</p>
	);
}
