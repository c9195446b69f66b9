import { agentHolds } from '../world/agent.mts';
import { visiblePhone } from '../world/customerState.mts';
import { BUSINESS_ACCOUNT, findCustomer, findPhoneNumber } from '../world/shop/world.mts';
import type { Customer, PhoneNumber } from '../world/shop/world.mts';
import type { Inbound } from '../world/records.mts';
import type { State } from '../world/state.mts';
import { MESSAGES_OBJECT } from './callback.mts';
import type { WebhookField } from './callback.mts';

/** What a chat's events come as: one level deeper, on a field of their own, while an agent holds it (facts 15.4). */
export function chatField(
	state: State,
	customer: string | null,
	phoneNumberId: string,
): Exclude<WebhookField, 'messaging_handovers'> {
	return agentHolds(state, customer, phoneNumberId) ? 'standby' : 'messages';
}

/** The envelope of every webhook about a chat (facts 2.1, 15.4). */
export function envelope(
	phoneNumber: PhoneNumber,
	content: object,
	field: ReturnType<typeof chatField>,
): object {
	return bareEnvelope(field, {
		messaging_product: 'whatsapp',
		metadata: sideOf(phoneNumber),
		...(field === 'standby' ? { standby: content } : content),
	});
}

export function bareEnvelope(field: WebhookField, value: object): object {
	return {
		object: MESSAGES_OBJECT,
		entry: [{ id: BUSINESS_ACCOUNT.id, changes: [{ value, field }] }],
	};
}

/** The business's side of a chat. */
export function sideOf({ digits, id }: PhoneNumber): object {
	return { display_phone_number: digits, phone_number_id: id };
}

/**
 * Messages from customers to one number, of chats with the same holder: who they are in `contacts`, each once, and the messages in `messages`. How Meta spreads a batch over
 * entries, changes and messages is not known (facts 2.1 says to loop over all); one `value` exposes receivers that read only the first.
 */
export function fromCustomers(
	state: State,
	messages: Inbound[],
	field: ReturnType<typeof chatField>,
): object {
	const phoneNumber = findPhoneNumber(messages[0]?.phoneNumberId ?? '');
	if (!phoneNumber) throw new Error('A message went to a number that does not exist.');
	const customers = [...new Set(messages.map(({ customer }) => customer))].flatMap(
		(key) => findCustomer(key) ?? [],
	);
	return envelope(
		phoneNumber,
		{
			contacts: customers.map((customer) => contactOf(state, customer)),
			messages: messages.map((message) => messageOf(state, message)),
		},
		field,
	);
}

/** Without a phone neither `wa_id` nor `from` (facts 2.2). */
function contactOf(state: State, customer: Customer): object {
	const phone = visiblePhone(state, customer);
	return {
		profile: {
			name: customer.name,
			...(customer.username === null ? {} : { username: customer.username }),
		},
		...(phone === null ? {} : { wa_id: phone }),
		user_id: customer.userId,
		...(customer.parentUserId === null ? {} : { parent_user_id: customer.parentUserId }),
	};
}

function messageOf(state: State, { customer: key, id, timestamp, content }: Inbound): object {
	const customer = findCustomer(key);
	const phone = customer ? visiblePhone(state, customer) : null;
	return {
		...(phone === null ? {} : { from: phone }),
		from_user_id: key,
		...(customer?.parentUserId ? { from_parent_user_id: customer.parentUserId } : {}),
		id,
		timestamp,
		...content,
	};
}

/** Webhook times are Unix seconds in a string (facts 2.2). */
export function unixSeconds(): string {
	return String(Math.floor(Date.now() / 1000));
}
