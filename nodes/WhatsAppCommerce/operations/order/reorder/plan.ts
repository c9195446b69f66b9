import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { Graph } from '../../../../shared/graph/connection';
import {
	type CustomerOrders,
	groupByCustomer,
} from '../../../../shared/payload/reorder/customerGroups';
import { newestFirst } from '../../../../shared/payload/reorder/orderedProducts';
import {
	type OrderColumns,
	type PastOrder,
	readPastOrders,
} from '../../../../shared/payload/reorder/pastOrders';
import { pickProducts } from '../../../../shared/payload/reorder/pickProducts';
import { isBlank, textLike } from '../../../../shared/payload/values/text';
import { readOrderCatalog } from '../../../fields/orderDefaults';
import { readOrderColumns } from '../../../fields/orderColumns';
import { readPick } from './pickFields';
import { DraftError } from '../../../items/draftError';
import { tiedToItem } from '../../../items/failure';
import { unavailableChoice } from '../../../sending/catalogCheck';
import { chooseForm } from './chooseForm';
import { chooseProducts } from './chooseProducts';
import { notAnOrder } from '../notAnOrder';
import { EMPTY, type Reorder } from './reorder';

/** Plans the messages of a run: orders in, customers out, with the products that each can be offered. */
export async function planReorders(this: IExecuteFunctions, graph: Graph): Promise<Reorder[]> {
	const items = this.getInputData().map(({ json }) => json);
	const columns = readOrderColumns.call(this);
	const { orders, unread } = readPastOrders(items, columns);
	const addressed = orders.map((order) => withRecipient.call(this, order));
	const reorders = [
		...unread.map((item) => noOrder.call(this, item, items[item], columns)),
		...addressed.flatMap(({ failed }) => failed ?? []),
		...groupByCustomer(addressed.flatMap(({ order }) => order ?? [])).map(startOf),
	];
	for (const reorder of reorders) await pick.call(this, reorder, graph);
	await chooseProducts.call(this, reorders, graph);
	for (const reorder of reorders) chooseForm.call(this, reorder);
	return reorders.sort((a, b) => a.items[0] - b.items[0]);
}

const startOf = ({ key, orders }: CustomerOrders): Reorder => ({
	...EMPTY,
	items: orders.flatMap((order) => order.items).sort((a, b) => a - b),
	customerKey: key,
	orders,
});

/** The order with the recipient that the builder gave in the place of its customer. */
function withRecipient(
	this: IExecuteFunctions,
	order: PastOrder,
): { order?: PastOrder; failed?: Reorder } {
	const [item] = order.items;
	try {
		const given = textLike(this.getNodeParameter('recipient', item, ''));
		const isGiven = typeof given !== 'string' || !isBlank(given);
		return { order: isGiven ? { ...order, customer: given } : order };
	} catch (reason) {
		return { failed: failedAt.call(this, reason, order.items) };
	}
}

function failedAt(this: IExecuteFunctions, reason: unknown, items: number[]): Reorder {
	const failure = tiedToItem.call(this, reason, items[0]);
	return { ...EMPTY, items, customerKey: null, orders: [], failure };
}

function noOrder(
	this: IExecuteFunctions,
	item: number,
	json: IDataObject,
	columns: OrderColumns,
): Reorder {
	const names = Object.keys(json).slice(0, 8).join(', ');
	const sentence = `The item has neither the lines of an order nor a SKU${names === '' ? '' : `; its fields are ${names}`}. Give orders as the WhatsApp Commerce Trigger yields them, or say under Columns which column holds the SKU.`;
	const error = notAnOrder.call(this, item, json, { field: 'Columns', sentence }, columns);
	return failedAt.call(this, error, [item]);
}

/** Ranks what the customer bought. Costs no request, unless the connected catalog has to be asked for. */
async function pick(this: IExecuteFunctions, reorder: Reorder, graph: Graph): Promise<void> {
	if (reorder.failure) return;
	const [item] = reorder.items;
	try {
		if (reorder.customerKey === null) throw noCustomer.call(this, item);
		const choices = readPick.call(this, item);
		reorder.choices = choices;
		const latestAt = Math.max(...reorder.orders.map(({ placedAt }) => placedAt ?? 0));
		if (latestAt > choices.quietSince) {
			reorder.skipped = `The customer ordered at ${new Date(latestAt).toISOString()}, which is within the days to skip.`;
			return;
		}
		const undated = reorder.orders.filter(({ placedAt }) => placedAt === null).length;
		if (undated > 0 && choices.quietSince < Infinity) {
			reorder.undated = undated;
			reorder.skipped =
				'The time of an order of this customer cannot be read, so it may be within the days to skip.';
			return;
		}
		const picked = pickProducts(reorder.orders, choices.pick, choices.since);
		reorder.unavailable = unavailableChoice.call(this, item);
		reorder.ranked = picked.skus;
		reorder.lastQuantities = picked.lastQuantities;
		reorder.undated = picked.undated;
		if (picked.skus.length === 0) {
			const isEmpty = reorder.orders.every(({ lines }) => lines.length === 0);
			reorder.skipped = isEmpty
				? 'The orders of this customer hold no products.'
				: 'The customer bought nothing in the chosen time.';
			return;
		}
		const named = newestFirst(reorder.orders).find(({ catalogId }) => catalogId !== null);
		const catalogId = named?.catalogId ?? null;
		reorder.catalogId = await readOrderCatalog.call(this, item, graph, catalogId);
	} catch (reason) {
		reorder.failure = tiedToItem.call(this, reason, item);
	}
}

function noCustomer(this: IExecuteFunctions, item: number): DraftError {
	const sentence =
		'The order names no customer. Say under Columns which column holds the customer, or enter a Recipient.';
	return new DraftError(this.getNode(), [{ field: 'Recipient', sentence }], item);
}
