import { isRecord } from '../values/objects';

/**
 * What Meta's review says about a product. `noReview` is a new one that nobody has looked at yet.
 * Facts 6.2, 17.1.
 */
export type ReviewState = 'approved' | 'outdated' | 'pending' | 'rejected' | 'noReview';

/** The states with which WhatsApp does not send a product. */
export type ReviewObstacle = 'outdated' | 'pending' | 'rejected';

/** The fields of a catalog product that hold its review. */
export interface ReviewedProduct {
	/** A list of `{ key, value }`, one of them with the key `WHATSAPP`; other kinds count as absent. */
	capability_to_review_status?: unknown;
	/** Comes back empty even for products that WhatsApp shows. */
	review_status?: string | undefined;
}

const STATES: ReadonlyMap<string, ReviewState> = new Map([
	['APPROVED', 'approved'],
	['OUTDATED', 'outdated'],
	['PENDING', 'pending'],
	['REJECTED', 'rejected'],
	['NO_REVIEW', 'noReview'],
]);

/** WhatsApp's own review, as Meta writes it (`OUTDATED`); null where Meta gives none. Facts 17.1. */
export function whatsAppReview({
	capability_to_review_status: all,
}: ReviewedProduct): string | null {
	if (!Array.isArray(all)) return null;
	for (const one of all as unknown[]) {
		if (!isRecord(one) || one.key !== 'WHATSAPP') continue;
		if (typeof one.value === 'string' && one.value.trim() !== '') return one.value.trim();
	}
	return null;
}

/**
 * The state that decides: WhatsApp's own, or else `review_status`. A value that is not known decides
 * nothing, and neither does one that is missing.
 */
export function reviewStateOf(product: ReviewedProduct): ReviewState | null {
	const given = whatsAppReview(product) ?? product.review_status;
	return STATES.get(given?.toUpperCase() ?? '') ?? null;
}

/** Why WhatsApp does not send the product now; null when its review is no obstacle. */
export function reviewObstacleOf(product: ReviewedProduct): ReviewObstacle | null {
	const state = reviewStateOf(product);
	return state === 'outdated' || state === 'pending' || state === 'rejected' ? state : null;
}

/**
 * Whether WhatsApp may leave the product out although nothing forbids it: two shops saw new products
 * refused for up to a day, a third one saw them go through (facts 17.1).
 */
export const isUnreviewed = (product: ReviewedProduct): boolean =>
	reviewStateOf(product) === 'noReview';
