import type { Refusal } from '../../shared/graph/answer';
import { askEachCatalog } from '../../shared/graph/catalog/askEachCatalog';
import { type CatalogCheck, checkCatalog } from '../../shared/graph/catalog/catalogCheck';
import { readGuidance } from '../../shared/graph/refusals/readRefused';
import { type DroppedProduct, droppedSentence } from '../../shared/payload/catalog/availability';
import type { Problem } from '../../shared/payload/problems';
import type { Run } from '../items/run';
import { isRefused, type SendTask, type Task } from './task';

/**
 * Asks each catalog once for all products of these messages that the run has not asked for yet, and
 * decides what is left out and which messages cannot be sent at all. Where the builder chose nothing and
 * the token cannot read the catalog, the messages are sent unchecked.
 */
export async function checkProducts(run: Run, tasks: Task[]): Promise<Task[]> {
	const wanted = tasks.flatMap((task) =>
		isRefused(task) || !isAsked(task)
			? []
			: [{ catalogId: task.draft.catalogId, skus: task.draft.products }],
	);
	const checks = await askEachCatalog(
		wanted,
		async (catalogId, skus) => await checkCatalog(run.graph, catalogId, skus),
	);
	return tasks.map((task) =>
		isRefused(task) ? task : judged(run, task, checks.get(task.draft.catalogId)),
	);
}

/** A preview shows names and prices, so it asks even where a send would not. */
const isAsked = ({ unavailable, isPreview }: SendTask): boolean =>
	unavailable.policy !== 'send' || isPreview;

function judged(run: Run, task: SendTask, check: CatalogCheck | undefined): Task {
	if (!check) return task;
	const { draft, items } = task;
	const { policy, isChosen } = task.unavailable;
	if (!check.ok) {
		const { refusal } = check;
		const unchecked = { catalogId: draft.catalogId, refusal };
		return isChosen && policy !== 'send'
			? { items, failure: run.readRefused(refusal, items[0]), unchecked }
			: { ...task, unchecked };
	}
	const checked = { ...task, catalog: check.value.found };
	if (policy === 'send') return checked;
	const unsendable = draft.products.flatMap((sku) => check.value.unsendable.get(sku) ?? []);
	const left = draft.products.length - unsendable.length;
	if (unsendable.length > 0 && (policy === 'fail' || left < draft.minProducts)) {
		const { length: count } = draft.products;
		const what =
			count === 1
				? 'The product cannot be sent'
				: `${unsendable.length} of ${count} products cannot be sent`;
		return { items, failure: run.problems(unsendable.map(problemOf), items[0], what) };
	}
	return { ...checked, leftOut: unsendable };
}

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
	run.warn([
		...(dropped.size > 0 ? [`Left out of the messages: ${[...dropped.values()].join(' ')}`] : []),
		...unchecked.values(),
	]);
}

function uncheckedHint(refusal: Refusal): string {
	const { what, todo } = readGuidance(refusal);
	return `The products were not checked against the catalog. ${what}. ${todo}`;
}
