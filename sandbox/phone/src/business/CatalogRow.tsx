import type { Product } from '../api/types.mts';
import { Icon } from '../parts/Icon.tsx';
import { Price } from '../parts/Price.tsx';
import { ProductPicture } from '../parts/ProductPicture.tsx';
import { reviewHolding, titleOf } from '../state/shelf.mts';
import { ProductEditor } from './ProductEditor.tsx';

interface Props {
	catalogId: string;
	product: Product;
	open: boolean;
	onToggle: () => void;
	onSaved: (product: Product) => void;
}

export function CatalogRow({ catalogId, product, open, onToggle, onSaved }: Props) {
	const editor = `edit-${encodeURIComponent(product.sku)}`;
	return (
		<li class="catalog-row" data-sku={product.sku}>
			<button
				type="button"
				class="catalog-row-head"
				aria-expanded={open}
				aria-controls={open ? editor : undefined}
				onClick={onToggle}
			>
				<ProductPicture product={product} class="picture-tiny" />
				<span class="card-words">
					<span class="card-title">{titleOf(product)}</span>
					<span class="card-count">
						<Price product={product} /> · {product.sku}
					</span>
				</span>
				<span class="tags">{tagsOf(product).map(tag)}</span>
				<Icon name={open ? 'down' : 'more'} size={18} />
			</button>
			{open && (
				<div id={editor}>
					<ProductEditor catalogId={catalogId} product={product} onSaved={onSaved} />
				</div>
			)}
		</li>
	);
}

/** Only what keeps the product from being sold. */
function tagsOf(product: Product): string[] {
	const { availability, visibility } = product;
	const review = reviewHolding(product);
	return [
		availability === 'in stock' ? '' : availability,
		visibility === 'published' ? '' : 'hidden',
		review === null ? '' : `review ${review.toLowerCase()}`,
	].filter(Boolean);
}

function tag(text: string) {
	return (
		<span key={text} class="tag">
			{text}
		</span>
	);
}
