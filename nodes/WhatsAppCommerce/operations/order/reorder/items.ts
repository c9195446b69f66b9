import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import {
	type DroppedProduct,
	droppedRow,
	droppedSentence,
} from '../../../../shared/payload/catalog/availability';
import { pairedWith } from '../../../items/failure';
import type { Run } from '../../../items/run';
import type { Reorder } from './reorder';

/** An item of the send with what the reorder adds. Items that say why nothing went out stay as they are. */
export function reportedItem(
	item: INodeExecutionData,
	reorders: ReadonlyMap<number, Reorder>,
): INodeExecutionData {
	const { status, part, dropped } = item.json;
	const reorder = reorders.get(firstItem(item));
	if (status === undefined || !reorder || !('form' in reorder)) return item;
	const { customerKey, orders, form, substituted } = reorder;
	const isFirst = part === 1;
	const before = isFirst ? rowsOf(reorder.dropped) : [];
	const matched = isFirst ? copied(reorder.matched) : [];
	const sentAs = form.startsWith('template') ? 'template' : form;
	return {
		...item,
		json: {
			...item.json,
			dropped: [...before, ...((dropped ?? []) as IDataObject[])],
			matched: [...matched, ...((item.json.matched ?? []) as IDataObject[])],
			customerKey,
			orderCount: orders.length,
			sentAs: status === 'skipped' ? null : sentAs,
			substituted: isFirst ? copied(substituted) : [],
		},
	};
}

const rowsOf = (dropped: DroppedProduct[]): IDataObject[] => copied(dropped.map(droppedRow));

const copied = (rows: object[]): IDataObject[] => rows.map((one) => ({ ...one }));

function firstItem({ pairedItem }: INodeExecutionData): number {
	const [first] = [pairedItem].flat();
	return typeof first === 'object' ? first.item : Number(first);
}

/** The item of a customer who gets no message: the same fields, and the reason. */
export function skippedItem(reorder: Reorder): INodeExecutionData | undefined {
	if (!('skipped' in reorder)) return undefined;
	const { skipped, items, customerKey, orders, catalogId = null, dropped, catalog } = reorder;
	const json: IDataObject = {
		messageId: null,
		status: 'skipped',
		recipient: { input: customerKey, phone: null, userId: null },
		catalogId,
		products: [],
		dropped: rowsOf(dropped),
		matched: copied(reorder.matched),
		checked: catalog !== undefined,
		part: 0,
		parts: 0,
		trackingData: null,
		customerKey,
		orderCount: orders.length,
		sentAs: null,
		substituted: [],
		reason: skipped,
	};
	return { json, pairedItem: pairedWith(items) };
}

/** Sentences of a hint that name products: more than these nobody reads. */
const NAMED = 10;

/** What the editor says about a run beside its items. */
export function hintAtReorders(run: Run, reorders: Reorder[]): void {
	const count = (number: number, one: string, more: string) =>
		`${number} ${number === 1 ? one : more}`;
	const skipped = reorders.filter((reorder) => 'skipped' in reorder).length;
	const undated = reorders.reduce((sum, reorder) => sum + reorder.undated, 0);
	const dropped = new Map(
		reorders.flatMap((reorder) => reorder.dropped).map((one) => [one.sku, droppedSentence(one)]),
	);
	const hasMissing = ({ orders, dropped: without }: Reorder) =>
		without.some(({ reason }) => reason === 'notInCatalog') &&
		new Set(orders.flatMap(({ catalogId }) => catalogId ?? [])).size > 1;
	const named = [...dropped.values()].slice(0, NAMED);
	const others = dropped.size - named.length;
	const messages = [
		...(skipped > 0
			? [
					`${count(skipped, 'customer gets', 'customers get')} no message; the field "reason" says why.`,
				]
			: []),
		...(undated > 0
			? [
					`${count(undated, 'order has', 'orders have')} no time that can be read, so a period leaves them out and the days to skip their customers. Say under Columns which column holds it, as an ISO date or Unix time.`,
				]
			: []),
		...(named.length > 0
			? [`Not offered: ${named.join(' ')}${others > 0 ? ` And ${others} more.` : ''}`]
			: []),
		...(reorders.some(hasMissing)
			? [
					'A message holds products of one catalog, and some customers ordered from several. Products are looked for in the chosen one, or else in that of the latest order.',
				]
			: []),
	];
	run.warn(messages);
}
