import { CatalogIds } from '../../payload/catalog/skuMatching/catalogIds';
import {
	findSku,
	type Finding,
	isMatch,
	isRounded,
	type MatchedSku,
	partsOf,
	spellingsOf,
	type WantedSku,
} from '../../payload/catalog/skuMatching/matchSku';
import type { Graph } from '../connection';
import { someRows } from '../paging';
import { contentIds, contentIdsWithParts } from './products';
import { rememberProducts } from './rememberedSkus';
import { inRequests, lookUpSkus, sizeOf, SKUS_PER_REQUEST } from './skuLookup';

/** Requests with exact spellings that a run makes of a catalog; from more on all of it is read. */
const SPELLING_REQUESTS = 10;

/** Requests with parts of SKUs that a run makes of a catalog. */
const PART_REQUESTS = 10;

/** Content IDs of a catalog that is read as a whole, and of an answer to a question with parts. */
const MOST_IDS = { whole: 10_000, withParts: 1_000 } as const;

/** What a run has found out about a catalog. */
interface Looked {
	/** By SKU and shop ID; null for one that is not there in any spelling. */
	findings: Map<string, Finding | null>;
	partRequests: number;
	/** All its content IDs; null when there are too many, or they could not be read. */
	whole?: CatalogIds | null;
}

/**
 * Looks once more for SKUs that a catalog does not have, for those that it has in another spelling or
 * under another ID of the shop. Few SKUs cost a request or two; for many the catalog is read as a
 * whole. A refusal ends the look: what is not found stays unknown.
 *
 * @returns by SKU, without those that were not found
 */
export async function secondLook(
	graph: Graph,
	catalogId: string,
	wanted: WantedSku[],
): Promise<Map<string, Finding>> {
	const looked = await graph.once(
		['secondLook', catalogId],
		async (): Promise<Looked> => ({ findings: new Map(), partRequests: 0 }),
	);
	const fresh = wanted.filter((one) => !looked.findings.has(nameOf(one)));
	if (fresh.length > 0) await look(graph, catalogId, looked, fresh);
	const found = new Map<string, Finding>();
	for (const one of wanted) {
		const finding = looked.findings.get(nameOf(one));
		if (finding) found.set(one.sku, finding);
	}
	return found;
}

const nameOf = ({ sku, shopId = '' }: WantedSku): string => JSON.stringify([sku, shopId]);

async function look(graph: Graph, catalogId: string, looked: Looked, wanted: WantedSku[]) {
	const note = (one: WantedSku, finding: Finding | null) =>
		looked.findings.set(nameOf(one), finding);
	for (const one of wanted) note(one, null);
	const askable = wanted.filter(({ sku }) => sizeOf(sku) <= LONGEST);
	const spellings = askable.flatMap(spellingsOf);
	if (looked.whole === undefined && spellings.length > SPELLING_REQUESTS * SKUS_PER_REQUEST) {
		looked.whole = await wholeCatalog(graph, catalogId);
	}
	const { whole } = looked;
	if (whole) {
		for (const one of wanted) note(one, findSku(one, whole));
		return;
	}
	const ids = await spelledIn(graph, catalogId, spellings);
	if (ids === null) return;
	const exact = new CatalogIds(ids);
	const open: WantedSku[] = [];
	for (const one of askable) {
		const finding = isRounded(one) ? null : findSku(one, exact);
		if (finding === null) open.push(one);
		else note(one, finding);
	}
	const withParts = await lookForParts(graph, catalogId, looked, open);
	const all = new CatalogIds([...ids, ...withParts.ids]);
	for (const one of open) {
		const finding = findSku(one, all);
		// With IDs left unread another one may fit as well.
		const isSure = partsOf(one).every((part) => withParts.answered.has(part));
		note(one, isSure || finding === null || !isMatch(finding) ? finding : unsure(finding));
	}
}

const unsure = ({ sku }: MatchedSku): Finding => ({ candidates: [sku] });

/** Characters of a SKU in a URL, up to which it can be asked for in many spellings. */
const LONGEST = 300;

async function wholeCatalog(graph: Graph, catalogId: string): Promise<CatalogIds | null> {
	const read = await someRows(
		async (after) => await contentIds(graph, catalogId, after),
		MOST_IDS.whole,
	);
	return read.ok && read.value.isAll ? new CatalogIds(read.value.rows) : null;
}

/** The spellings that the catalog has; null when it refuses. */
async function spelledIn(
	graph: Graph,
	catalogId: string,
	spellings: string[],
): Promise<string[] | null> {
	const asked = spellings.slice(0, SPELLING_REQUESTS * SKUS_PER_REQUEST);
	const lookup = await lookUpSkus(graph, catalogId, asked);
	if (!lookup.ok) return null;
	await rememberProducts(graph, catalogId, [...lookup.value.values()]);
	return [...lookup.value.keys()];
}

/** Where the form of an ID is known but not all of it, such as the number behind a SKU. */
async function lookForParts(graph: Graph, catalogId: string, looked: Looked, open: WantedSku[]) {
	const ids: string[] = [];
	/** Parts of which all IDs are known. */
	const answered = new Set<string>();
	const parts = [...new Set(open.flatMap(partsOf))];
	for (const some of inRequests(parts, PARTS_PER_REQUEST)) {
		if (looked.partRequests++ >= PART_REQUESTS) break;
		const read = await someRows(
			async (after) => await contentIdsWithParts(graph, catalogId, some, after),
			MOST_IDS.withParts,
		);
		if (!read.ok) break;
		for (const id of read.value.rows) ids.push(id);
		if (read.value.isAll) for (const part of some) answered.add(part);
	}
	return { ids, answered };
}

/** Conditions of one filter. */
const PARTS_PER_REQUEST = 50;
