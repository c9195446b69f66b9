import { useSignal } from '@preact/signals';
import { Empty } from '../parts/Empty.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { businessName } from '../state/chats.mts';
import { useProductPages } from '../state/productPages.mts';
import { catalogIsShown } from '../state/setup.mts';
import { isShown } from '../state/shelf.mts';
import { ProductRow } from './ProductRow.tsx';
import { Sheet } from './Sheet.tsx';
import { ViewCart } from './ViewCart.tsx';

/** "View catalog": everything the business shows. */
export function CatalogSheet({ catalogId, covered }: { catalogId: string; covered: boolean }) {
	if (!catalogIsShown.value) {
		return (
			<Sheet title="Catalog" covered={covered}>
				<Empty icon="bag" title="This catalog is not available">
					<p>The business has hidden it.</p>
				</Empty>
			</Sheet>
		);
	}
	return (
		<Sheet title={`Catalog of ${businessName.value}`} covered={covered} foot={<ViewCart />}>
			<Products catalogId={catalogId} />
		</Sheet>
	);
}

function Products({ catalogId }: { catalogId: string }) {
	const id = useSignal<string | undefined>(catalogId);
	const search = useSignal('');
	const { page, more } = useProductPages(id, search);
	const shown = page.value?.products.filter(isShown);
	return (
		<div class="catalog-sheet">
			<SearchField value={search} />
			{shown?.length === 0 && !page.value?.next && (
				<Empty icon="search" title="No product found">
					<p>Nothing that can be seen here is called so.</p>
				</Empty>
			)}
			<ul>
				{shown?.map((product) => (
					<ProductRow key={product.sku} catalogId={catalogId} sku={product.sku} product={product} />
				))}
			</ul>
			{page.value?.next && (
				<button type="button" class="button button-wide" onClick={() => void more()}>
					Show more
				</button>
			)}
		</div>
	);
}
