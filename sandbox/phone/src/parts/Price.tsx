import type { Product } from '../api/types.mts';
import { formatMinor } from '../format/money.mts';
import { priceOf } from '../state/shelf.mts';

/** On sale, the old price is struck through beside it. */
export function Price({ product }: { product: Product }) {
	const { priceMinor, onSale, currency } = product;
	if (!onSale) return <span class="price">{formatMinor(priceMinor, currency)}</span>;
	return (
		<span class="price">
			<span class="visually-hidden">Sale price </span>
			{formatMinor(priceOf(product), currency)}{' '}
			<s>
				<span class="visually-hidden">instead of </span>
				{formatMinor(priceMinor, currency)}
			</s>
		</span>
	);
}
