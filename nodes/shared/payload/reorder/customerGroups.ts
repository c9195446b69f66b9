import { addressOf, identityIn, readRecipient } from '../rules/recipient';
import { isObject } from '../values/objects';
import { textLike, trimmed } from '../values/text';
import type { PastOrder } from './pastOrders';

/** All orders of one customer. */
export interface CustomerOrders {
	/** The user id if one is known, else the phone or whatever identity was given; null without one. */
	key: string | null;
	orders: PastOrder[];
}

/**
 * Gathers orders by customer, in the order in which the customers first appear. A customer who is
 * known by phone in one order and by phone and user id in another is the same (facts 0.8). Orders
 * without a customer belong together.
 */
export function groupByCustomer(orders: PastOrder[]): CustomerOrders[] {
	const userIds = userIdsByPhone(orders);
	const groups = new Map<string | null, PastOrder[]>();
	for (const order of orders) {
		const key = keyOf(order.customer);
		const known = (key !== null && userIds.get(key)) || key;
		groups.set(known, [...(groups.get(known) ?? []), order]);
	}
	return [...groups].map(([key, ofCustomer]) => ({ key, orders: ofCustomer }));
}

function userIdsByPhone(orders: PastOrder[]): Map<string, string> {
	const userIds = new Map<string, string>();
	for (const { customer } of orders) {
		if (!isObject(customer)) continue;
		const user = normalized(customer.userId);
		const number = normalized(customer.phone);
		if (user !== null && number !== null) userIds.set(number, user);
	}
	return userIds;
}

/** The same key however a phone number is written. */
function keyOf(customer: unknown): string | null {
	if (!isObject(customer)) return normalized(customer);
	return normalized(identityIn(customer) ?? customer.key);
}

function normalized(identity: unknown): string | null {
	const read = readRecipient(identity);
	if (!('rule' in read)) return addressOf(read);
	const text = textLike(identity);
	return typeof text === 'string' && trimmed(text) !== '' ? trimmed(text) : null;
}

/**
 * The customer with the phone number that the latest order has, where the key is a user ID: some messages go to a
 * phone number only (facts 17.8).
 */
export function withPhone(key: string | null, orders: PastOrder[]): unknown {
	const read = readRecipient(key);
	if ('rule' in read || 'to' in read) return key;
	const phones = orders
		.toSorted((a, b) => (b.placedAt ?? 0) - (a.placedAt ?? 0))
		.map(({ customer }) => (isObject(customer) ? customer.phone : undefined));
	const phone = phones.find((one) => 'to' in readRecipient(one));
	return phone === undefined ? key : { userId: key, phone };
}
