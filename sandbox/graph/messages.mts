import type { Context } from '../context.mts';
import { contentOf } from '../chat/contentOf.mts';
import type { ChatEntry } from '../chat/entry.mts';
import { newMessageId } from '../ids.mts';
import { takeTurn } from '../rates/limits.mts';
import { checkEnvelope } from '../rules/envelope.mts';
import { checkInteractive } from '../rules/interactive.mts';
import type { Showing } from '../rules/matching.mts';
import { failureFor } from '../rules/reach.mts';
import { checkRecipient } from '../rules/recipient.mts';
import type { Recipient } from '../rules/recipient.mts';
import { checkText } from '../rules/text.mts';
import type { SentMessage, State } from '../state.mts';
import { followUp } from '../webhooks/followUp.mts';
import type { GraphRequest } from './request.mts';

/** POST /{PHONE_NUMBER_ID}/messages (facts 1.1). */
export function sendMessage(
	context: Context,
	{ node, parameters }: GraphRequest<'phoneNumber'>,
): object {
	const { state } = context;
	const { type, trackingData } = checkEnvelope(parameters);
	const recipient = checkRecipient(parameters, node.phoneNumber);
	let showing: Showing | null = null;
	if (type === 'text') checkText(parameters.text);
	else showing = checkInteractive(parameters.interactive, state);

	const failure = failureFor(state, recipient.customer, type);
	takeTurn(
		state,
		node.phoneNumber.id,
		recipient.customer?.userId ?? recipient.phone ?? recipient.input,
	);

	const message: SentMessage = {
		id: newMessageId(),
		at: new Date().toISOString(),
		phoneNumberId: node.phoneNumber.id,
		customer: recipient.customer?.userId ?? null,
		to: recipient.reached ? recipient.phone : recipient.input,
		recipient: recipient.userId,
		type:
			type === 'interactive' ? String((parameters.interactive as { type: unknown }).type) : type,
		payload: parameters,
		catalogId: showing?.catalogId ?? null,
		products: showing?.products ?? [],
		dropped: showing?.dropped ?? [],
		fate: !recipient.reached ? 'dropped' : failure ? 'failed' : 'delivered',
		trackingData,
	};
	state.messages.add(message);
	if (recipient.reached) {
		const entry = addToChat(state, message, parameters, showing);
		if (entry) context.changes.tell('chats', 'customers');
		followUp(context, message, entry, failure);
	}
	return {
		messaging_product: 'whatsapp',
		contacts: [contactOf(recipient)],
		messages: [{ id: message.id }],
	};
}

/** Strangers have no chat in the sandbox. */
function addToChat(
	state: State,
	{ id, at, customer, phoneNumberId, type }: SentMessage,
	payload: GraphRequest['parameters'],
	showing: Showing | null,
): ChatEntry | null {
	if (customer === null) return null;
	const quoted = (payload.context as { message_id: string } | null | undefined)?.message_id;
	const entry: ChatEntry = {
		id,
		at,
		from: 'business',
		customer,
		phoneNumberId,
		status: 'accepted',
		failure: null,
		quotedId: quoted ?? null,
		...contentOf(type, payload, showing),
	};
	state.chat.add(entry);
	return entry;
}

/**
 * Facts 1.1: sent to a phone → `wa_id` and no `user_id`; sent to a user id → the other way round. What Meta answers for a user
 * id in `to` is not known beyond "no error"; neither is given then.
 */
function contactOf(recipient: Recipient): object {
	return {
		input: recipient.input,
		...(recipient.phone === null ? {} : { wa_id: recipient.phone }),
		...(recipient.userId === null ? {} : { user_id: recipient.userId }),
	};
}
