import type { ProductListEntry } from '../api/types.mts';
import { itemCount, listedCount } from '../format/preview.mts';
import { ProductPicture } from '../parts/ProductPicture.tsx';
import { productOf } from '../state/products.mts';
import { openSheet } from '../state/route.mts';
import { Words } from './Words.tsx';

/** A multi-product message (facts 1.3, 1.6): its header beside the picture of one product, the first or the one that a template names. */
export function ListCard({ entry }: { entry: ProductListEntry }) {
	const { catalogId, headerText, bodyText, footerText, buttonText, thumbnailSku, sections } = entry;
	return (
		<>
			<div class="card-list">
				<ProductPicture product={productOf(catalogId, thumbnailSku)} class="picture-small" />
				<div class="card-words">
					<p class="card-title">{headerText}</p>
					<p class="card-count">{itemCount(listedCount(sections))}</p>
				</div>
			</div>
			<Words body={bodyText} footer={footerText} />
			<button
				type="button"
				class="card-action"
				onClick={() => openSheet({ name: 'list', entryId: entry.id })}
			>
				{buttonText}
				<span class="visually-hidden"> of “{headerText}”</span>
			</button>
		</>
	);
}
