import { preview } from '../values/text';

/** Why a product is not in a message although the builder listed it. */
export type DropReason = 'duplicate' | 'notInCatalog' | 'outOfStock' | 'hidden' | 'notApproved';

/** A product that is listed but not shown. */
export interface DroppedProduct {
	sku: string;
	reason: DropReason;
	/** A SKU of the catalog that looks like the one given; only with `notInCatalog`. */
	suggestion?: string;
}

/** The fields of a catalog product that decide whether it can be sent. Facts 6.2. */
export interface ProductState {
	availability?: string | undefined;
	visibility?: string | undefined;
	review_status?: string | undefined;
}

/** Values of `availability` with which a product can be ordered. */
export const ORDERABLE: readonly string[] = ['in stock', 'available for order', 'preorder'];

/**
 * Whether a product can be shown and ordered. Meta states no rule for each case (facts 6.2), so
 * everything that is plainly not for sale is unsendable; a missing field decides nothing.
 */
export function unsendableReason(state: ProductState): DropReason | null {
	const { availability, visibility, review_status: review } = state;
	if (visibility === 'staging' || visibility === 'hidden') return 'hidden';
	if (review === 'rejected' || review === 'pending' || review === 'outdated') return 'notApproved';
	if (availability !== undefined && availability !== '' && !ORDERABLE.includes(availability)) {
		return 'outOfStock';
	}
	return null;
}

/** Each reason in words, as in `BREAD-01 is out of stock`. */
const REASON_WORDS: Record<DropReason, string> = {
	duplicate: 'listed more than once',
	notInCatalog: 'not in the catalog',
	outOfStock: 'out of stock',
	hidden: 'hidden in the catalog',
	notApproved: "not approved by Meta's review",
};

/** What keeps a product of the catalog from being sent, in words; null when nothing does. */
export function unsendableWords(product: ProductState | undefined): string | null {
	const reason = product ? unsendableReason(product) : 'notInCatalog';
	return reason === null ? null : REASON_WORDS[reason];
}

/** `SKU-10O is not in the catalog; did you mean SKU-100?`, or `BREAD-01 is out of stock.` */
export function droppedSentence({ sku, reason, suggestion }: DroppedProduct): string {
	const shown = preview(sku, 100);
	return `${shown} is ${REASON_WORDS[reason]}${hintFor(sku, reason, suggestion)}`;
}

function hintFor(sku: string, reason: DropReason, suggestion?: string): string {
	if (suggestion !== undefined) {
		return suggestion.normalize() === sku.normalize()
			? `, which writes ${suggestion} with other characters that look the same. Pick it from the list, or copy it from Commerce Manager.`
			: `; did you mean ${preview(suggestion, 100)}?`;
	}
	const [, section] = /^([^:]*\p{L}[^:]*):\S/u.exec(sku) ?? [];
	return reason === 'notInCatalog' && section !== undefined
		? `. If "${preview(section)}" is a section of a SKU list, put a blank after the colon.`
		: '.';
}
