import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { askEachCatalog } from '../../../shared/graph/catalog/askEachCatalog';
import { matchedSkus } from '../../../shared/graph/catalog/matchedSkus';
import type { MatchMode } from '../../../shared/payload/catalog/skuMatching/matchMode';
import type { MatchedSku } from '../../../shared/payload/catalog/skuMatching/matchSku';
import {
	type CheckedLine,
	checkLine,
	suggestedAction,
} from '../../../shared/payload/orderCheck/orderCheck';
import {
	type OrderToCheck,
	readOrderToCheck,
} from '../../../shared/payload/orderCheck/orderToCheck';
import { checkedTotals } from '../../../shared/payload/orderCheck/totals';
import { lineSentence, orderSentence } from '../../../shared/payload/orderCheck/words';
import type { OrderColumns } from '../../../shared/payload/reorder/pastOrders';
import { textLike } from '../../../shared/payload/values/text';
import { ordersIn } from '../../../shared/payload/webhooks/metaOrders';
import { matchOptions, matchSkus } from '../../fields/options/matchSkus';
import { orderColumns } from '../../fields/orderColumns';
import { orderCatalog } from '../../fields/orderDefaults';
import { failedItem, type NodeFailure, tiedToItem } from '../../items/failure';
import { operation } from '../../items/operation';
import type { Run } from '../../items/run';
import { notAnOrder } from './notAnOrder';

/** Each item with what has changed since the customer ordered; each catalog is asked once a run. */
export const checkOrder = operation({
	resource: 'order',
	value: 'checkOrder',
	name: 'Check Order Against Catalog',
	action: 'Check an order against the catalog',
	description:
		'Compare each line of an order with the catalog of now: price changed, out of stock or gone, with totals and a suggested action',
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
			for (const one of ordersIn(json)) {
				entries.push(await read(run, item, one as IDataObject, columns));
			}
		}
		await compare(run, entries);
		const failed = entries.find(({ failure }) => failure)?.failure;
		if (failed && !run.continuesOnFail) throw failed;
		const linesOf = linesByOrder(entries);
		return entries.map((entry): INodeExecutionData => {
			const { item, failure } = entry;
			if (failure) return failedItem(run, failure, [item]);
			return { json: outputOf(entry, linesOf(entry)), pairedItem: { item } };
		});
	},
});

/** An input item, with what is known about its order so far. */
interface Entry {
	item: number;
	json: IDataObject;
	order?: OrderToCheck;
	catalogId?: string;
	matchMode: MatchMode;
	lines: Array<CheckedLine & { matched: MatchedSku | null }>;
	failure?: NodeFailure;
}

async function read(
	run: Run,
	item: number,
	json: IDataObject,
	columns: OrderColumns,
): Promise<Entry> {
	const none = { item, json, lines: [], matchMode: 'exact' } as const;
	try {
		const order = readOrderToCheck(json, columns);
		if (!order) {
			const sentence = `The item has neither "${columns.lines}" nor a "${columns.sku}". Give orders as the WhatsApp Commerce Trigger or Meta yields them, or say under Columns which columns hold them.`;
			throw notAnOrder(run, item, json, { field: 'Order', sentence }, columns);
		}
		const matchMode = matchSkus.read(run, item);
		const catalogId = await orderCatalog.read(run, item, order.catalogId);
		return { ...none, order, catalogId, matchMode, lines: [] };
	} catch (reason) {
		return { ...none, lines: [], failure: tiedToItem(run, reason, item) };
	}
}

async function compare(run: Run, entries: Entry[]): Promise<void> {
	for (const mode of new Set(entries.map(({ matchMode }) => matchMode))) {
		const alike = entries.filter(({ matchMode }) => matchMode === mode);
		const wanted = alike.flatMap(({ catalogId, order }) =>
			catalogId === undefined || !order
				? []
				: [{ catalogId, skus: order.lines.flatMap(({ sku }) => sku ?? []) }],
		);
		const lookups = await askEachCatalog(
			wanted,
			async (catalogId, skus) => await matchedSkus(run.graph, catalogId, skus, { mode }),
		);
		for (const entry of alike) {
			const lookup = lookups.get(entry.catalogId ?? '');
			if (!lookup || !entry.order) continue;
			if (!lookup.ok) entry.failure = run.readRefused(lookup.refusal, entry.item);
			else {
				const { found, matched } = lookup.value;
				entry.lines = entry.order.lines.map((line) => {
					const match = matched.get(line.sku ?? '') ?? null;
					return { ...checkLine(line, found.get(match?.sku ?? line.sku ?? '')), matched: match };
				});
			}
		}
	}
}

/**
 * The lines of the order that an entry belongs to: its own, or those of all rows of its order. A line
 * that comes twice counts once: it has its order's key, its number and its SKU.
 */
function linesByOrder(entries: Entry[]): (entry: Entry) => CheckedLine[] {
	const orders = new Map<string, CheckedLine[]>();
	const seen = new Set<string>();
	for (const { order, json, lines } of entries) {
		const key = order?.key ?? null;
		if (key === null) continue;
		const ofOrder = orders.get(key) ?? [];
		orders.set(key, ofOrder);
		const number = textLike(json.line);
		const row = JSON.stringify([key, number, lines.map(({ sku }) => sku)]);
		const isRepeated = number !== '' && seen.has(row);
		seen.add(row);
		if (!isRepeated) ofOrder.push(...lines);
	}
	return ({ order, lines }) => (order?.key == null ? lines : (orders.get(order.key) ?? []));
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
