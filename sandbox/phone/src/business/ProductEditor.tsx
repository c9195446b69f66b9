import { useSignal, type Signal } from '@preact/signals';
import { patchProduct } from '../api/control.mts';
import { wordsOf } from '../api/http.mts';
import type { Product, ProductChange } from '../api/types.mts';
import { minorToDecimal, parseMinor } from '../format/money.mts';
import { say } from '../state/messages.mts';
import { remember } from '../state/products.mts';

interface Props {
	catalogId: string;
	product: Product;
	onSaved: (product: Product) => void;
}

/** Stock, visibility and review are saved at once, name and prices with the button. */
export function ProductEditor({ catalogId, product, onSaved }: Props) {
	const { sku, name, priceMinor, salePriceMinor, currency, availability, visibility } = product;
	const { whatsappReview } = product;
	const title = useSignal(name);
	const price = useSignal(minorToDecimal(priceMinor, currency));
	const sale = useSignal(salePriceMinor === null ? '' : minorToDecimal(salePriceMinor, currency));
	const problem = useSignal<string | null>(null);

	const save = async (change: ProductChange) => {
		try {
			const saved = await patchProduct(catalogId, sku, change);
			remember(catalogId, saved);
			onSaved(saved);
			problem.value = null;
			say(`${saved.name} is saved. Customers see it at once.`);
		} catch (reason) {
			problem.value = wordsOf(reason);
		}
	};
	const submit = (event: Event) => {
		event.preventDefault();
		const minor = parseMinor(price.value, currency);
		const saleMinor = sale.value.trim() === '' ? null : parseMinor(sale.value, currency);
		if (minor === null || (sale.value.trim() !== '' && saleMinor === null)) {
			problem.value = `“${minor === null ? price.value : sale.value}” is not an amount in ${currency}.`;
			return;
		}
		const change: ProductChange = {
			...(title.value.trim() === name ? {} : { name: title.value.trim() }),
			...(minor === priceMinor ? {} : { priceMinor: minor }),
			...(saleMinor === salePriceMinor ? {} : { salePriceMinor: saleMinor }),
		};
		if (Object.keys(change).length > 0) void save(change);
	};
	return (
		<form class="editor" onSubmit={submit}>
			<TextField label="Name" value={title} class="editor-name" required />
			<TextField label={`Price in ${currency}`} value={price} required amount />
			<TextField label="Sale price, if any" value={sale} amount />
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
			<label class="field">
				<span>WhatsApp’s review</span>
				<select
					value={whatsappReview ?? ''}
					onChange={({ currentTarget }) =>
						void save({ whatsappReview: currentTarget.value || null })
					}
				>
					{reviewsWith(whatsappReview).map(([value, label]) => (
						<option key={value} value={value}>
							{label}
						</option>
					))}
				</select>
			</label>
			{problem.value && (
				<p class="editor-problem" role="alert">
					{problem.value}
				</p>
			)}
			<button type="submit" class="button button-main editor-save">
				Save name and prices
			</button>
		</form>
	);
}

const REVIEWS: Array<[value: string, label: string]> = [
	['APPROVED', 'Approved'],
	['OUTDATED', 'Outdated: changed since'],
	['PENDING', 'Pending'],
	['REJECTED', 'Rejected'],
	['NO_REVIEW', 'Not reviewed yet'],
	['', 'None: the catalog’s counts'],
];

/** With the value that the product has, which may be any other word. */
function reviewsWith(now: string | null): typeof REVIEWS {
	return REVIEWS.some(([value]) => value === (now ?? ''))
		? REVIEWS
		: [...REVIEWS, [now ?? '', now ?? '']];
}

interface FieldProps {
	label: string;
	value: Signal<string>;
	class?: string;
	required?: boolean;
	amount?: boolean;
}

function TextField({ label, value, class: extra = '', required = false, amount }: FieldProps) {
	return (
		<label class={`field ${extra}`}>
			<span>{label}</span>
			<input
				required={required}
				inputMode={amount ? 'decimal' : 'text'}
				value={value.value}
				onInput={({ currentTarget }) => (value.value = currentTarget.value)}
			/>
		</label>
	);
}
