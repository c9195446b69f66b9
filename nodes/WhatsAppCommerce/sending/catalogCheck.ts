import type { IExecuteFunctions } from 'n8n-workflow';

import type { Refusal } from '../../shared/graph/answer';
import { checkCatalog, type CatalogCheck } from '../../shared/graph/catalog/catalogCheck';
import type { Graph } from '../../shared/graph/connection';
import { readGuidance, readRefusedError } from '../../shared/graph/refusals/readRefused';
import { droppedSentence, type DroppedProduct } from '../../shared/payload/catalog/availability';
import type { Problem } from '../../shared/payload/problems';
import { readUnavailable, type UnavailablePolicy } from '../fields/options/message';
import { DraftError } from '../items/draftError';
import type { Attempt } from './attempt';
import { warnBesideOutput } from '../items/hints';

/** What the catalogs of a run say, by catalog. */
type Checks = Map<string, CatalogCheck>;

/**
 * Asks each catalog once for all products of these messages that the run has not asked for yet, and marks
 * what is left out and which attempts cannot go out at all. Where the builder chose nothing and the token
 * cannot read the catalog, the messages go out unchecked.
 */
export async function checkProducts(
	this: IExecuteFunctions,
	graph: Graph,
	attempts: Attempt[],
): Promise<void> {
	const wanted = new Map<string, Set<string>>();
	for (const attempt of attempts) {
		const { draft } = attempt;
		if (!draft || !isAsked.call(this, attempt)) continue;
		const skus = wanted.get(draft.catalogId) ?? new Set();
		for (const sku of draft.products) skus.add(sku);
		wanted.set(draft.catalogId, skus);
	}
	const checks: Checks = new Map();
	for (const [catalogId, skus] of wanted) {
		checks.set(catalogId, await checkCatalog(graph, catalogId, skus));
	}
	for (const attempt of attempts) judge.call(this, attempt, checks);
}

/** A preview shows names and prices, so it asks even where a send would not. */
function isAsked(this: IExecuteFunctions, { items, isPreview }: Attempt): boolean {
	return unavailableChoice.call(this, items[0]).policy !== 'send' || isPreview === true;
}

/** What becomes of products that cannot be sent, and whether the builder has said so. */
export interface UnavailableChoice {
	policy: UnavailablePolicy;
	isChosen: boolean;
}

/**
 * Without a choice what cannot be sent is dropped and reported.
 *
 * @throws DraftError when an expression yields something that is no choice
 */
export function unavailableChoice(this: IExecuteFunctions, item: number): UnavailableChoice {
	const chosen = readUnavailable.call(this, item);
	return { policy: chosen ?? 'drop', isChosen: chosen !== undefined };
}

function judge(this: IExecuteFunctions, attempt: Attempt, checks: Checks): void {
	const { draft, items } = attempt;
	if (!draft) return;
	const { policy, isChosen } = unavailableChoice.call(this, items[0]);
	const check = checks.get(draft.catalogId);
	if (check?.ok) attempt.catalog = check.value.found;
	else attempt.unchecked = check?.refusal;
	if (!check || policy === 'send') return;
	if (!check.ok) {
		if (isChosen) attempt.failure = readRefusedError(this.getNode(), check.refusal, items[0]);
		return;
	}
	const unsendable = draft.products.flatMap((sku) => check.value.unsendable.get(sku) ?? []);
	if (unsendable.length === 0) return;
	const left = draft.products.length - unsendable.length;
	if (policy === 'fail' || left < draft.minProducts) {
		const { length: count } = draft.products;
		const what =
			count === 1
				? 'The product cannot be sent'
				: `${unsendable.length} of ${count} products cannot be sent`;
		attempt.failure = new DraftError(this.getNode(), unsendable.map(problemOf), items[0], what);
	} else {
		attempt.leftOut = unsendable;
	}
}

const problemOf = (one: DroppedProduct): Problem => ({
	field: `Product ${one.sku}`,
	sentence: droppedSentence(one),
});

function uncheckedHint(refusal: Refusal): string {
	const { what, todo } = readGuidance(refusal);
	return `The products were not checked against the catalog. ${what}. ${todo}`;
}

/** Tells in the editor what went out differently from what was asked for, and what went out unchecked. */
export function hintAtProducts(this: IExecuteFunctions, attempts: Attempt[]): void {
	const dropped = new Map(
		attempts.flatMap(({ leftOut }) => leftOut).map((one) => [one.sku, droppedSentence(one)]),
	);
	const unchecked = new Map(
		attempts.flatMap(({ draft, unchecked: refusal }) =>
			draft && refusal ? [[draft.catalogId, uncheckedHint(refusal)] as const] : [],
		),
	);
	const messages = [
		...(dropped.size > 0 ? [`Left out of the messages: ${[...dropped.values()].join(' ')}`] : []),
		...unchecked.values(),
	];
	warnBesideOutput.call(this, messages);
}
