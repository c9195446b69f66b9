import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { askEachCatalog } from '../../../shared/graph/catalog/askEachCatalog';
import { decidePrices } from '../../../shared/graph/catalog/decidePrices';
import { rememberedSkus } from '../../../shared/graph/catalog/rememberedSkus';
import {
	type CheckedLine,
	checkLine,
	suggestedAction,
} from '../../../shared/payload/orderCheck/orderCheck';
import { readOrderToCheck } from '../../../shared/payload/orderCheck/orderToCheck';
import { learnFromLines } from '../../../shared/payload/orderCheck/priceComparison';
import { checkedTotals } from '../../../shared/payload/orderCheck/totals';
import { lineSentence, orderSentence } from '../../../shared/payload/orderCheck/words';
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
	],
	async execute(run) {
		const entries: Entry[] = [];
		for (const [item, { json }] of run.input.entries()) entries.push(await read(run, item, json));
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

async function read(run: Run, item: number, json: IDataObject): Promise<Entry> {
	try {
		const order = readOrderToCheck(json);
		if (!order) {
			throw notAnOrder(run, item, json, { field: 'Order', sentence: NEITHER });
		}
		const catalogId = await orderCatalog.read(run, item, order.catalogId);
		return { item, json, order, catalogId, lines: [] };
	} catch (reason) {
		return { item, json, lines: [], failure: tiedToItem(run, reason, item) };
	}
}

const NEITHER =
	'The item has neither "lines" nor a "sku". Give orders as the WhatsApp Commerce Trigger yields them: whole ones, or one item for each line.';

async function compare(run: Run, entries: Entry[]): Promise<void> {
	const wanted = entries.flatMap(({ catalogId, order }) =>
		catalogId === undefined || !order
			? []
			: [{ catalogId, skus: order.lines.flatMap(({ sku }) => sku ?? []) }],
	);
	const lookups = await askEachCatalog(
		wanted,
		async (catalogId, skus) => await rememberedSkus(run.graph, catalogId, skus),
	);
	for (const { catalogId = '', order } of entries) {
		const lookup = lookups.get(catalogId);
		if (lookup?.ok) learnFromLines(order?.lines ?? [], lookup.value);
	}
	for (const [catalogId, lookup] of lookups) {
		if (lookup.ok) await decidePrices(run.graph, catalogId, lookup.value.values());
	}
	const now = Date.now();
	const before = unitsBefore(entries);
	for (const entry of entries) {
		const lookup = lookups.get(entry.catalogId ?? '');
		if (!lookup || !entry.order) continue;
		if (!lookup.ok) entry.failure = run.readRefused(lookup.refusal, entry.item);
		else {
			entry.lines = entry.order.lines.map((line, index) => {
				const at = { now, unitsBefore: before.get(entry)?.[index] ?? 0 };
				return checkLine(line, lookup.value.get(line.sku ?? ''), at);
			});
		}
	}
}

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
