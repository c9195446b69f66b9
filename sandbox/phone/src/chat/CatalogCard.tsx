import type { CatalogMessageEntry } from '../api/types.mts';
import { ProductPicture } from '../parts/ProductPicture.tsx';
import { businessName } from '../state/chats.mts';
import { productOf } from '../state/products.mts';
import { openSheet } from '../state/route.mts';
import { Words } from './Words.tsx';

/** A catalog message (facts 1.4, 1.8): the picture is that of one product. */
export function CatalogCard({ entry }: { entry: CatalogMessageEntry }) {
	const { catalogId, thumbnailSku, bodyText, footerText, buttonText } = entry;
	return (
		<>
			<div class="card-product">
				<ProductPicture product={productOf(catalogId, thumbnailSku)} class="picture-wide" />
				<div class="card-words">
					<p class="card-title">{businessName.value}</p>
					<p class="card-count">Everything we sell</p>
				</div>
			</div>
			<Words body={bodyText} footer={footerText} />
			<button
				type="button"
				class="card-action"
				onClick={() => openSheet({ name: 'catalog', catalogId })}
			>
				{buttonText}
			</button>
		</>
	);
}
