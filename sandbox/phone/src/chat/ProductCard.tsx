import type { ProductEntry } from '../api/types.mts';
import { ProductPicture } from '../parts/ProductPicture.tsx';
import { productOf } from '../state/products.mts';
import { openSheet } from '../state/route.mts';
import { isShown } from '../state/shelf.mts';
import { Availability } from './Availability.tsx';
import { Words } from './Words.tsx';

/** Title, price and picture come from the catalog, fetched live (facts 1.2). */
export function ProductCard({ entry }: { entry: ProductEntry }) {
	const { catalogId, sku, bodyText, footerText, buttonText } = entry;
	const product = productOf(catalogId, sku);
	return (
		<>
			<div class="card-product">
				<ProductPicture product={product} class="picture-wide" />
				<div class="card-words">
					<p class="card-title">{product?.name ?? (product === null ? sku : '\u00a0')}</p>
					<Availability product={product} />
				</div>
			</div>
			<Words body={bodyText} footer={footerText} />
			<button
				type="button"
				class="card-action"
				disabled={!isShown(product)}
				onClick={() => openSheet({ name: 'product', catalogId, sku })}
			>
				{buttonText}
				<span class="visually-hidden"> {product?.name}</span>
			</button>
		</>
	);
}
