import type { Product } from '../api/types.mts';

/** What a customer pays now. */
export function priceOf({ onSale, salePriceMinor, priceMinor }: Product): number {
	return onSale ? (salePriceMinor ?? priceMinor) : priceMinor;
}

/** Hidden products and those that a review holds back are not shown to customers at all (facts 6.2, 17.1). */
export function isShown(product: Product | null | undefined): product is Product {
	return product?.visibility === 'published' && reviewHolding(product) === null;
}

const HELD_BACK = ['OUTDATED', 'PENDING', 'REJECTED'];

/** The state that keeps a product from customers: WhatsApp's own, or where there is none the catalog's; null when nothing does. */
export function reviewHolding({ whatsappReview, reviewStatus }: Product): string | null {
	if (whatsappReview !== null) return HELD_BACK.includes(whatsappReview) ? whatsappReview : null;
	return ['approved', ''].includes(reviewStatus) ? null : reviewStatus;
}

export function canBeBought(product: Product | null | undefined): product is Product {
	return isShown(product) && product.availability !== 'out of stock';
}

/** The name, with what tells variants of the same name apart. */
export function titleOf({ name, color, size }: Product): string {
	const apart = [color, size].filter((word) => word !== null && !name.includes(word));
	return apart.length > 0 ? `${name} (${apart.join(', ')})` : name;
}
