import type { NumberCountry } from '../phones/readPhone';
import { identitiesOf, personOf } from '../rules/identities';
import { addressOf, identityIn, phoneIn, readRecipient } from '../rules/recipient';
import { isRecord } from '../values/objects';
import { textLike, trimmed } from '../values/text';
import type { PastOrder } from './pastOrders';

/** All orders of one customer. */
export interface CustomerOrders {
	/** The user id if one is known, else the phone or whatever identity was given; null without one. */
	key: string | null;
	/** Whether the key can be written to as it is. */
	isAddress: boolean;
	orders: OrderOfCountry[];
}

/** An order with the country of its customer's number, where that has no country code. */
export interface OrderOfCountry extends PastOrder {
	home?: NumberCountry | null;
}

/**
 * Gathers orders by customer, in the order in which the customers first appear. Spellings of one number are the same
 * customer (facts 17.9), and so are a phone in one order and that phone with a user id in another (facts 0.8). Orders
 * without a customer belong together.
 */
export function groupByCustomer(orders: OrderOfCountry[]): CustomerOrders[] {
	const read = orders.map((order) => ({
		order,
		who: whoOrdered(order.customer, order.home ?? null),
	}));
	const userIds = new Map<string, string>();
	for (const { who } of read) {
		if (who?.phone != null && who.userId !== null) userIds.set(who.phone, who.userId);
	}
	const groups = new Map<string | null, CustomerOrders>();
	for (const { order, who } of read) {
		const userId = who === null ? undefined : userIds.get(who.person);
		const person = userId ?? who?.person ?? null;
		const group = groups.get(person) ?? {
			key: userId ?? who?.key ?? null,
			isAddress: userId !== undefined || who?.isAddress === true,
			orders: [],
		};
		group.orders.push(order);
		groups.set(person, group);
	}
	return [...groups.values()];
}

interface Orderer {
	key: string;
	isAddress: boolean;
	/** The same for all spellings of the key. */
	person: string;
	phone: string | null;
	userId: string | null;
}

/** Null where the order names nobody. */
function whoOrdered(customer: unknown, home: NumberCountry | null): Orderer | null {
	const isKeyOnly = isRecord(customer) && identityIn(customer) === undefined;
	const given = isKeyOnly ? customer.key : customer;
	const known = identitiesOf(given, home);
	const read = readRecipient(given, home);
	if (!('rule' in read)) {
		return { ...known, key: addressOf(read), isAddress: true, person: personOf(read) };
	}
	const text = textLike(identityIn(given));
	if (typeof text !== 'string' || trimmed(text) === '') return null;
	return { ...known, key: trimmed(text), isAddress: false, person: trimmed(text) };
}

/**
 * The customer with the phone number that the latest order has, where the key is a user ID: some messages go to a
 * phone number only (facts 17.8).
 */
export function withPhone(key: string | null, orders: OrderOfCountry[]): unknown {
	const read = readRecipient(key);
	if ('rule' in read || 'to' in read) return key;
	const phones = orders
		.toSorted((a, b) => (b.placedAt ?? 0) - (a.placedAt ?? 0))
		.flatMap(({ customer, home }) =>
			isRecord(customer) ? (phoneIn(customer, home ?? null) ?? []) : [],
		);
	// Read already, and not to be measured by the plans once more.
	return phones[0] === undefined ? key : { userId: key, wa_id: phones[0] };
}
