import type { Product } from './product.mts';

/** What `capability_to_review_status` says under the key WHATSAPP (facts 17.1). */
export const WHATSAPP_REVIEWS = [
	'APPROVED',
	'OUTDATED',
	'PENDING',
	'REJECTED',
	'NO_REVIEW',
] as const;

const HELD_BACK = ['OUTDATED', 'PENDING', 'REJECTED'];

/** Why a product cannot be shown in a chat; null when it can. */
export type Obstacle = 'hidden' | 'review' | 'whatsappReview';

/**
 * WhatsApp's own state decides; the catalog's `review_status` only where there is none, and an empty one is no obstacle (facts 17.1).
 * Products without any review were refused in two reports and went through in one, so the caller says which. A choice of the sandbox: a
 * state that the facts do not name is no obstacle, and neither is being out of stock, which the customer's app marks.
 */
export function obstacleOf(
	{ visibility, reviewStatus, whatsappReview }: Product,
	noReview: 'sent' | 'refused',
): Obstacle | null {
	if (visibility !== 'published') return 'hidden';
	if (whatsappReview === null)
		return reviewStatus === 'approved' || reviewStatus === '' ? null : 'review';
	if (HELD_BACK.includes(whatsappReview)) return 'whatsappReview';
	return whatsappReview === 'NO_REVIEW' && noReview === 'refused' ? 'whatsappReview' : null;
}
