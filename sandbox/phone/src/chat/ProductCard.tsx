import type { ProductEntry } from '../api/types.mts';
import { RichText } from '../format/RichText.tsx';
import { Price } from '../parts/Price.tsx';
import { ProductPicture } from '../parts/ProductPicture.tsx';
import { productOf } from '../state/products.mts';
import { openSheet } from '../state/route.mts';
import { canBeBought, isShown } from '../state/shelf.mts';

/** Title, price and picture come from the catalog, fetched live (facts 1.2). */
export function ProductCard({ entry }: { entry: ProductEntry }) {
	const { catalogId, sku, bodyText, footerText } = entry;
	const product = productOf(catalogId, sku);
	return (
		<>
			<div class="card-product">
				<ProductPicture product={product} class="picture-wide" />
				<div class="card-words">
					<p class="card-title">{product?.name ?? (product === null ? sku : '\u00a0')}</p>
					<p class="card-price">
						{isShown(product) ? <Price product={product} /> : product === undefined ? '\u00a0' : ''}
						{product !== undefined && !canBeBought(product) && (
							<span class="tag">{isShown(product) ? 'Out of stock' : 'Not available'}</span>
						)}
					</p>
				</div>
			</div>
			{bodyText && (
				<p class="bubble-words">
					<RichText text={bodyText} />
				</p>
			)}
			{footerText && (
				<p class="bubble-footer">
					<RichText text={footerText} />
				</p>
			)}
			<button
				type="button"
				class="card-action"
				disabled={!isShown(product)}
				onClick={() => openSheet({ name: 'product', catalogId, sku })}
			>
				View<span class="visually-hidden"> {product?.name}</span>
			</button>
		</>
	);
}
