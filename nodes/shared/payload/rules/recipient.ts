import { LIMITS } from '../limits';
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
const LOOKS_LIKE_USER_ID = /^[A-Za-z]{2}\./;

/** What people type between the digits of an international number, and marks that copying adds. */
const SEPARATORS = /[ \u00a0\u202f().\-\u2010-\u2015\u00ad\p{Cf}]/gu;

/**
 * Reads a recipient as builders write it: `+49 151 …`, `0049…`, `49151…`, the `wa_id` of a webhook
 * (digits without a plus) or a business-scoped user id. Without plus or `00` only plain digits pass,
 * since "(415) 555-2671" would reach somebody in Switzerland. A phone number is always sent as plus and
 * digits, because Meta puts the sender's country code before a number without plus (facts 0.7).
 *
 * A whole customer works too: the trigger's `customer`, or a contact or message of a webhook.
 *
 * @returns the recipient, or the rule that the input breaks
 */
export function readRecipient(customer: unknown): Recipient | BrokenRule {
	const input = identityIn(customer);
	if (input === undefined && isRecord(customer)) return { rule: 'customerWithoutIdentity' };
	const isCount = typeof input === 'number' && !(Number.isSafeInteger(input) && input > 0);
	const text = isCount ? input : textLike(input);
	if (typeof text !== 'string') return { rule: 'notText', given: text };
	const given = trimmed(text);
	if (given === '') return { rule: 'phoneMissing' };
	if (USER_ID.test(given)) return { recipient: given };
	if (LOOKS_LIKE_USER_ID.test(given)) return { rule: 'userIdShape', given };
	return readPhone(given);
}

/** Where a customer's identity is, best first: the id reaches people whose number is hidden (facts 0.8). */
const IDENTITIES = [
	...['userId', 'user_id', 'from_user_id', 'recipient_user_id'],
	...['parentUserId', 'parent_user_id', 'from_parent_user_id'],
	...['phone', 'wa_id', 'from', 'recipient_id'],
];

/**
 * The identity of a customer that a message is addressed to.
 *
 * @returns the input itself when it is no object, undefined when the object holds no identity
 */
export function identityIn(input: unknown): unknown {
	if (!isRecord(input)) return input;
	const found = IDENTITIES.find((key) => textLike(input[key]) !== '');
	return found === undefined ? undefined : input[found];
}

/** Keys of a whole customer that hold a phone number. */
const PHONES = ['phone', 'wa_id', 'from', 'recipient_id'];

/** Whom a message goes to. */
export interface Addressee {
	address: Recipient;
	/**
	 * The phone number of the same person, as plus and digits, where the address is a user ID: some messages are
	 * not taken to a user ID (facts 17.8, 1.10). Null where the builder gave none that can be read.
	 */
	phone: string | null;
}

/** The phone number beside the user ID of a whole customer. */
function otherPhone(customer: unknown, address: Recipient): string | null {
	if ('to' in address || !isRecord(customer)) return null;
	for (const key of PHONES) {
		const given = customer[key];
		const read = isRecord(given) ? undefined : readRecipient(given);
		if (read && 'to' in read) return read.to;
	}
	return null;
}

/** A number as Meta wants it. */
const PLAIN_PHONE = /^\+[1-9][0-9]*$/;

function readPhone(given: string): Recipient | BrokenRule {
	const digits = PLAIN_PHONE.test(given) ? given.slice(1) : readDigits(given);
	if (typeof digits !== 'string') return digits;
	const { min, max } = LIMITS.phoneDigits;
	if (digits.length < min || digits.length > max) {
		return { rule: 'phoneDigits', given, actual: digits.length, min, max };
	}
	return { to: `+${digits}` };
}

/** The digits of a number as people write it, or the rule that it breaks as an international one. */
function readDigits(given: string): string | BrokenRule {
	if (/\(\s*0\s*\)/.test(given)) return { rule: 'phoneTrunkZero', given };
	const isInternational = /^(\+|00)/.test(given);
	const compact = given.replace(SEPARATORS, '');
	const digits = compact.replace(/^\+/, '').replace(/^00/, '');
	const others = digits.replace(/[0-9]/g, '');
	if (others !== '') return { rule: 'phoneCharacters', given, characters: others };
	if (digits.startsWith('0')) return { rule: 'phoneNational', given };
	// Grouped like a national number: the first digits are an area code, not a country code.
	if (!isInternational && compact !== given) return { rule: 'phoneNational', given };
	// An extension at the end would become part of the number.
	if (/\)$/.test(given)) return { rule: 'phoneCharacters', given, characters: ')' };
	return digits;
}

/** The field `recipient` of a send operation. */
export const addresseeInput = () =>
	anything.transform((input, ctx): Addressee => {
		const read = readRecipient(input);
		if (!('rule' in read)) return { address: read, phone: otherPhone(input, read) };
		report(ctx, read);
		return { address: { to: '' }, phone: null };
	});
