import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { getCatalogs } from '../api/control.mts';
import type { CatalogSummary } from '../api/types.mts';
import { Empty } from '../parts/Empty.tsx';
import { SearchField } from '../parts/SearchField.tsx';
import { catalogVersion } from '../state/live.mts';
import { useProductPages } from '../state/productPages.mts';
import { CatalogRow } from './CatalogRow.tsx';

/** What the business sells; a change shows everywhere at once. */
export function CatalogTab() {
	const catalogs = useSignal<CatalogSummary[]>([]);
	const chosen = useSignal<string | null>(null);
	const search = useSignal('');
	const editing = useSignal<string | null>(null);

	useSignalEffect(() => {
		void catalogVersion.value;
		void getCatalogs()
			.then((found) => (catalogs.value = found))
			.catch(() => {});
	});
	const id = useComputed(() => chosen.value ?? catalogs.value[0]?.id);
	const { page, more } = useProductPages(id, search);
	return (
		<>
			<div class="panel-tools">
				<label class="field">
					<span>Catalog</span>
					<select
						value={id.value ?? ''}
						onChange={({ currentTarget }) => {
							page.value = null;
							chosen.value = currentTarget.value;
						}}
					>
						{catalogs.value.map((catalog) => (
							<option key={catalog.id} value={catalog.id}>
								{catalog.name} ({catalog.productCount.toLocaleString('en')})
							</option>
						))}
					</select>
				</label>
				<SearchField value={search} />
			</div>
			{page.value?.products.length === 0 && (
				<Empty icon="search" title="No product found">
					<p>Nothing in this catalog is called “{search.value.trim()}”.</p>
				</Empty>
			)}
			<ul class="catalog-rows">
				{page.value?.products.map((product) => (
					<CatalogRow
						key={product.sku}
						catalogId={id.value ?? ''}
						product={product}
						open={editing.value === product.sku}
						onToggle={() => (editing.value = editing.value === product.sku ? null : product.sku)}
						onSaved={(saved) => {
							const now = page.value;
							if (!now) return;
							const products = now.products.map((other) =>
								other.sku === saved.sku ? saved : other,
							);
							page.value = { ...now, products };
						}}
					/>
				))}
			</ul>
			{page.value?.next && (
				<button type="button" class="button button-wide button-centred" onClick={() => void more()}>
					Show more
				</button>
			)}
		</>
	);
}
