import { z } from 'zod/v4';

import { readText } from '../values/webhookValues';

const contact = z.object({
	profile: z
		.object({ name: z.unknown().optional(), username: z.unknown().optional() })
		.optional()
		.catch(undefined),
	wa_id: z.unknown().optional(),
	user_id: z.unknown().optional(),
});

type Contact = z.infer<typeof contact>;

/** Who wrote, or was written to. Every part may be missing: since 2026 a webhook can come without any phone number. */
export interface Customer {
	/** Business-scoped user id if there is one, else the phone: the same person keeps the same key. */
	key: string | null;
	/** Plus and digits, ready for a send. Null when Meta gives none. */
	phone: string | null;
	userId: string | null;
	username: string | null;
	name: string | null;
}

/** The contacts of a change, indexed by both ids: a delivery can hold up to 1,000 people. */
export interface People {
	byUserId: Map<unknown, Contact>;
	byPhone: Map<unknown, Contact>;
	/** The only contact beside the only message: they belong together even without a common id. */
	only?: Contact;
}

/** @param partCount number of messages or statuses that come with the contacts */
export function readContacts(list: unknown, partCount: number): People {
	const contacts = (Array.isArray(list) ? list : []).flatMap((raw) => {
		const read = contact.safeParse(raw);
		return read.success ? [read.data] : [];
	});
	return {
		byUserId: new Map(contacts.map((one) => [one.user_id, one])),
		byPhone: new Map(contacts.map((one) => [one.wa_id, one])),
		...(contacts.length === 1 && partCount === 1 && { only: contacts[0] }),
	};
}

/**
 * Facts 1.10, 2.2, 2.5: a phone, a user id and the contact may each be missing.
 *
 * @param rawPhone `from` of a message, `recipient_id` of a status
 * @param rawUserId `from_user_id` of a message, `recipient_user_id` of a status
 */
export function readCustomer(rawPhone: unknown, rawUserId: unknown, people: People): Customer {
	const from = readText(rawPhone);
	const fromUserId = readText(rawUserId);
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
