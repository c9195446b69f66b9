import type { ListSection, ProductListEntry } from '../api/types.mts';
import { productOf } from '../state/products.mts';
import { ProductRow } from './ProductRow.tsx';
import { Sheet } from './Sheet.tsx';
import { ViewCart } from './ViewCart.tsx';

/** "View items" of a multi-product message. */
export function ListSheet({ entry, covered }: { entry: ProductListEntry; covered: boolean }) {
	return (
		<Sheet title={entry.headerText || entry.buttonText} covered={covered} foot={<ViewCart />}>
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
					<ProductRow
						key={`${sku} ${index}`}
						catalogId={catalogId}
						sku={sku}
						product={productOf(catalogId, sku)}
					/>
				))}
			</ul>
		</section>
	);
}
