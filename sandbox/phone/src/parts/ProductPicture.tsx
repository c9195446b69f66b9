import type { Product } from '../api/types.mts';

/** Without alternative text, since the name is always beside it. The space is reserved while it loads. */
export function ProductPicture(props: { product: Product | null | undefined; class?: string }) {
	return (
		<span class={`picture ${props.class ?? ''}`}>
			{props.product && (
				<img src={props.product.pictureUrl} alt="" loading="lazy" decoding="async" />
			)}
		</span>
	);
}
