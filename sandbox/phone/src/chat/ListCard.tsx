import type { ProductListEntry } from '../api/types.mts';
import { itemCount, listedCount } from '../format/preview.mts';
import { RichText } from '../format/RichText.tsx';
import { ProductPicture } from '../parts/ProductPicture.tsx';
import { productOf } from '../state/products.mts';
import { openSheet } from '../state/route.mts';

/** A multi-product message (facts 1.3): its header stands beside the first product's picture. */
export function ListCard({ entry }: { entry: ProductListEntry }) {
	const { catalogId, headerText, bodyText, footerText, sections } = entry;
	const first = sections[0]?.skus[0];
	return (
		<>
			<div class="card-list">
				<ProductPicture
					product={first ? productOf(catalogId, first) : null}
					class="picture-small"
				/>
				<div class="card-words">
					<p class="card-title">{headerText}</p>
					<p class="card-count">{itemCount(listedCount(sections))}</p>
				</div>
			</div>
			<p class="bubble-words">
				<RichText text={bodyText} />
			</p>
			{footerText && (
				<p class="bubble-footer">
					<RichText text={footerText} />
				</p>
			)}
			<button
				type="button"
				class="card-action"
				onClick={() => openSheet({ name: 'list', entryId: entry.id })}
			>
				View items<span class="visually-hidden"> of “{headerText}”</span>
			</button>
		</>
	);
}
