import type { Product } from '../api/types.mts';
import { formatMinor } from '../format/money.mts';

/** On sale, the old price is struck through beside it. */
export function Price({ product }: { product: Product }) {
	const { priceMinor, salePriceMinor, currency } = product;
	if (salePriceMinor === null)
		return <span class="price">{formatMinor(priceMinor, currency)}</span>;
	return (
		<span class="price">
			<span class="visually-hidden">Sale price </span>
			{formatMinor(salePriceMinor, currency)}{' '}
			<s>
				<span class="visually-hidden">instead of </span>
				{formatMinor(priceMinor, currency)}
			</s>
		</span>
	);
}
