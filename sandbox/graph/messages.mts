import type { Context } from '../context.mts';
import { newMessageId } from '../ids.mts';
import { checkEnvelope } from '../rules/envelope.mts';
import { checkInteractive } from '../rules/interactive.mts';
import type { Showing } from '../rules/matching.mts';
import { checkRecipient } from '../rules/recipient.mts';
import type { Recipient } from '../rules/recipient.mts';
import { checkText } from '../rules/text.mts';
import { sendStatuses } from '../webhooks/statusEvent.mts';
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

	const id = newMessageId();
	state.messages.add({
		id,
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
		fate: recipient.reached ? 'delivered' : 'dropped',
		trackingData,
	});
	if (recipient.reached)
		sendStatuses(context, { id, recipient, phoneNumber: node.phoneNumber, trackingData });
	return { messaging_product: 'whatsapp', contacts: [contactOf(recipient)], messages: [{ id }] };
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
