import type { ListSection, ProductListEntry } from '../api/types.mts';
import { Price } from '../parts/Price.tsx';
import { ProductPicture } from '../parts/ProductPicture.tsx';
import { productOf } from '../state/products.mts';
import { openSheet } from '../state/route.mts';
import { isShown } from '../state/shelf.mts';
import { AddToCart } from './AddToCart.tsx';
import { Sheet } from './Sheet.tsx';
import { ViewCart } from './ViewCart.tsx';

/** "View items" of a multi-product message. */
export function ListSheet({ entry, covered }: { entry: ProductListEntry; covered: boolean }) {
	return (
		<Sheet title={entry.headerText} covered={covered} foot={<ViewCart />}>
			{entry.sections.map((section, index) => (
				<Section key={index} section={section} catalogId={entry.catalogId} />
			))}
		</Sheet>
	);
}

function Section({ section, catalogId }: { section: ListSection; catalogId: string }) {
	return (
		<section class="shelf">
			{section.title && <h3 class="shelf-title">{section.title}</h3>}
			<ul>
				{section.skus.map((sku, index) => (
					<Row key={`${sku} ${index}`} catalogId={catalogId} sku={sku} />
				))}
			</ul>
		</section>
	);
}

function Row({ catalogId, sku }: { catalogId: string; sku: string }) {
	const product = productOf(catalogId, sku);
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
					<span class="card-title">{product?.name ?? (product === null ? sku : '\u00a0')}</span>
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
