import { skusIn } from '../world/chatEntry.mts';
import type { ChatEntry, Content } from '../world/chatEntry.mts';
import type { Context } from '../world/context.mts';
import { hasWritten } from '../world/customerState.mts';
import { newMessageId } from '../world/ids.mts';
import type { Customer, PhoneNumber } from '../world/shop/world.mts';
import type { Inbound } from '../world/records.mts';
import type { State } from '../world/state.mts';
import type { Sent } from '../webhooks/announce.mts';
import { unixSeconds } from '../webhooks/envelope.mts';
import { sendFromCustomer } from '../webhooks/outbox.mts';
import { ControlRefusal } from './refusal.mts';

/** Who does something, to which number, when. */
export interface Act {
	id: string;
	at: string;
	customer: Customer;
	phoneNumber: PhoneNumber;
}

export function newAct(customer: Customer, phoneNumber: PhoneNumber): Act {
	return { id: newMessageId(), at: new Date().toISOString(), customer, phoneNumber };
}

/** Adds it to the chat at once, and sends it to the business when the troubles allow. */
export async function say(
	context: Context,
	act: Act,
	event: Inbound['event'],
	content: object,
	said: Content,
	quotedId: string | null = null,
): Promise<Sent> {
	const { id, at, customer, phoneNumber } = act;
	context.state.chat.add({
		id,
		at,
		from: 'customer',
		customer: customer.userId,
		phoneNumberId: phoneNumber.id,
		status: null,
		failure: null,
		quotedId,
		...said,
	});
	return await tell(context, act, event, content);
}

/** Sends the business what changes nothing but an entry that is in the chat already. */
export async function tell(
	context: Context,
	{ id, at, customer, phoneNumber }: Act,
	event: Inbound['event'],
	content: object,
): Promise<Sent> {
	hasWritten(context.state, customer, at);
	context.changes.tell('chats', 'customers');
	const sent = await sendFromCustomer(context, {
		event,
		id,
		customer: customer.userId,
		phoneNumberId: phoneNumber.id,
		timestamp: unixSeconds(),
		content,
	});
	context.changes.tell('chats');
	return sent;
}

/** The quoted side is named by its phone number, a customer without one by the user id. */
export function quoteOf(state: State, act: Act, id: string): { from: string; id: string } {
	const entry = state.chat.find(
		(candidate) => candidate.id === id && candidate.customer === act.customer.userId,
	);
	if (!entry) throw new ControlRefusal(400, `There is no message "${id}" in this chat to quote.`);
	const own = act.customer.phone ?? act.customer.userId;
	return { from: entry.from === 'business' ? act.phoneNumber.digits : own, id };
}

/** The newest message of the chat in which the customer could open the product. */
export function newestWith(
	state: State,
	{ customer, phoneNumber }: Act,
	sku: string,
): string | null {
	const shows = (entry: ChatEntry) =>
		entry.customer === customer.userId &&
		entry.phoneNumberId === phoneNumber.id &&
		skusIn(entry).includes(sku);
	return state.chat.all().findLast(shows)?.id ?? null;
}
