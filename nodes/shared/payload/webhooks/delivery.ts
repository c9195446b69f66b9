import { z } from 'zod/v4';

import { readText, readTimestamp, textAt } from '../values/webhookValues';
import { readContacts, readCustomer, type People } from './customer';
import {
	originOf,
	type IncomingMessage,
	type IncomingStatus,
	type Origin,
	type Part,
	type UnreadPart,
} from './deliveryParts';

/**
 * Reads Meta's webhook envelope. Tolerant on purpose: shapes change without notice, so each entry,
 * change, message and status is read on its own. One that cannot be read is kept raw with the reason,
 * and its neighbours are not affected. Facts 2.1, 2.7.
 */

const envelope = z.object({
	object: z.literal('whatsapp_business_account'),
	entry: z.array(z.unknown()),
});

const entry = z.object({ id: z.unknown().optional(), changes: z.array(z.unknown()) });

const change = z.object({ field: z.string(), value: z.unknown().optional() });

const value = z.object({
	metadata: z.unknown().optional(),
	contacts: z.unknown().optional(),
	messages: z.unknown().optional(),
	statuses: z.unknown().optional(),
	errors: z.unknown().optional(),
});

const message = z.object({ type: z.string() }).passthrough();

const status = z.object({ id: z.string().min(1), status: z.string() }).passthrough();

const NOWHERE: Origin = { phoneNumberId: null, displayPhoneNumber: null, businessAccountId: null };

const unread = (reason: string, raw: unknown, origin: Origin = NOWHERE): UnreadPart => ({
	kind: 'unread',
	...originOf(origin),
	reason,
	raw,
});

/**
 * Every message and status of every change of every entry of a delivery, in Meta's order. Other
 * fields than `messages` yield nothing. Never throws.
 *
 * @param body the parsed body of the delivery
 */
export function readDelivery(body: unknown): Part[] {
	const read = envelope.safeParse(body);
	if (!read.success)
		return [unread('The delivery is not one of a WhatsApp business account.', body)];
	return read.data.entry.flatMap((raw) => {
		const one = entry.safeParse(raw);
		const businessAccountId = textAt(raw, 'id');
		const origin = { ...NOWHERE, businessAccountId };
		if (!one.success) return [unread('The entry has no list of changes.', raw, origin)];
		return one.data.changes.flatMap((rawChange) => readChange(rawChange, origin));
	});
}

function readChange(raw: unknown, entryOrigin: Origin): Part[] {
	const known = change.safeParse(raw);
	if (!known.success) return [unread('The change has no field.', raw, entryOrigin)];
	if (known.data.field !== 'messages') return [];
	const content = value.safeParse(known.data.value);
	if (!content.success) return [unread('The change has no content.', raw, entryOrigin)];
	const { metadata, contacts, messages, statuses, errors } = content.data;
	const origin: Origin = {
		phoneNumberId: textAt(metadata, 'phone_number_id'),
		displayPhoneNumber: textAt(metadata, 'display_phone_number'),
		businessAccountId: entryOrigin.businessAccountId,
	};
	const read = (list: unknown, one: (raw: unknown, people: People) => Part): Part[] => {
		if (list === undefined) return [];
		if (!Array.isArray(list))
			return [unread('The change holds no list where one should be.', raw, origin)];
		const people = readContacts(contacts, list.length);
		return list.map((part: unknown) => one(part, people));
	};
	const parts = [
		...read(messages, (one, people) => readMessage(one, people, origin)),
		...read(statuses, (one, people) => readStatus(one, people, origin)),
		...read(errors, (one) =>
			unread('Meta reports a fault that belongs to no message.', one, origin),
		),
	];
	const isBare = [messages, statuses, errors].every((list) => list === undefined);
	return isBare ? [unread('The change has neither messages nor statuses.', raw, origin)] : parts;
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
	const { id, timestamp, recipient_id: phone, recipient_user_id: userId } = read.data;
	return {
		kind: 'status',
		messageId: id,
		status: read.data.status,
		statusAt: readTimestamp(timestamp),
		customer: readCustomer(phone, userId, people),
		...origin,
		report: read.data,
	};
}
