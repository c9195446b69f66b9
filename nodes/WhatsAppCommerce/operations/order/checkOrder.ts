import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import type { Graph } from '../../../shared/graph/connection';
import { readRefusedError } from '../../../shared/graph/refusals/readRefused';
import { rememberedSkus } from '../../../shared/graph/catalog/rememberedSkus';
import type { SkuLookup } from '../../../shared/graph/catalog/skuLookup';
import {
	checkLine,
	suggestedAction,
	type CheckedLine,
} from '../../../shared/payload/orderCheck/orderCheck';
import { checkedTotals } from '../../../shared/payload/orderCheck/totals';
import { lineSentence, orderSentence } from '../../../shared/payload/orderCheck/words';
import {
	readOrderToCheck,
	type OrderToCheck,
} from '../../../shared/payload/orderCheck/orderToCheck';
import { textLike } from '../../../shared/payload/values/text';
import { orderCatalogField, readOrderCatalog } from '../../fields/orderDefaults';
import { failedItem, tiedToItem, type NodeFailure } from '../../items/failure';
import type { Operation } from '../../items/operation';
import { notAnOrder } from './notAnOrder';

const properties: INodeProperties[] = [
	{
		displayName:
			'Put this behind the WhatsApp Commerce Trigger, with either output: each order, or each of its lines, comes out with what the catalog says about it now.',
		name: 'checkNotice',
		type: 'notice',
		default: '',
	},
	orderCatalogField,
];

export const description = updateDisplayOptions(
	{ show: { resource: ['order'], operation: ['checkOrder'] } },
	properties,
);

/** An input item on its way. */
interface Entry {
	item: number;
	json: IDataObject;
	order?: OrderToCheck;
	catalogId?: string;
	lines: CheckedLine[];
	failure?: NodeFailure;
}

/** Each item with what has changed since the customer ordered; each catalog is asked once a run. */
export const execute: Operation = async function (graph) {
	const entries: Entry[] = [];
	for (const [item, { json }] of this.getInputData().entries()) {
		entries.push(await read.call(this, item, json, graph));
	}
	await compare.call(this, entries, graph);
	const failed = entries.find(({ failure }) => failure)?.failure;
	if (failed && !this.continueOnFail()) throw failed;
	const lines = linesByOrder(entries);
	return entries.map((entry): INodeExecutionData => {
		const { item, failure } = entry;
		if (failure) return failedItem.call(this, failure, [item]);
		return { json: outputOf(entry, lines.get(orderKey(entry)) ?? []), pairedItem: { item } };
	});
};

async function read(
	this: IExecuteFunctions,
	item: number,
	json: IDataObject,
	graph: Graph,
): Promise<Entry> {
	try {
		const order = readOrderToCheck(json);
		if (!order) {
			throw notAnOrder.call(this, item, json, { field: 'Order', sentence: NEITHER });
		}
		const catalogId = await readOrderCatalog.call(this, item, graph, order.catalogId);
		return { item, json, order, catalogId, lines: [] };
	} catch (reason) {
		return { item, json, lines: [], failure: tiedToItem.call(this, reason, item) };
	}
}

const NEITHER =
	'The item has neither "lines" nor a "sku". Give orders as the WhatsApp Commerce Trigger yields them: whole ones, or one item for each line.';

async function compare(this: IExecuteFunctions, entries: Entry[], graph: Graph): Promise<void> {
	const wanted = new Map<string, Set<string>>();
	for (const { catalogId, order } of entries) {
		if (catalogId === undefined || !order) continue;
		const skus = wanted.get(catalogId) ?? new Set();
		for (const { sku } of order.lines) if (sku !== null) skus.add(sku);
		wanted.set(catalogId, skus);
	}
	const lookups = new Map<string, SkuLookup>();
	for (const [catalogId, skus] of wanted) {
		lookups.set(catalogId, await rememberedSkus(graph, catalogId, skus));
	}
	for (const entry of entries) {
		const lookup = lookups.get(entry.catalogId ?? '');
		if (!lookup || !entry.order) continue;
		if (!lookup.ok) entry.failure = readRefusedError(this.getNode(), lookup.refusal, entry.item);
		else {
			entry.lines = entry.order.lines.map((line) =>
				checkLine(line, lookup.value.get(line.sku ?? '')),
			);
		}
	}
}

/** Lines that came one by one belong to their order by its id; whole orders stand for themselves. */
function orderKey({ item, order }: Entry): string {
	return order?.isWhole || !order?.orderId ? `item ${item}` : `order ${order.orderId}`;
}

/** A line that comes twice counts once: it has its order's id, its number and its SKU. */
function linesByOrder(entries: Entry[]): Map<string, CheckedLine[]> {
	const orders = new Map<string, CheckedLine[]>();
	const seen = new Set<string>();
	for (const entry of entries) {
		const key = orderKey(entry);
		const ofOrder = orders.get(key) ?? [];
		orders.set(key, ofOrder);
		const { line, sku } = entry.json;
		const row = JSON.stringify([key, textLike(line), sku]);
		const isRepeated = !entry.order?.isWhole && textLike(line) !== '' && seen.has(row);
		seen.add(row);
		if (isRepeated) continue;
		for (const checked of entry.lines) ofOrder.push(checked);
	}
	return orders;
}

/** The item as it came, with what the check says about its lines and about the whole order. */
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
