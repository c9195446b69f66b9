import { type NumberCountry, readPhone } from '../phones/readPhone';
import { isRecord } from '../values/objects';
import { textLike, trimmed } from '../values/text';
import { anything, report, type BrokenRule } from './rules';

/**
 * Who gets the message: the request field that Meta wants and its value. A phone number goes into
 * `to`, a business-scoped user id into `recipient`; an id in `to` is answered 200 and never
 * delivered (facts 1.1, 1.10).
 */
export type Recipient = { to: string } | { recipient: string };

/** The phone number or user id itself, whichever request field it goes into. */
export const addressOf = (recipient: Recipient): string =>
	'to' in recipient ? recipient.to : recipient.recipient;

/** Two-letter country, a dot, up to 128 alphanumerics; parent ids have `ENT.` in between. Facts 1.10. */
const USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;
/** A chat link begins alike. */
const LOOKS_LIKE_USER_ID = /^(?!wa\.me\/)[A-Za-z]{2}\./i;

/**
 * Reads a recipient as builders write it: a phone number in any form that `phones/readPhone.ts` knows, the `wa_id` of a
 * webhook (digits without a plus) or a business-scoped user id. A phone number is always sent as plus and digits, because
 * Meta puts the sender's country code before a number without plus (facts 0.7).
 *
 * A whole customer works too: the trigger's `customer`, or a contact or message of a webhook. Its number is WhatsApp's own
 * and passes whatever the numbering plans say (facts 17.9).
 *
 * @param home country of numbers without a country code; null where it is not known
 * @returns the recipient, or the rule that the input breaks
 */
export function readRecipient(
	customer: unknown,
	home: NumberCountry | null = null,
): Recipient | BrokenRule {
	if (!isRecord(customer)) return readIdentity(customer, home, false);
	const key = identityKey(customer);
	return key === undefined
		? { rule: 'customerWithoutIdentity' }
		: readIdentityAt(customer, key, home);
}

/** What a whole customer has under one of its keys. */
export const readIdentityAt = (
	customer: Record<string, unknown>,
	key: string,
	home: NumberCountry | null,
): Recipient | BrokenRule => readIdentity(customer[key], home, isOfWebhook(customer, key));

/** Keys of a customer that hold a user id, best first. */
export const USER_IDS = [
	...['userId', 'user_id', 'from_user_id', 'recipient_user_id'],
	...['parentUserId', 'parent_user_id', 'from_parent_user_id'],
];

/** Keys of a customer that hold a phone number; all but the first are Meta's own. */
export const PHONES = ['phone', 'wa_id', 'from', 'recipient_id'];

/** Where a customer's identity is, best first: the id reaches people whose number is hidden (facts 0.8). */
const IDENTITIES = [...USER_IDS, ...PHONES];

const identityKey = (customer: Record<string, unknown>): string | undefined =>
	IDENTITIES.find((key) => textLike(customer[key]) !== '');

/**
 * The identity of a customer that a message is addressed to.
 *
 * @returns the input itself when it is no object, undefined when the object holds no identity
 */
export function identityIn(input: unknown): unknown {
	if (input instanceof GivenRecipient) return identityIn(input.given);
	if (!isRecord(input)) return input;
	const found = identityKey(input);
	return found === undefined ? undefined : input[found];
}

/** Whether the number of a customer came from a webhook: it is under Meta's key, or the customer is the trigger's. */
export function isOfWebhook(customer: Record<string, unknown>, key: string): boolean {
	if (key !== 'phone') return PHONES.includes(key);
	const { key: known, phone, userId } = customer;
	return typeof known === 'string' && (known === phone || known === userId);
}

function readIdentity(
	input: unknown,
	home: NumberCountry | null,
	isWhatsApp: boolean,
): Recipient | BrokenRule {
	const isCount = typeof input === 'number' && !(Number.isSafeInteger(input) && input > 0);
	const text = isCount ? input : textLike(input);
	if (typeof text !== 'string') return { rule: 'notText', given: text };
	const given = trimmed(text);
	if (given === '') return { rule: 'phoneMissing' };
	if (USER_ID.test(given)) return { recipient: given };
	if (LOOKS_LIKE_USER_ID.test(given)) return { rule: 'userIdShape', given };
	if (isWhatsApp && WA_ID.test(given)) return { to: `+${given.replace(/^\+/, '')}` };
	const phone = readPhone(given, home);
	return typeof phone === 'string' ? { to: phone } : phone;
}

/** As the trigger takes it from a webhook (payload/webhooks/customer.ts). */
const WA_ID = /^\+?[1-9]\d{4,19}$/;

/** A recipient together with what its field does not tell. */
export class GivenRecipient {
	constructor(
		/** As the builder gave it. */
		readonly given: unknown,
		/** Country of numbers without a country code; null where it is not known. */
		readonly home: NumberCountry | null,
		/** Whether a number in it is known to be WhatsApp's own. */
		readonly isWhatsApp: boolean,
	) {}
}

/** Whom a message goes to. */
export interface Addressee {
	address: Recipient;
	/**
	 * The phone number of the same person, as plus and digits, where the address is a user ID: some messages are
	 * not taken to a user ID (facts 17.8, 1.10). Null where the builder gave none that can be read.
	 */
	phone: string | null;
}

/** The field `recipient` of a send operation: as it is, or as a {@link GivenRecipient}. */
export const addresseeInput = () =>
	anything.transform((input, ctx): Addressee => {
		const recipient =
			input instanceof GivenRecipient ? input : new GivenRecipient(input, null, false);
		const read = readGiven(recipient);
		if (!('rule' in read)) return { address: read, phone: otherPhone(recipient, read) };
		report(ctx, read);
		return { address: { to: '' }, phone: null };
	});

function readGiven({ given, home, isWhatsApp }: GivenRecipient): Recipient | BrokenRule {
	return isWhatsApp && !isRecord(given)
		? readIdentity(given, home, true)
		: readRecipient(given, home);
}

/** The phone number beside the user ID of a whole customer. */
function otherPhone({ given, home }: GivenRecipient, address: Recipient): string | null {
	return 'to' in address || !isRecord(given) ? null : phoneIn(given, home);
}

/** The phone number of a whole customer, as plus and digits; null where there is none that can be read. */
export function phoneIn(
	customer: Record<string, unknown>,
	home: NumberCountry | null,
): string | null {
	for (const key of PHONES) {
		const read = readIdentityAt(customer, key, home);
		if ('to' in read) return read.to;
	}
	return null;
}
