import type { IDataObject } from 'n8n-workflow';

import {
	type CustomerOrders,
	groupByCustomer,
	type OrderOfCountry,
} from '../../../../shared/payload/reorder/customerGroups';
import {
	type OrderColumns,
	type PastOrder,
	readPastOrders,
} from '../../../../shared/payload/reorder/pastOrders';
import { isWebhookNumber } from '../../../../shared/payload/rules/identities';
import { isBlank, textLike } from '../../../../shared/payload/values/text';
import { numberCountry } from '../../../fields/options/numberCountry';
import { orderColumns } from '../../../fields/orderColumns';
import { recipient } from '../../../fields/recipient';
import { asItems, type Items } from '../../../items/items';
import type { Run } from '../../../items/run';
import { notAnOrder } from '../notAnOrder';
import { chooseForm } from './chooseForm';
import { checkCatalogs, chooseProducts } from './chooseProducts';
import { findCatalog, rankProducts } from './rankProducts';
import { type Customer, failed, type Failed, type Reorder, step } from './reorder';

/** Plans the messages of a run: orders in, customers out, with the products that each can be offered. */
export async function planReorders(run: Run): Promise<Reorder[]> {
	const customers = readCustomers(run);
	const ranked = await step(run, customers, async (one) => rankProducts(run, one));
	const located = await step(run, ranked, async (one) => await findCatalog(run, one));
	const checks = await checkCatalogs(run, located);
	const chosen = await step(run, located, async (one) => await chooseProducts(run, one, checks));
	const planned = await step(run, chosen, async (one) => chooseForm(run, one));
	return planned.toSorted((a, b) => a.items[0] - b.items[0]);
}

function readCustomers(run: Run): Array<Customer | Failed> {
	const items = run.input.map(({ json }) => json);
	const columns = orderColumns.read(run);
	const { orders, unread } = readPastOrders(items, columns);
	const addressed = orders.map((order) => withRecipient(run, order));
	const readable = addressed.flatMap((one) => ('failure' in one ? [] : [one]));
	return [
		...unread.map((item) => noOrder(run, item, items[item] ?? {}, columns)),
		...addressed.flatMap((one) => ('failure' in one ? [one] : [])),
		...groupByCustomer(readable).map(ofOrders),
	];
}

const ofOrders = ({ key, isAddress, orders }: CustomerOrders): Customer => ({
	...nobody(asItems(orders.flatMap((order) => order.items).toSorted((a, b) => a - b))),
	customerKey: key,
	isAddress,
	orders,
});

/** Input items before it is known whose they are. */
const nobody = (items: Items): Customer => ({
	items,
	customerKey: null,
	isAddress: false,
	orders: [],
	undated: 0,
	dropped: [],
	matched: [],
});

/**
 * The order with the recipient that the builder gave in the place of its customer, and the country of numbers without a
 * country code.
 */
function withRecipient(run: Run, order: PastOrder): OrderOfCountry | Failed {
	const items = asItems(order.items);
	try {
		const home = numberCountry.read(run, items[0], order.displayPhoneNumber);
		const given = textLike(recipient.read(run, items[0]));
		const isGiven = typeof given !== 'string' || !isBlank(given);
		if (!isGiven) return { ...order, home };
		const isWebhooks = isWebhookNumber(given, run.input[items[0]]?.json);
		return { ...order, home, customer: isWebhooks ? { wa_id: given } : given };
	} catch (reason) {
		return failed(run, nobody(items), reason);
	}
}

function noOrder(run: Run, item: number, json: IDataObject, columns: OrderColumns): Failed {
	const names = Object.keys(json).slice(0, 8).join(', ');
	const sentence = `The item has neither the lines of an order nor a SKU${names === '' ? '' : `; its fields are ${names}`}. Give orders as the WhatsApp Commerce Trigger yields them, or say under Columns which column holds the SKU.`;
	const problem = { field: orderColumns.property.displayName, sentence };
	return failed(run, nobody([item]), notAnOrder(run, item, json, problem, columns));
}
