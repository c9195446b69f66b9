import type { Refusal } from '../../shared/graph/answer';
import { readGuidance } from '../../shared/graph/refusals/readRefused';
import {
	type DroppedProduct,
	droppedSentence,
	riskWords,
} from '../../shared/payload/catalog/availability';
import { LABELS } from '../../shared/payload/labels';
import { preview } from '../../shared/payload/values/text';
import type { Run } from '../items/run';
import { isRefused, type SendTask, type Task } from './task';

/** Products that one hint names; nobody reads more. */
const NAMED = 10;

/**
 * Shows in the editor what was left out of the messages, what WhatsApp may leave out of them, and which
 * catalogs could not be asked.
 */
export function hintAtProducts(run: Run, tasks: Task[]): void {
	const sent = tasks.flatMap((task) => (isRefused(task) ? [] : [task]));
	const dropped = new Map(
		sent.flatMap((task) => task.leftOut.map((one) => [one.sku, one] as const)),
	);
	const unchecked = new Map(
		tasks
			.flatMap((task) => task.unchecked ?? [])
			.map(({ catalogId, refusal }) => [catalogId, uncheckedHint(refusal)]),
	);
	run.warn([
		...changedHint(sent),
		...(dropped.size > 0 ? [leftOutHint([...dropped.values()])] : []),
		...riskHint(sent),
		...unchecked.values(),
	]);
}

/**
 * SKUs that a sheet has changed: nobody may have noticed that. IDs of a shop are found as they should
 * be.
 */
function changedHint(tasks: SendTask[]): string[] {
	const changed = tasks.flatMap(({ matched }) => matched.filter(({ how }) => how !== 'shopId'));
	const pairs = new Set(changed.map(({ given, sku }) => `${preview(given)} as ${preview(sku)}`));
	if (pairs.size === 0) return [];
	const named = [...pairs].slice(0, NAMED).join(', ');
	const others = pairs.size - NAMED;
	return [
		`SKUs were not as the catalog writes them, and were found as one product each: ${named}${others > 0 ? ` and ${others} more` : ''}. Keep SKUs as text in your sheet.`,
	];
}

function leftOutHint(dropped: DroppedProduct[]): string {
	const hasGroup = dropped.some(({ variants = [] }) => variants.length > 0);
	const more = hasGroup
		? ` Choose under ${LABELS.productGroups} which variants to take in the place of a group.`
		: '';
	return `Left out of the messages: ${dropped.map(droppedSentence).join(' ')}${more}`;
}

/** New products that are in the messages: Meta says neither that it shows them nor that it does not. */
function riskHint(tasks: SendTask[]): string[] {
	const skus = new Map<string, string>();
	for (const { draft, leftOut, catalog } of tasks) {
		const without = new Set(leftOut.map(({ sku }) => sku));
		for (const sku of draft.products) {
			if (skus.has(sku) || without.has(sku)) continue;
			const product = catalog?.get(sku);
			const words = product ? riskWords(product) : null;
			if (words !== null) skus.set(sku, words);
		}
	}
	const [words] = skus.values();
	if (words === undefined) return [];
	const named = [...skus.keys()].slice(0, NAMED).join(', ');
	const others = skus.size - NAMED;
	return [`In the messages, but ${words}: ${named}${others > 0 ? ` and ${others} more` : ''}.`];
}

function uncheckedHint(refusal: Refusal): string {
	const { what, todo } = readGuidance(refusal);
	return `The products were not checked against the catalog. ${what}. ${todo}`;
}
