import { z } from 'zod';

/**
 * Reading of Meta's webhook envelope. Tolerant on purpose: shapes change without notice, so each
 * entry, change and message is read on its own and what cannot be read never takes its neighbours
 * with it. Facts 2.1, 2.7.
 */

const envelope = z.object({
	object: z.literal('whatsapp_business_account'),
	entry: z.array(z.unknown()),
});

const entry = z.object({ id: z.unknown().optional(), changes: z.array(z.unknown()) });

const change = z.object({
	field: z.literal('messages'),
	value: z.object({
		metadata: z.unknown().optional(),
		contacts: z.unknown().optional(),
		messages: z.array(z.unknown()),
	}),
});

const message = z.object({ type: z.string() }).passthrough();

const contact = z.object({
	profile: z
		.object({ name: z.unknown().optional(), username: z.unknown().optional() })
		.optional()
		.catch(undefined),
	wa_id: z.unknown().optional(),
	user_id: z.unknown().optional(),
});

type Contact = z.infer<typeof contact>;

/** Who wrote. Every part may be missing: since 2026 a webhook can come without any phone number. */
export interface Customer {
	/** Business-scoped user id if there is one, else the phone: the same person keeps the same key. */
	key: string | null;
	/** Plus and digits, as a send wants it. Null when Meta gives none. */
	phone: string | null;
	userId: string | null;
	username: string | null;
	name: string | null;
}

/** Where a message came in and from whom. */
export interface IncomingMessage {
	/** The wamid. Null when there is none, which Meta's documents do not know. */
	messageId: string | null;
	type: string;
	/** ISO 8601 in UTC. Null when Meta's timestamp cannot be read. */
	sentAt: string | null;
	customer: Customer;
	phoneNumberId: string | null;
	displayPhoneNumber: string | null;
	businessAccountId: string | null;
	/** The message as Meta sent it. */
	message: Record<string, unknown>;
}

/**
 * Every message of every change of every entry of a delivery, in Meta's order. Statuses and other
 * fields than `messages` yield nothing. Never throws.
 *
 * @param body the parsed body of the delivery
 */
export function readMessages(body: unknown): IncomingMessage[] {
	return listOf(envelope, body, (delivery) => delivery.entry).flatMap((rawEntry) => {
		const id = entry.safeParse(rawEntry);
		return listOf(entry, rawEntry, (one) => one.changes).flatMap((rawChange) => {
			const read = change.safeParse(rawChange);
			if (!read.success) return [];
			const { metadata, contacts, messages } = read.data.value;
			const people = readContacts(contacts, messages.length);
			return messages.flatMap((rawMessage) => {
				const one = message.safeParse(rawMessage);
				if (!one.success) return [];
				return [
					{
						messageId: readText(one.data.id),
						type: one.data.type,
						sentAt: readTimestamp(one.data.timestamp),
						customer: readCustomer(one.data, people),
						phoneNumberId: textAt(metadata, 'phone_number_id'),
						displayPhoneNumber: textAt(metadata, 'display_phone_number'),
						businessAccountId: id.success ? readText(id.data.id) : null,
						message: one.data,
					},
				];
			});
		});
	});
}

function listOf<T>(schema: z.ZodType<T>, value: unknown, list: (read: T) => unknown[]): unknown[] {
	const read = schema.safeParse(value);
	return read.success ? list(read.data) : [];
}

/** The contacts of a change, to be found by either id: a delivery can hold up to 1,000 people. */
interface People {
	byUserId: Map<unknown, Contact>;
	byPhone: Map<unknown, Contact>;
	/** The only contact beside the only message: they belong together even without a common id. */
	only?: Contact;
}

function readContacts(list: unknown, messageCount: number): People {
	const contacts = (Array.isArray(list) ? list : []).flatMap((raw) => {
		const read = contact.safeParse(raw);
		return read.success ? [read.data] : [];
	});
	return {
		byUserId: new Map(contacts.map((one) => [one.user_id, one])),
		byPhone: new Map(contacts.map((one) => [one.wa_id, one])),
		...(contacts.length === 1 && messageCount === 1 && { only: contacts[0] }),
	};
}

/** Facts 1.10, 2.2: `from`, `wa_id`, `from_user_id` and `user_id` may each be missing. */
function readCustomer(sent: Record<string, unknown>, people: People): Customer {
	const from = readText(sent.from);
	const fromUserId = readText(sent.from_user_id);
	const known = contactOf(people, from, fromUserId);
	const userId = fromUserId ?? readText(known?.user_id);
	const digits = (from ?? readText(known?.wa_id))?.replace(/^\+/, '') ?? '';
	const phone = /^\d{5,20}$/.test(digits) ? `+${digits}` : null;
	return {
		key: userId ?? phone,
		phone,
		userId,
		// Meta's examples show it with and without a leading @.
		username: readText(known?.profile?.username)?.replace(/^@/, '') ?? null,
		name: readText(known?.profile?.name),
	};
}

/** Somebody else's contact would make a reply reach a stranger, so a different id rules it out. */
function contactOf(
	people: People,
	from: string | null,
	userId: string | null,
): Contact | undefined {
	const known =
		(userId === null ? undefined : people.byUserId.get(userId)) ??
		(from === null ? undefined : people.byPhone.get(from)) ??
		people.only;
	const differs = (ours: string | null, theirs: unknown) =>
		ours !== null && readText(theirs) !== null && readText(theirs) !== ours;
	return known && !differs(userId, known.user_id) && !differs(from, known.wa_id)
		? known
		: undefined;
}

/** Unix seconds, sent as a string. Facts 2.2. */
function readTimestamp(value: unknown): string | null {
	const text = readText(value);
	// Eleven digits of seconds reach beyond the year 5000; more would be another unit.
	return text !== null && /^\d{1,11}$/.test(text)
		? new Date(Number(text) * 1000).toISOString()
		: null;
}

function textAt(value: unknown, key: string): string | null {
	return typeof value === 'object' && value !== null
		? readText((value as Record<string, unknown>)[key])
		: null;
}

/** A non-empty text. Whole numbers count, as far as JSON has not rounded them already. */
export function readText(value: unknown): string | null {
	const text = Number.isSafeInteger(value) ? String(value) : value;
	return typeof text === 'string' && text !== '' ? text : null;
}
