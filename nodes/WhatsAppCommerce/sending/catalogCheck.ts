import { askEachCatalog } from '../../shared/graph/catalog/askEachCatalog';
import {
	type CatalogCheck,
	checkCatalog,
	type CheckedSkus,
	droppedOf,
} from '../../shared/graph/catalog/catalogCheck';
import { type DroppedProduct, droppedSentence } from '../../shared/payload/catalog/availability';
import { variantsTaken } from '../../shared/payload/catalog/variants';
import type { Problem } from '../../shared/payload/problems';
import { tiedToItem } from '../items/failure';
import type { Run } from '../items/run';
import { isRefused, type SendTask, type TakenVariants, type Task } from './task';

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

/** Whether the builder wants variants in the place of groups, which only the catalog knows. */
const takesVariants = ({ groups }: SendTask): boolean => groups.choice !== 'refuse';

/** A preview shows names and prices, so it asks even where a send would not. */
const isAsked = (task: SendTask): boolean =>
	task.unavailable.policy !== 'send' || task.isPreview || takesVariants(task);

function judged(run: Run, task: SendTask, check: CatalogCheck | undefined): Task {
	if (!check) return task;
	const { draft, items } = task;
	const { policy, isChosen } = task.unavailable;
	if (!check.ok) {
		const { refusal } = check;
		const unchecked = { catalogId: draft.catalogId, refusal };
		return (isChosen && policy !== 'send') || takesVariants(task)
			? { items, failure: run.readRefused(refusal, items[0]), unchecked }
			: { ...task, unchecked };
	}
	try {
		const checked = withVariants({ ...task, catalog: check.value.found }, check.value);
		return policy === 'send' ? checked : withoutUnsendable(run, checked, check.value);
	} catch (reason) {
		return { items, failure: tiedToItem(run, reason, items[0]) };
	}
}

/**
 * The message with variants in the place of groups, as the builder chose.
 *
 * @throws InputProblems when it breaks a rule with them
 */
function withVariants(task: SendTask, { unsendable }: CheckedSkus): SendTask {
	const { choice, redraft } = task.groups;
	const taken: TakenVariants = new Map(
		task.draft.products.flatMap((sku) => {
			const skus = variantsTaken(choice, unsendable.get(sku)?.variants ?? []);
			return skus.length > 0 ? [[sku, skus] as const] : [];
		}),
	);
	return taken.size === 0 ? task : { ...task, draft: redraft(taken), taken };
}

function withoutUnsendable(run: Run, task: SendTask, check: CheckedSkus): Task {
	const { draft, items } = task;
	const unsendable = draft.products.flatMap(
		(sku) => check.unsendable.get(sku) ?? droppedOf(check.found, sku) ?? [],
	);
	const left = draft.products.length - unsendable.length;
	if (unsendable.length > 0 && (task.unavailable.policy === 'fail' || left < draft.minProducts)) {
		const { length: count } = draft.products;
		const what =
			count === 1
				? 'The product cannot be sent'
				: `${unsendable.length} of ${count} products cannot be sent`;
		return { items, failure: run.problems(unsendable.map(problemOf), items[0], what) };
	}
	return { ...task, leftOut: unsendable };
}

const problemOf = (one: DroppedProduct): Problem => ({
	field: `Product ${one.sku}`,
	sentence: droppedSentence(one),
});
