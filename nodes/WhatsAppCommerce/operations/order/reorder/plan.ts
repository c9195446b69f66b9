import type { IDataObject } from 'n8n-workflow';

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
import { readUnavailableChoice } from '../../../fields/options/message';
import { orderColumns } from '../../../fields/orderColumns';
import { orderCatalog } from '../../../fields/orderDefaults';
import { recipient } from '../../../fields/recipient';
import { tiedToItem } from '../../../items/failure';
import type { InputProblems } from '../../../items/inputProblems';
import { asItems, type Items } from '../../../items/items';
import type { Run } from '../../../items/run';
import { notAnOrder } from '../notAnOrder';
import { chooseForm } from './chooseForm';
import { chooseProducts } from './chooseProducts';
import { readPick } from './pickFields';
import { EMPTY, type Reorder } from './reorder';

/** Plans the messages of a run: orders in, customers out, with the products that each can be offered. */
export async function planReorders(run: Run): Promise<Reorder[]> {
	const items = run.input.map(({ json }) => json);
	const columns = orderColumns.read(run);
	const { orders, unread } = readPastOrders(items, columns);
	const addressed = orders.map((order) => withRecipient(run, order));
	const reorders = [
		...unread.map((item) => noOrder(run, item, items[item] ?? {}, columns)),
		...addressed.flatMap(({ failed }) => failed ?? []),
		...groupByCustomer(addressed.flatMap(({ order }) => order ?? [])).map(startOf),
	];
	for (const reorder of reorders) await pick(run, reorder);
	await chooseProducts(run, reorders);
	for (const reorder of reorders) chooseForm(run, reorder);
	return reorders.sort((a, b) => a.items[0] - b.items[0]);
}

const startOf = ({ key, orders }: CustomerOrders): Reorder => ({
	...EMPTY,
	items: asItems(orders.flatMap((order) => order.items).sort((a, b) => a - b)),
	customerKey: key,
	orders,
});

/** The order with the recipient that the builder gave in the place of its customer. */
function withRecipient(run: Run, order: PastOrder): { order?: PastOrder; failed?: Reorder } {
	const items = asItems(order.items);
	const [item] = items;
	try {
		const given = textLike(recipient.read(run, item));
		const isGiven = typeof given !== 'string' || !isBlank(given);
		return { order: isGiven ? { ...order, customer: given } : order };
	} catch (reason) {
		return { failed: failedAt(run, reason, items) };
	}
}

function failedAt(run: Run, reason: unknown, items: Items): Reorder {
	const failure = tiedToItem(run, reason, items[0]);
	return { ...EMPTY, items, customerKey: null, orders: [], failure };
}

function noOrder(run: Run, item: number, json: IDataObject, columns: OrderColumns): Reorder {
	const names = Object.keys(json).slice(0, 8).join(', ');
	const sentence = `The item has neither the lines of an order nor a SKU${names === '' ? '' : `; its fields are ${names}`}. Give orders as the WhatsApp Commerce Trigger yields them, or say under Columns which column holds the SKU.`;
	const error = notAnOrder(run, item, json, { field: 'Columns', sentence }, columns);
	return failedAt(run, error, [item]);
}

/** Ranks what the customer bought. Costs no request, unless the connected catalog has to be asked for. */
async function pick(run: Run, reorder: Reorder): Promise<void> {
	if (reorder.failure) return;
	const [item] = reorder.items;
	try {
		if (reorder.customerKey === null) throw noCustomer(run, item);
		const choices = readPick(run, item);
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
		reorder.unavailable = readUnavailableChoice(run, item);
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
		reorder.catalogId = await orderCatalog.read(run, item, catalogId);
	} catch (reason) {
		reorder.failure = tiedToItem(run, reason, item);
	}
}

function noCustomer(run: Run, item: number): InputProblems {
	const sentence =
		'The order names no customer. Say under Columns which column holds the customer, or enter a Recipient.';
	return run.problem('Recipient', sentence, item);
}
