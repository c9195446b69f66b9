import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { checkEachCatalog } from '../../../shared/graph/catalog/checkEachCatalog';
import { decidePrices } from '../../../shared/graph/catalog/decidePrices';
import { matchedSkus } from '../../../shared/graph/catalog/matchedSkus';
import {
	type CheckedLine,
	checkLine,
	suggestedAction,
} from '../../../shared/payload/orderCheck/orderCheck';
import { readOrderToCheck } from '../../../shared/payload/orderCheck/orderToCheck';
import { learnFromLines } from '../../../shared/payload/orderCheck/priceComparison';
import { checkedTotals } from '../../../shared/payload/orderCheck/totals';
import { lineSentence, orderSentence } from '../../../shared/payload/orderCheck/words';
import type { OrderColumns } from '../../../shared/payload/reorder/pastOrders';
import { ordersIn } from '../../../shared/payload/webhooks/metaOrders';
import { matchOptions, matchSkus } from '../../fields/options/matchSkus';
import { orderColumns } from '../../fields/orderColumns';
import { orderCatalog } from '../../fields/orderDefaults';
import { failedItem, tiedToItem } from '../../items/failure';
import { operation } from '../../items/operation';
import type { Run } from '../../items/run';
import { notAnOrder } from './notAnOrder';
import { type Entry, linesByOrder, orderKey, unitsBefore } from './orderGroups';

/** Each item with what has changed since the customer ordered; each catalog is asked once a run. */
export const checkOrder = operation({
	resource: 'order',
	value: 'checkOrder',
	name: 'Check Order Against Catalog',
	action: 'Check an order against the catalog',
	description:
		'Compare each line of an order with the catalog of now: price changed, out of stock, fewer in stock or gone, with totals and a suggested action',
	subtitle: 'Check order',
	fields: [
		{
			displayName:
				'Put this behind the WhatsApp Commerce Trigger, with either output: each order, or each of its lines, comes out with what the catalog says about it now.',
			name: 'checkNotice',
			type: 'notice',
			default: '',
		},
		orderCatalog.property,
		orderColumns.withPrice,
		matchOptions,
	],
	async execute(run) {
		const columns = orderColumns.read(run);
		const entries: Entry[] = [];
		for (const [item, { json }] of run.input.entries()) {
			for (const [place, one] of ordersIn(json).entries()) {
				entries.push(await read(run, { item, place, json: one as IDataObject }, columns));
			}
		}
		await compare(run, entries);
		const failed = entries.find(({ failure }) => failure)?.failure;
		if (failed && !run.continuesOnFail) throw failed;
		const lines = linesByOrder(entries);
		return entries.map((entry): INodeExecutionData => {
			const { item, failure } = entry;
			if (failure) return failedItem(run, failure, [item]);
			return { json: outputOf(entry, lines.get(orderKey(entry)) ?? []), pairedItem: { item } };
		});
	},
});

async function read(
	run: Run,
	given: Pick<Entry, 'item' | 'place' | 'json'>,
	columns: OrderColumns,
): Promise<Entry> {
	const { item, json } = given;
	try {
		const order = readOrderToCheck(json, columns);
		if (!order) {
			const sentence = `The item has neither "${columns.lines}" nor a "${columns.sku}". Give orders as the WhatsApp Commerce Trigger or Meta yields them, or say under Columns which columns hold them.`;
			throw notAnOrder(run, item, json, { field: 'Order', sentence }, columns);
		}
		const matchMode = matchSkus.read(run, item);
		const catalogId = await orderCatalog.read(run, item, order.catalogId);
		return { ...given, order, catalogId, matchMode, lines: [] };
	} catch (reason) {
		return { ...given, matchMode: 'exact', lines: [], failure: tiedToItem(run, reason, item) };
	}
}

async function compare(run: Run, entries: Entry[]): Promise<void> {
	const lookupOf = await checkEachCatalog(
		entries.flatMap((entry) => (entry.catalogId === undefined ? [] : [questionOf(entry)])),
		async ({ catalogId, skus, matching }) =>
			await matchedSkus(run.graph, catalogId, skus, matching),
	);
	const known = new Map<Entry, ReturnType<typeof lookupOf>>(
		entries.map((entry) => [entry, lookupOf(questionOf(entry))]),
	);
	for (const [{ order }, lookup] of known) {
		if (lookup?.ok) learnFromLines(order?.lines ?? [], lookup.value.found);
	}
	const byCatalog = new Map([...known].map(([{ catalogId = '' }, one]) => [one, catalogId]));
	for (const [lookup, catalogId] of byCatalog) {
		if (lookup?.ok) await decidePrices(run.graph, catalogId, lookup.value.found.values());
	}
	const now = Date.now();
	const matchOf = (entry: Entry, sku: string | null) => {
		const lookup = known.get(entry);
		return (lookup?.ok && lookup.value.matched.get(sku ?? '')) || null;
	};
	const before = unitsBefore(entries, (entry, sku) => matchOf(entry, sku)?.sku ?? sku);
	for (const [entry, lookup] of known) {
		if (!lookup || !entry.order) continue;
		if (!lookup.ok) entry.failure = run.readRefused(lookup.refusal, entry.item);
		else {
			entry.lines = entry.order.lines.map((line, index) => {
				const at = { now, unitsBefore: before.get(entry)?.[index] ?? 0 };
				const matched = matchOf(entry, line.sku);
				const product = lookup.value.found.get(matched?.sku ?? line.sku ?? '');
				return { ...checkLine(line, product, at), matched };
			});
		}
	}
}

const questionOf = ({ catalogId = '', order, matchMode }: Entry) => ({
	catalogId,
	skus: order?.lines.flatMap(({ sku }) => sku ?? []) ?? [],
	matching: { mode: matchMode },
});

/** The input item, with what the check says about its lines and about the whole order. */
function outputOf({ json, order, lines }: Entry, ofOrder: CheckedLine[]): IDataObject {
	const rows = lines.map((line, index) => ({
		...order?.rows[index],
		...line,
		lineExplanation: lineSentence(line),
	}));
	return {
		...json,
		...(order?.isWhole ? { lines: rows } : rows[0]),
		suggestedAction: suggestedAction(ofOrder),
		explanation: orderSentence(ofOrder),
		...checkedTotals(ofOrder),
	} as unknown as IDataObject;
}
