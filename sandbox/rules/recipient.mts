import { messageRefusal } from './refusal/refusal.mts';
import { numberStateOf } from '../world/numberState.mts';
import type { NumberState } from '../world/numberState.mts';
import { findCustomer } from '../world/shop/world.mts';
import type { Customer, PhoneNumber } from '../world/shop/world.mts';
import { LIMITS } from './limits.mts';
import { stringAt } from './shape.mts';
import type { Shape } from './shape.mts';

/** Two-letter country, a dot, `ENT.` for a parent id, up to 128 alphanumerics (facts 1.10). */
const USER_ID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;

/** Digits with `+`, `-`, `(`, `)` and spaces (facts 1.1). */
const PHONE = /^[+]?[\d\-() ]+$/;

export interface Recipient {
	/** What the client wrote: returned as `contacts[].input`. */
	input: string;
	phone: string | null;
	userId: string | null;
	customer: Customer | null;
	/** False for a user id in `to`: answered with 200 and silently dropped (facts 1.10 [1P]). */
	reached: boolean;
}

/** Who gets the message (facts 1.1, 1.10). If `to` and `recipient` are both given, `to` wins and `recipient` is ignored. */
export function checkRecipient(message: Shape, sender: PhoneNumber): Recipient {
	if (message.to !== undefined && message.to !== null)
		return byPhone(stringAt(message.to, 'to'), sender);
	if (message.recipient !== undefined && message.recipient !== null)
		return byUserId(stringAt(message.recipient, 'recipient'));
	throw messageRefusal(131008, 'The parameter to is required.');
}

function byPhone(input: string, sender: PhoneNumber): Recipient {
	if (USER_ID.test(input))
		return { input, phone: null, userId: null, customer: null, reached: false };
	if (!PHONE.test(input.trim())) throw messageRefusal(131009, 'to is not a valid phone number.');
	const digits = input.replace(/\D/g, '');
	// Without `+` Meta reads the number as a national one and puts the sender's country code in front, even when the
	// number already begins with one: the message can reach a stranger, with HTTP 200 (facts 0 #7, 1.1). In practice a `wa_id` that is
	// sent back as it came arrives, so the whole number of a customer reaches that customer.
	const isWhole = input.trim().startsWith('+') || findCustomer(digits) !== undefined;
	const phone = isWhole ? digits : sender.countryCode + digits;
	if (digits.length === 0 || phone.length > LIMITS.phoneDigits)
		throw messageRefusal(131009, 'to is not a valid phone number.');
	if (phone === sender.digits)
		throw messageRefusal(131021, 'The recipient is the phone number the message is sent from.');
	return { input, phone, userId: null, customer: findCustomer(phone) ?? null, reached: true };
}

/** A valid id that is not in the sandbox is accepted like a stranger's phone number: the fact sheet has no code for it. */
function byUserId(input: string): Recipient {
	if (!USER_ID.test(input))
		throw messageRefusal(131009, 'recipient is not a valid business-scoped user id.');
	return {
		input,
		phone: null,
		userId: input,
		customer: findCustomer(input) ?? null,
		reached: true,
	};
}

/** A test number reaches the phone numbers on its list, spelt as they are there, and no user ID at all (facts 17.8). */
export function checkAllowed(
	state: { numberStates: ReadonlyMap<string, NumberState> },
	sender: PhoneNumber,
	{ phone }: Recipient,
): void {
	const { testNumber, allowedRecipients } = numberStateOf(state, sender.id);
	if (testNumber && (phone === null || !allowedRecipients.includes(phone)))
		throw messageRefusal(
			131030,
			'The recipient is not in the allowed list of this test phone number. Add it to the list and try again.',
		);
}
