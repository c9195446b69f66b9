import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { droppedSentence } from '../../../../shared/payload/catalog/availability';
import { pairedWith } from '../../../items/failure';
import type { Run } from '../../../items/run';
import type { Reorder } from './reorder';

/** What a reorder says beyond what every send says. */
function report({ customerKey, orders, form, substituted }: Reorder, isFirst: boolean) {
	return {
		customerKey,
		orderCount: orders.length,
		sentAs: form.startsWith('template') ? 'template' : form,
		substituted: isFirst ? substituted.map((one) => ({ ...one })) : [],
	};
}

/** An item of the send with what the reorder adds. Items that say why nothing went out stay as they are. */
export function reportedItem(
	item: INodeExecutionData,
	reorderOf: (item: number) => Reorder,
): INodeExecutionData {
	if (item.json.status === undefined) return item;
	const reorder = reorderOf(firstItem(item));
	const { status, part } = item.json;
	const isFirst = part === 1;
	const before = isFirst ? reorder.dropped.map((one) => ({ ...one })) : [];
	const dropped = [...before, ...((item.json.dropped ?? []) as IDataObject[])];
	return {
		...item,
		json: {
			...item.json,
			dropped,
			...report(reorder, isFirst),
			...(status === 'skipped' && { sentAs: null }),
		},
	};
}

function firstItem({ pairedItem }: INodeExecutionData): number {
	const [first] = [pairedItem].flat();
	return typeof first === 'object' ? first.item : Number(first);
}

/** The item of a customer who gets no message: the same fields, and the reason. */
export function skippedItem(reorder: Reorder): INodeExecutionData | undefined {
	const { skipped, items, customerKey, catalogId = null, dropped, catalog } = reorder;
	if (skipped === undefined) return undefined;
	const json: IDataObject = {
		messageId: null,
		status: 'skipped',
		recipient: { input: customerKey, phone: null, userId: null },
		catalogId,
		products: [],
		dropped: dropped.map((one) => ({ ...one })),
		checked: catalog !== undefined,
		part: 0,
		parts: 0,
		trackingData: null,
		...report(reorder, true),
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
	const skipped = reorders.filter((reorder) => reorder.skipped !== undefined).length;
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
