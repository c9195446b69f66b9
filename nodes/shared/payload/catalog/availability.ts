import { preview } from '../values/text';
import {
	isUnreviewed,
	reviewObstacleOf,
	type ReviewedProduct,
	type ReviewObstacle,
} from './reviewState';
import { isSheetDate } from './skuMatching/dates';
import { roundedNumber } from './skuMatching/numbers';
import type { Variant } from './variants';

/** Why a product is not in a message although the builder listed it. */
export type DropReason = 'duplicate' | 'notInCatalog' | 'outOfStock' | 'hidden' | 'notApproved';

/** What keeps a product from being shown. */
export interface Obstacle {
	reason: DropReason;
	/** How far Meta's review is; only with `notApproved`. */
	review?: ReviewObstacle;
}

/** A product that is listed but not shown. */
export interface DroppedProduct extends Obstacle {
	sku: string;
	/** A SKU of the catalog that looks like the one given; only with `notInCatalog`. */
	suggestion?: string;
	/** Content IDs that it may stand for, none of them for sure; only with `notInCatalog`. */
	suggestions?: string[];
	/** What can be sent where the ID of a group was given as SKU; only with `notInCatalog`. */
	variants?: Variant[];
	/** Whether it may be the ID of a group, which the catalog did not tell; only with `notInCatalog`. */
	maybeGroup?: boolean;
}

/** The fields of a catalog product that decide whether it can be sent. Facts 6.2. */
export interface ProductState extends ReviewedProduct {
	availability?: string | undefined;
	visibility?: string | undefined;
}

/** Values of `availability` with which a product can be ordered. */
export const ORDERABLE: readonly string[] = ['in stock', 'available for order', 'preorder'];

/**
 * What keeps a product from being shown and ordered. Meta states no rule for each case (facts 6.2), so
 * everything that is plainly not for sale is unsendable; a missing field decides nothing.
 */
export function obstacleOf(state: ProductState): Obstacle | null {
	const { availability, visibility } = state;
	if (visibility === 'staging' || visibility === 'hidden') return { reason: 'hidden' };
	const review = reviewObstacleOf(state);
	if (review !== null) return { reason: 'notApproved', review };
	if (availability !== undefined && availability !== '' && !ORDERABLE.includes(availability)) {
		return { reason: 'outOfStock' };
	}
	return null;
}

/** The same as the reason alone. */
export const unsendableReason = (state: ProductState): DropReason | null =>
	obstacleOf(state)?.reason ?? null;

/** Each reason in words, as in `BREAD-01 is out of stock`. */
const REASON_WORDS: Record<DropReason, string> = {
	duplicate: 'listed more than once',
	notInCatalog: 'not in the catalog',
	outOfStock: 'out of stock',
	hidden: 'hidden in the catalog',
	notApproved: "not approved by Meta's review",
};

/** The same for states of the review that pass by themselves. Facts 6.2, 17.1. */
const REVIEW_WORDS: Partial<Record<ReviewObstacle, string>> = {
	outdated: "held back by WhatsApp (changed since Meta's last review, usually some hours)",
	pending: "held back by WhatsApp (waiting for Meta's review, usually up to a day)",
};

const obstacleWords = ({ reason, review }: Obstacle): string =>
	(review && REVIEW_WORDS[review]) ?? REASON_WORDS[reason];

/** What keeps a product of the catalog from being sent, in words; null when nothing does. */
export function unsendableWords(product: ProductState | undefined): string | null {
	const obstacle: Obstacle | null = product ? obstacleOf(product) : { reason: 'notInCatalog' };
	return obstacle === null ? null : obstacleWords(obstacle);
}

/** What WhatsApp may do with a product that can be sent, in words; null when nothing is to be said. */
export const riskWords = (product: ProductState): string | null =>
	obstacleOf(product) === null && isUnreviewed(product)
		? 'not reviewed by Meta yet: for up to a day WhatsApp may leave it out or refuse it'
		: null;

/** The same as a sentence. */
export function riskSentence(sku: string, product: ProductState): string | null {
	const words = riskWords(product);
	return words === null ? null : `${preview(sku, 100)} is ${words}.`;
}

/** `SKU-10O is not in the catalog; did you mean SKU-100?`, or `BREAD-01 is out of stock.` */
export function droppedSentence(dropped: DroppedProduct): string {
	const shown = preview(dropped.sku, 100);
	const { variants = [] } = dropped;
	if (variants.length > 0) return groupSentence(shown, variants);
	return `${shown} is ${obstacleWords(dropped)}${hintFor(dropped)}`;
}

/** Variants in one sentence; nobody reads more. */
const NAMED = 5;

function groupSentence(group: string, variants: readonly Variant[]): string {
	const named = variants
		.slice(0, NAMED)
		.map(
			({ sku, name }) => `${preview(sku, 100)}${name === null ? '' : ` for ${preview(name, 80)}`}`,
		)
		.join(', ');
	const others = variants.length - NAMED;
	const more = others > 0 ? ` and ${others} more` : '';
	const none = variants.some(({ sendable }) => sendable) ? '' : ' None of them can be sent now.';
	return `${group} is no SKU but the ID of a product group. Give the SKU of a variant: ${named}${more}.${none}`;
}

function hintFor(dropped: DroppedProduct): string {
	const { sku, reason, suggestion, suggestions = [], maybeGroup } = dropped;
	const [first, ...others] = suggestions;
	if (first !== undefined) {
		const named = suggestions.map((one) => preview(one, 40)).join(', ');
		return others.length > 0
			? `, but it may stand for ${named}. Give the one that you mean as the catalog writes it.`
			: `; did you mean ${preview(first, 100)}?`;
	}
	if (suggestion !== undefined) {
		return suggestion.normalize() === sku.normalize()
			? `, which writes ${suggestion} with other characters that look the same. Pick it from the list, or copy it from Commerce Manager.`
			: `; did you mean ${preview(suggestion, 100)}?`;
	}
	if (reason !== 'notInCatalog') return '.';
	const made = sheetMadeOf(sku);
	if (made !== null) return `. ${made} Keep SKUs as text in your sheet.`;
	const [, section] = /^([^:]*\p{L}[^:]*):\S/u.exec(sku) ?? [];
	if (section !== undefined) {
		return `. If "${preview(section)}" is a section of a SKU list, put a blank after the colon.`;
	}
	return maybeGroup ? '. If it is the ID of a product group, give the SKU of a variant.' : '.';
}

/** What a sheet has made of a SKU, where that can be seen. */
function sheetMadeOf(sku: string): string | null {
	if (roundedNumber(sku) !== null) return 'It is a number that was rounded on its way.';
	return isSheetDate(sku)
		? 'It looks like a date that a sheet has made of a SKU such as 3-4.'
		: null;
}

/** A product that is not shown, as outputs report it, with the reason in words too. */
export function droppedRow(dropped: DroppedProduct): DroppedProduct & { explanation: string } {
	const row = { ...dropped, explanation: droppedSentence(dropped) };
	delete row.maybeGroup;
	return row;
}
