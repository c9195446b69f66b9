import { useSignal, useSignalEffect } from '@preact/signals';
import { getCatalogs, getProducts } from '../api/control.mts';
import type { CatalogSummary, Product } from '../api/types.mts';
import { Empty } from '../parts/Empty.tsx';
import { Icon } from '../parts/Icon.tsx';
import { catalogVersion } from '../state/live.mts';
import { CatalogRow } from './CatalogRow.tsx';

interface Page {
	products: Product[];
	next: string | null;
}

/** Somebody who types is not done after each letter. */
const PAUSE_MS = 150;

/** What the business sells; changes are live everywhere at once. */
export function CatalogTab() {
	const catalogs = useSignal<CatalogSummary[]>([]);
	const chosen = useSignal<string | null>(null);
	const search = useSignal('');
	const page = useSignal<Page | null>(null);
	const editing = useSignal<string | null>(null);

	useSignalEffect(() => {
		void catalogVersion.value;
		void getCatalogs()
			.then((found) => (catalogs.value = found))
			.catch(() => {});
	});
	useSignalEffect(() => {
		const id = chosen.value ?? catalogs.value[0]?.id;
		const words = search.value.trim();
		void catalogVersion.value;
		if (!id) return;
		let wanted = true;
		const timer = setTimeout(
			() => {
				const first = page.peek();
				void readAsFarAs(id, words, first?.products.length ?? 0).then(
					(found) => wanted && (page.value = found),
					() => {},
				);
			},
			page.peek() ? PAUSE_MS : 0,
		);
		return () => {
			wanted = false;
			clearTimeout(timer);
		};
	});

	const id = chosen.value ?? catalogs.value[0]?.id ?? '';
	const more = async () => {
		const before = page.value;
		if (!before?.next) return;
		const after = await getProducts(id, search.value.trim(), before.next);
		page.value = { products: [...before.products, ...after.products], next: after.next };
	};
	return (
		<>
			<div class="panel-tools">
				<label class="field">
					<span>Catalog</span>
					<select
						value={id}
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
				<label class="field field-search">
					<span class="visually-hidden">Search products</span>
					<Icon name="search" size={18} />
					<input
						type="search"
						placeholder="Search by name or SKU"
						value={search.value}
						onInput={({ currentTarget }) => (search.value = currentTarget.value)}
					/>
				</label>
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
						catalogId={id}
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

/** A list that somebody has made longer stays as long when it is read again. */
async function readAsFarAs(catalogId: string, search: string, count: number): Promise<Page> {
	let page: Page = await getProducts(catalogId, search, null);
	while (page.next && page.products.length < count) {
		const after = await getProducts(catalogId, search, page.next);
		page = { products: [...page.products, ...after.products], next: after.next };
	}
	return page;
}
