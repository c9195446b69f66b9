import { useSignal } from '@preact/signals';
import { patchProduct } from '../api/control.mts';
import { wordsOf } from '../api/http.mts';
import type { Product, ProductChange } from '../api/types.mts';
import { formatMinor, minorToDecimal, parseMinor } from '../format/money.mts';
import { say } from '../state/messages.mts';
import { remember } from '../state/products.mts';

interface Props {
	catalogId: string;
	product: Product;
	onSaved: (product: Product) => void;
}

/** Stock and visibility are saved as they are chosen, name and price when one is done with them. */
export function ProductEditor({ catalogId, product, onSaved }: Props) {
	const { sku, name, priceMinor, salePriceMinor, currency, availability, visibility } = product;
	const price = useSignal(minorToDecimal(priceMinor, currency));
	const title = useSignal(name);
	const problem = useSignal<string | null>(null);

	const save = async (change: ProductChange) => {
		try {
			const saved = await patchProduct(catalogId, sku, change);
			remember(catalogId, saved);
			onSaved(saved);
			say(`${saved.name} is saved. Customers see it at once.`);
		} catch (reason) {
			problem.value = wordsOf(reason);
		}
	};
	const submit = (event: Event) => {
		event.preventDefault();
		const minor = parseMinor(price.value, currency);
		problem.value = minor === null ? `“${price.value}” is not an amount in ${currency}.` : null;
		if (minor === null) return;
		const change: ProductChange = {
			...(minor === priceMinor ? {} : { priceMinor: minor }),
			...(title.value.trim() === name ? {} : { name: title.value.trim() }),
		};
		if (Object.keys(change).length > 0) void save(change);
	};
	return (
		<form class="editor" onSubmit={submit}>
			<label class="field editor-name">
				<span>Name</span>
				<input
					required
					value={title.value}
					onInput={({ currentTarget }) => (title.value = currentTarget.value)}
				/>
			</label>
			<label class="field">
				<span>Price in {currency}</span>
				<input
					required
					inputMode="decimal"
					value={price.value}
					onInput={({ currentTarget }) => (price.value = currentTarget.value)}
				/>
			</label>
			<button type="submit" class="button button-main editor-save">
				Save
			</button>
			<label class="field">
				<span>Stock</span>
				<select
					value={availability}
					onChange={({ currentTarget }) => void save({ availability: currentTarget.value })}
				>
					<option value="in stock">In stock</option>
					<option value="out of stock">Out of stock</option>
					<option value="preorder">Preorder</option>
				</select>
			</label>
			<label class="field">
				<span>Customers see it</span>
				<select
					value={visibility}
					onChange={({ currentTarget }) => void save({ visibility: currentTarget.value })}
				>
					<option value="published">Yes (published)</option>
					<option value="staging">No (staging)</option>
				</select>
			</label>
			{salePriceMinor !== null && (
				<p class="editor-hint">
					On sale: customers pay {formatMinor(salePriceMinor, currency)}, whatever the price is.
				</p>
			)}
			{problem.value && (
				<p class="editor-problem" role="alert">
					{problem.value}
				</p>
			)}
		</form>
	);
}
