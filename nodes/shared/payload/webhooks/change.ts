import { z } from 'zod/v4';

import { readText, readTimestamp, textAt } from '../values/webhookValues';
import { readContacts, readCustomer, type People } from './customer';
import {
	unread,
	type IncomingMessage,
	type IncomingStatus,
	type Origin,
	type Part,
	type UnreadPart,
} from './deliveryParts';
import { subjectOf } from './statusSubject';
import { MESSAGES_FIELD, STANDBY_FIELD } from './webhookFields';

const change = z.object({ field: z.string(), value: z.unknown().optional() });

const lists = z.object({
	metadata: z.unknown().optional(),
	contacts: z.unknown().optional(),
	messages: z.unknown().optional(),
	statuses: z.unknown().optional(),
	errors: z.unknown().optional(),
	message_echoes: z.unknown().optional(),
});

type Lists = z.infer<typeof lists>;

/** The field `standby` has its lists one level deeper. Both are read, in whichever field. Facts 15.4. */
const value = lists.extend({ standby: z.unknown().optional() });

const message = z.object({ type: z.string() }).passthrough();

const status = z.object({ id: z.string().min(1), status: z.string() }).passthrough();

const NO_LIST = 'The change holds no list where one should be.';

/**
 * The parts of a change. Other fields than `messages` and `standby` yield nothing: what they tell is
 * not about a message, such as who holds a chat now (`messaging_handovers`, facts 15.4).
 *
 * @param account where the entry says that it arrived
 */
export function readChange(raw: unknown, account: Origin): Part[] {
	const known = change.safeParse(raw);
	if (!known.success) return [unread('The change has no field.', raw, account)];
	const { field } = known.data;
	if (field !== MESSAGES_FIELD && field !== STANDBY_FIELD) return [];
	const isStandby = field === STANDBY_FIELD;
	const content = value.safeParse(known.data.value);
	if (!content.success) {
		return [unread('The change has no content.', raw, { ...account, standby: isStandby })];
	}
	const { standby, ...outer } = content.data;
	const inner = lists.safeParse(standby);
	const levels = inner.success ? [outer, inner.data] : [outer];
	const origin = { ...account, ...numberIn(levels), standby: isStandby };
	const contacts = levels.flatMap((one) => (Array.isArray(one.contacts) ? one.contacts : []));
	const parts = [
		...readLists(outer, contacts, raw, origin),
		...(inner.success ? readLists(inner.data, contacts, raw, { ...origin, standby: true }) : []),
		...(isStandby && !inner.success && standby != null ? [unread(NO_LIST, raw, origin)] : []),
	];
	const hasNone = parts.length === 0 && !levels.some(hasList);
	return hasNone ? [unread('The change has neither messages nor statuses.', raw, origin)] : parts;
}

/** The number that the change is about, as the first level says that names it. */
function numberIn(levels: Lists[]): Pick<Origin, 'phoneNumberId' | 'displayPhoneNumber'> {
	const named = (key: string) =>
		levels.map(({ metadata }) => textAt(metadata, key)).find((text) => text !== null) ?? null;
	return {
		phoneNumberId: named('phone_number_id'),
		displayPhoneNumber: named('display_phone_number'),
	};
}

const hasList = ({ messages, statuses, errors, message_echoes: echoes }: Lists): boolean =>
	[messages, statuses, errors, echoes].some(Array.isArray);

/** @param raw the change, for what cannot be told apart from it */
function readLists(given: Lists, contacts: unknown[], raw: unknown, origin: Origin): Part[] {
	const read = (list: unknown, one: (raw: unknown, people: People) => Part[]): Part[] => {
		if (list === undefined || list === null) return [];
		if (!Array.isArray(list)) return [unread(NO_LIST, raw, origin)];
		const people = readContacts(contacts, list.length);
		return list.flatMap((part: unknown) => one(part, people));
	};
	return [
		...read(given.messages, (one, people) => [readMessage(one, people, origin)]),
		...read(given.statuses, (one, people) => [readStatus(one, people, origin)]),
		...read(given.errors, (one) => [
			unread('Meta reports a fault that belongs to no message.', one, origin),
		]),
		// The business or its agent wrote these. Taken for a customer's, they would be answered.
		...read(given.message_echoes, () => []),
	];
}

function readMessage(raw: unknown, people: People, origin: Origin): IncomingMessage | UnreadPart {
	const read = message.safeParse(raw);
	if (!read.success) return unread('The message has no type.', raw, origin);
	const { id, type, timestamp, from, from_user_id: userId } = read.data;
	return {
		kind: 'message',
		messageId: readText(id),
		type,
		sentAt: readTimestamp(timestamp),
		customer: readCustomer(from, userId, people),
		...origin,
		message: read.data,
	};
}

function readStatus(raw: unknown, people: People, origin: Origin): IncomingStatus | UnreadPart {
	const read = status.safeParse(raw);
	if (!read.success) return unread('The status has no ID or no name.', raw, origin);
	const { id, timestamp, recipient_id: phone, recipient_user_id: userId, from } = read.data;
	return {
		kind: 'status',
		messageId: id,
		subject: subjectOf(read.data),
		status: read.data.status,
		statusAt: readTimestamp(timestamp),
		// The status of a payment may name the payer there. Facts 12.5.
		customer: readCustomer(phone ?? from, userId, people),
		...origin,
		report: read.data,
	};
}
