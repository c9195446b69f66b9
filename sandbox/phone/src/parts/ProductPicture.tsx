import type { Product } from '../api/types.mts';

/** The name stands beside it everywhere, so the picture itself says nothing. The place is kept while it loads. */
export function ProductPicture(props: { product: Product | null | undefined; class?: string }) {
	return (
		<span class={`picture ${props.class ?? ''}`}>
			{props.product && (
				<img src={props.product.pictureUrl} alt="" loading="lazy" decoding="async" />
			)}
		</span>
	);
}
