import type { Product } from '../api/types.mts';
import { Price } from '../parts/Price.tsx';
import { ProductPicture } from '../parts/ProductPicture.tsx';
import { openSheet } from '../state/route.mts';
import { isShown, titleOf } from '../state/shelf.mts';
import { AddToCart } from './AddToCart.tsx';

interface Props {
	catalogId: string;
	sku: string;
	/** Undefined until it is loaded, null when the catalog has no such product. */
	product: Product | null | undefined;
}

/** One product of a list, to open or to put into the cart. */
export function ProductRow({ catalogId, sku, product }: Props) {
	return (
		<li class="product-row" data-sku={sku}>
			<button
				type="button"
				class="product-row-open"
				disabled={!isShown(product)}
				onClick={() => openSheet({ name: 'product', catalogId, sku })}
			>
				<ProductPicture product={product} class="picture-small" />
				<span class="card-words">
					<span class="card-title">
						{product ? titleOf(product) : product === null ? sku : '\u00a0'}
					</span>
					<span class="card-description">{product?.description ?? '\u00a0'}</span>
					{isShown(product) ? <Price product={product} /> : <span class="price">&nbsp;</span>}
				</span>
			</button>
			<div class="product-row-action">
				{product !== undefined && <AddToCart catalogId={catalogId} product={product} />}
			</div>
		</li>
	);
}
