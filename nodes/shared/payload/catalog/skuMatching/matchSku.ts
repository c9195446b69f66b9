import type { CatalogIds } from './catalogIds';
import { skusBehindDate } from './dates';
import { lookalikesOf, unmarked } from './lookalikes';
import {
	beginningsOf,
	lengthsOf,
	numberKeys,
	numberSpellings,
	roundedNumber,
	type Rounded,
	roundsTo,
} from './numbers';
import { shopKeysOfGiven, shopParts, shopSpellings } from './shopIds';

/** How a SKU was found that the catalog does not have in the given spelling. */
export type MatchKind =
	/** Other characters that look the same, or cannot be seen. */
	| 'characters'
	/** A sheet has taken zeros from its beginning: 17 for 0017. */
	| 'leadingZeros'
	/** The same number, written otherwise: 17.0, 1E5. */
	| 'number'
	/** A number that was rounded on its way, and only one ID becomes it. */
	| 'rounded'
	/** A sheet has made a date of it. */
	| 'date'
	/** A SKU or ID of the shop; its plug-in has made the content ID of it. */
	| 'shopId';

/** A SKU that was found under another content ID. */
export interface MatchedSku {
	/** As the builder gave it. */
	given: string;
	/** The content ID of the catalog. */
	sku: string;
	how: MatchKind;
}

/** A SKU that is looked for a second time. */
export interface WantedSku {
	sku: string;
	/** What the builder's table calls the product in another column. */
	shopId?: string | undefined;
}

/** What a second look has found: one product, or several of which none is certain. */
export type Finding = MatchedSku | { candidates: string[] };

export const isMatch = (finding: Finding): finding is MatchedSku => 'how' in finding;

type Found = Array<{ sku: string; how: MatchKind }>;

/**
 * Finds a SKU among content IDs although none is written like it. The surer ways come first: what
 * looks the same, what the table itself calls the product, what a sheet makes of a SKU, and what a
 * shop's plug-in makes of it. The first way that leads anywhere decides, and it decides for one ID or
 * for none.
 *
 * @returns null when nothing fits
 */
export function findSku(wanted: WantedSku, ids: CatalogIds): Finding | null {
	for (const way of [byLook, byTable, bySheet, byShop]) {
		const found = way(wanted, ids);
		const skus = [...new Set(found.map(({ sku }) => sku))];
		const [first] = found;
		if (first && skus.length === 1) return { given: wanted.sku, sku: first.sku, how: first.how };
		if (skus.length > 1) return { candidates: skus };
	}
	return null;
}

const as = (how: MatchKind, skus: string[]): Found => skus.map((sku) => ({ sku, how }));

const byLook = ({ sku }: WantedSku, ids: CatalogIds): Found =>
	as('characters', ids.looking(unmarked(sku)));

function byTable({ sku, shopId }: WantedSku, ids: CatalogIds): Found {
	if (shopId === undefined) return [];
	// Both numbers together name one product; each alone may name several.
	const both = as('shopId', ids.looking(`${sku}_${shopId}`));
	if (both.length > 0) return both;
	const own = as('shopId', ids.looking(shopId));
	return own.length > 0 ? own : as('shopId', byShopKeys(shopId, ids));
}

function bySheet({ sku }: WantedSku, ids: CatalogIds): Found {
	const text = unmarked(sku);
	const rounded = roundedNumber(text);
	const isOfDigits = /^\d+$/.test(text);
	return [
		...numberKeys(text)
			.flatMap((key) => ids.counting(key))
			.map((id) => ({
				sku: id,
				how: isOfDigits && /^\d+$/.test(id) ? ('leadingZeros' as const) : ('number' as const),
			})),
		...(rounded === null ? [] : as('rounded', roundedIn(rounded, ids))),
		...skusBehindDate(text).flatMap((one) => as('date', ids.looking(one))),
	];
}

const roundedIn = (rounded: Rounded, ids: CatalogIds): string[] =>
	lengthsOf(rounded)
		.flatMap((length) => ids.ofDigits(length))
		.filter((id) => roundsTo(id, rounded));

const byShop = ({ sku }: WantedSku, ids: CatalogIds): Found =>
	as('shopId', byShopKeys(unmarked(sku), ids));

const byShopKeys = (given: string, ids: CatalogIds): string[] =>
	shopKeysOfGiven(given).flatMap((key) => ids.standingFor(key));

/** Content IDs under which the catalog may have it, for a question that takes exact ones. */
export function spellingsOf({ sku, shopId }: WantedSku): string[] {
	const text = unmarked(sku);
	const all = [
		...lookalikesOf(sku),
		...numberKeys(text).flatMap(numberSpellings),
		...skusBehindDate(text),
		...shopSpellings(text),
		...(shopId === undefined ? [] : [shopId, `${sku}_${shopId}`, ...shopSpellings(shopId)]),
	];
	return [...new Set(all)].filter((one) => one !== sku && one !== '');
}

/** Parts of the content IDs under which the catalog may have it, for a question that takes those. */
export function partsOf({ sku, shopId }: WantedSku): string[] {
	const text = unmarked(sku);
	const rounded = roundedNumber(text);
	return [
		...(rounded === null ? shopParts(text) : beginningsOf(rounded)),
		...(shopId === undefined ? [] : shopParts(shopId).slice(1)),
	];
}

/** Whether the first answer is not enough: another ID may become the same number by rounding. */
export const isRounded = ({ sku }: WantedSku): boolean => roundedNumber(unmarked(sku)) !== null;
