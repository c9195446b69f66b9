import type { Refusal } from '../../shared/graph/answer';
import type { CatalogCheck, CheckedSkus } from '../../shared/graph/catalog/catalogCheck';
import { checkEachCatalog } from '../../shared/graph/catalog/checkEachCatalog';
import { readGuidance } from '../../shared/graph/refusals/readRefused';
import { type DroppedProduct, droppedSentence } from '../../shared/payload/catalog/availability';
import { isExponential } from '../../shared/payload/catalog/skuMatching/numbers';
import type { Problem } from '../../shared/payload/problems';
import { preview } from '../../shared/payload/values/text';
import type { Run } from '../items/run';
import { isRefused, type SendTask, type Task } from './task';

/**
 * Asks each catalog once for all products of these messages that the run has not asked for yet, and
 * decides what is left out and which messages cannot be sent at all. Where the builder chose nothing and
 * the token cannot read the catalog, the messages are sent unchecked.
 */
export async function checkProducts(run: Run, tasks: Task[]): Promise<Task[]> {
	const wanted = tasks.flatMap((task) =>
		isRefused(task) || !isAsked(task) ? [] : [questionOf(task)],
	);
	const checkOf = await checkEachCatalog(run.graph, wanted);
	return tasks.map((task) =>
		isRefused(task) ? task : judged(run, task, checkOf(questionOf(task))),
	);
}

const questionOf = ({ draft, matchMode }: SendTask) => ({
	catalogId: draft.catalogId,
	skus: draft.products,
	matching: { mode: matchMode, shopIds: draft.shopIds },
});

/** A preview shows names and prices, so it asks even where a send would not. */
const isAsked = ({ unavailable, isPreview }: SendTask): boolean =>
	unavailable.policy !== 'send' || isPreview;

function judged(run: Run, task: SendTask, check: CatalogCheck | undefined): Task {
	if (!check) return unchecked(run, task);
	const { draft, items } = task;
	const { policy, isChosen } = task.unavailable;
	if (!check.ok) {
		const { refusal } = check;
		const reason = { catalogId: draft.catalogId, refusal };
		return isChosen && policy !== 'send'
			? { items, failure: run.readRefused(refusal, items[0]), unchecked: reason }
			: { ...unchecked(run, task), unchecked: reason };
	}
	const checked = { ...task, catalog: check.value.found };
	if (policy === 'send') return unchecked(run, checked);
	const { matched, repeated } = matchedIn(draft.products, check.value);
	const unsendable = draft.products.flatMap((sku) => check.value.unsendable.get(sku) ?? []);
	const left = draft.products.length - unsendable.length - repeated.length;
	if (unsendable.length > 0 && (policy === 'fail' || left < draft.minProducts)) {
		const { length: count } = draft.products;
		const what =
			count === 1
				? 'The product cannot be sent'
				: `${unsendable.length} of ${count} products cannot be sent`;
		return { items, failure: run.problems(unsendable.map(problemOf), items[0], what) };
	}
	return { ...checked, matched, leftOut: [...unsendable, ...repeated] };
}

/** What of a draft the catalog has under other IDs; two spellings of one product are sent once. */
function matchedIn(products: string[], { matched, unsendable }: CheckedSkus) {
	const seen = new Set<string>();
	const repeated: DroppedProduct[] = [];
	for (const sku of products) {
		const id = matched.get(sku)?.sku ?? sku;
		if (seen.has(id) && !unsendable.has(sku)) repeated.push({ sku, reason: 'duplicate' });
		seen.add(id);
	}
	return { matched: products.flatMap((sku) => matched.get(sku) ?? []), repeated };
}

/** A number that has lost digits is no content ID: only the catalog can say which product it was. */
function unchecked(run: Run, task: SendTask): Task {
	const { draft, items } = task;
	const rounded = draft.products.filter(isExponential);
	if (rounded.length === 0) return task;
	return { items, failure: run.problems(rounded.map(roundedProblem), items[0]) };
}

const roundedProblem = (sku: string): Problem => ({
	field: `Product ${sku}`,
	sentence: `${sku} is a number that was rounded on its way here. Keep SKUs as text in your sheet or database.`,
});

const problemOf = (one: DroppedProduct): Problem => ({
	field: `Product ${one.sku}`,
	sentence: droppedSentence(one),
});

/** Shows in the editor what was left out of the messages, and which catalogs could not be asked. */
export function hintAtProducts(run: Run, tasks: Task[]): void {
	const dropped = new Map(
		tasks
			.flatMap((task) => (isRefused(task) ? [] : task.leftOut))
			.map((one) => [one.sku, droppedSentence(one)]),
	);
	const unchecked = new Map(
		tasks
			.flatMap((task) => task.unchecked ?? [])
			.map(({ catalogId, refusal }) => [catalogId, uncheckedHint(refusal)]),
	);
	const changed = changedByASheet(tasks);
	run.warn([
		...(changed === null ? [] : [changed]),
		...(dropped.size > 0 ? [`Left out of the messages: ${[...dropped.values()].join(' ')}`] : []),
		...unchecked.values(),
	]);
}

/** SKUs that a hint names; nobody reads more. */
const NAMED = 10;

/** A sheet that changes SKUs can do so in a way that is not noticed; IDs of a shop are as they should be. */
function changedByASheet(tasks: Task[]): string | null {
	const matched = tasks.flatMap((task) => (isRefused(task) ? [] : task.matched));
	const named = new Set(
		matched
			.filter(({ how }) => how !== 'shopId')
			.map(({ given, sku }) => `${preview(given)} as ${preview(sku)}`),
	);
	if (named.size === 0) return null;
	const others = named.size - NAMED;
	const more = others > 0 ? ` and ${others} more` : '';
	return `SKUs were not as the catalog writes them, and were found as one product each: ${[...named].slice(0, NAMED).join(', ')}${more}. Keep SKUs as text in your sheet.`;
}

function uncheckedHint(refusal: Refusal): string {
	const { what, todo } = readGuidance(refusal);
	return `The products were not checked against the catalog. ${what}. ${todo}`;
}
