import {
	type CatalogCheck,
	checkCatalog,
	type CheckedSkus,
	droppedOf,
} from '../../shared/graph/catalog/catalogCheck';
import { checkEachCatalog } from '../../shared/graph/catalog/checkEachCatalog';
import { type DroppedProduct, droppedSentence } from '../../shared/payload/catalog/availability';
import { isExponential } from '../../shared/payload/catalog/skuMatching/numbers';
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
		isRefused(task) || !isAsked(task) ? [] : [questionOf(task)],
	);
	const checkOf = await checkEachCatalog(
		wanted,
		async ({ catalogId, skus, matching }) =>
			await checkCatalog(run.graph, catalogId, skus, matching),
	);
	return tasks.map((task) =>
		isRefused(task) ? task : withoutRounded(run, judged(run, task, checkOf(questionOf(task)))),
	);
}

const questionOf = ({ draft, matchMode }: SendTask) => ({
	catalogId: draft.catalogId,
	skus: draft.products,
	matching: { mode: matchMode, shopIds: draft.shopIds },
});

/** Whether the builder wants variants in the place of groups, which only the catalog knows. */
const takesVariants = ({ groups }: SendTask): boolean => groups !== 'refuse';

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
		const checked = underContentIds({ ...task, catalog: check.value.found }, check.value);
		return policy === 'send' ? checked : withoutUnsendable(run, checked, check.value);
	} catch (reason) {
		return { items, failure: tiedToItem(run, reason, items[0]) };
	}
}

/**
 * The message with the content IDs of the catalog, where the builder gave a SKU that it has under
 * another one, and with variants in the place of groups, as the builder chose.
 *
 * @throws InputProblems when it breaks a rule with them
 */
function underContentIds(task: SendTask, check: CheckedSkus): SendTask {
	const { draft, groups, unavailable } = task;
	const matched =
		unavailable.policy === 'send'
			? []
			: draft.products.flatMap((sku) => check.matched.get(sku) ?? []);
	const taken: TakenVariants = new Map(
		draft.products.flatMap((sku) => {
			const skus = variantsTaken(groups, check.unsendable.get(sku)?.variants ?? []);
			return skus.length > 0 ? [[sku, skus] as const] : [];
		}),
	);
	const instead = new Map([...taken, ...matched.map(({ given, sku }) => [given, [sku]] as const)]);
	return instead.size === 0 ? task : { ...task, draft: task.redraft(instead), taken, matched };
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

/** A number that has lost digits is no content ID: only the catalog can say which product it was. */
function withoutRounded(run: Run, task: Task): Task {
	if (isRefused(task)) return task;
	const { draft, items, leftOut } = task;
	const without = new Set(leftOut.map(({ sku }) => sku));
	const rounded = draft.products.filter((sku) => isExponential(sku) && !without.has(sku));
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
