import { preview } from '../values/text';
import { isSheetDate } from './skuMatching/dates';
import { roundedNumber } from './skuMatching/numbers';

/** Why a product is not in a message although the builder listed it. */
export type DropReason = 'duplicate' | 'notInCatalog' | 'outOfStock' | 'hidden' | 'notApproved';

/** A product that is listed but not shown. */
export interface DroppedProduct {
	sku: string;
	reason: DropReason;
	/** A SKU of the catalog that looks like the one given; only with `notInCatalog`. */
	suggestion?: string;
	/** Content IDs that it may stand for, none of them for sure; only with `notInCatalog`. */
	suggestions?: string[];
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
export function droppedSentence(dropped: DroppedProduct): string {
	const { sku, reason } = dropped;
	return `${preview(sku, 100)} is ${REASON_WORDS[reason]}${hintFor(dropped)}`;
}

function hintFor({ sku, reason, suggestion, suggestions = [] }: DroppedProduct): string {
	if (suggestions.length > 1) {
		const named = suggestions.map((one) => preview(one, 40)).join(', ');
		return `, but it may stand for ${named}. Give the one that you mean as the catalog writes it.`;
	}
	const [unsure] = suggestions;
	if (unsure !== undefined) return `; did you mean ${preview(unsure, 100)}?`;
	if (suggestion !== undefined) {
		return suggestion.normalize() === sku.normalize()
			? `, which writes ${suggestion} with other characters that look the same. Pick it from the list, or copy it from Commerce Manager.`
			: `; did you mean ${preview(suggestion, 100)}?`;
	}
	if (reason === 'notInCatalog') {
		const made = sheetMadeOf(sku);
		if (made !== null) return `. ${made} Keep SKUs as text in your sheet.`;
	}
	const [, section] = /^([^:]*\p{L}[^:]*):\S/u.exec(sku) ?? [];
	return reason === 'notInCatalog' && section !== undefined
		? `. If "${preview(section)}" is a section of a SKU list, put a blank after the colon.`
		: '.';
}

/** What a sheet has made of a SKU, where that can be seen. */
function sheetMadeOf(sku: string): string | null {
	if (roundedNumber(sku) !== null) return 'It is a number that was rounded on its way.';
	return isSheetDate(sku)
		? 'It looks like a date that a sheet has made of a SKU such as 3-4.'
		: null;
}
