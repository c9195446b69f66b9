import { Empty } from '../parts/Empty.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Price } from '../parts/Price.tsx';
import { ProductPicture } from '../parts/ProductPicture.tsx';
import { startReply } from '../state/drafts.mts';
import { productOf } from '../state/products.mts';
import { closeAllSheets } from '../state/route.mts';
import { isShown, titleOf } from '../state/shelf.mts';
import { AddToCart } from './AddToCart.tsx';
import { Sheet } from './Sheet.tsx';
import { ViewCart } from './ViewCart.tsx';

interface Props {
	catalogId: string;
	sku: string;
	covered: boolean;
}

export function ProductSheet({ catalogId, sku, covered }: Props) {
	const product = productOf(catalogId, sku);
	const ask = () => {
		startReply({ product: { catalogId, sku } });
		closeAllSheets();
	};
	return (
		<Sheet title={product?.name ?? 'Product'} covered={covered} foot={<ViewCart />}>
			{product === undefined || isShown(product) ? (
				<div class="product-page">
					<ProductPicture product={product} class="picture-page" />
					{product && (
						<>
							<div class="product-page-head">
								<div>
									<h3>{titleOf(product)}</h3>
									<Price product={product} />
								</div>
								<AddToCart catalogId={catalogId} product={product} wide />
							</div>
							<p class="product-page-text">{product.description}</p>
							<p class="product-page-facts">
								{product.category} · {sku}
							</p>
							<button type="button" class="button button-wide" onClick={ask}>
								<Icon name="question" />
								Message business
							</button>
						</>
					)}
				</div>
			) : (
				<Empty icon="bag" title="This product is not available">
					<p>The business has taken it out of its catalog.</p>
				</Empty>
			)}
		</Sheet>
	);
}
