import { samePhone } from '../phones/spellings';
import type { NumberCountry } from '../phones/readPhone';
import { isRecord } from '../values/objects';
import {
	isOfWebhook,
	PHONES,
	readIdentityAt,
	readRecipient,
	type Recipient,
	USER_IDS,
} from './recipient';

/**
 * Who a recipient is, for comparing: the same for all spellings of one number (facts 17.9). Messages go to the address as it
 * was read.
 */
export const personOf = (recipient: Recipient): string =>
	'to' in recipient ? samePhone(recipient.to) : recipient.recipient;

/** What one person is known by. Each part may be missing (facts 0.8). */
export interface Identities {
	/** Plus and digits, in the spelling that all of one number have in common. */
	phone: string | null;
	userId: string | null;
}

const NOBODY: Identities = { phone: null, userId: null };

/** What a customer is known by: a whole customer as a rule by both, a text by one of them. */
export function identitiesOf(customer: unknown, home: NumberCountry | null): Identities {
	if (!isRecord(customer)) {
		const read = readRecipient(customer, home);
		if ('rule' in read) return { ...NOBODY };
		return 'to' in read
			? { phone: samePhone(read.to), userId: null }
			: { phone: null, userId: read.recipient };
	}
	const found = { ...NOBODY };
	for (const key of [...USER_IDS, ...PHONES]) {
		const read = readIdentityAt(customer, key, home);
		if ('rule' in read) continue;
		if ('to' in read) found.phone ??= samePhone(read.to);
		else found.userId ??= read.recipient;
	}
	return found;
}

/**
 * What the recipient is known by, and what the items of the workflow know beside that: the customer of the trigger, a contact
 * or message of a webhook, a row with phone and user ID. Somebody else in an item counts for nothing.
 *
 * @param given the recipient as the builder gave it
 * @param items JSON of the items that the message is made from
 */
export function identitiesWith(
	given: unknown,
	items: unknown[],
	home: NumberCountry | null,
): Identities {
	const person = identitiesOf(given, home);
	for (const customer of items.flatMap(customersIn)) {
		if (person.phone !== null && person.userId !== null) break;
		const { phone, userId } = identitiesOf(customer, home);
		const isSame =
			(phone !== null && phone === person.phone) || (userId !== null && userId === person.userId);
		if (!isSame) continue;
		person.phone ??= phone;
		person.userId ??= userId;
	}
	return person;
}

/** The customer of an item, and the item as a row about one. */
function customersIn(item: unknown): unknown[] {
	if (!isRecord(item)) return [];
	const { customer } = item;
	return isRecord(customer) ? [customer, item] : [{ userId: customer, ...item }];
}

/** Whether a text is the number of a customer as a webhook gave it, by the item that it comes from. */
export function isWebhookNumber(given: unknown, item: unknown): boolean {
	if (typeof given !== 'string' || !isRecord(item)) return false;
	return [item.customer, item].some(
		(customer) =>
			isRecord(customer) &&
			PHONES.some((key) => customer[key] === given && isOfWebhook(customer, key)),
	);
}
