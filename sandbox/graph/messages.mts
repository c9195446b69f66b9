import type { Context } from '../world/context.mts';
import { contentOf } from './chat/contentOf.mts';
import type { ChatEntry, Content, Failure } from '../world/chatEntry.mts';
import { contentOfTemplate } from './chat/contentOfTemplate.mts';
import { newMessageId } from '../world/ids.mts';
import { numberStateOf } from '../world/numberState.mts';
import { takeTurn } from '../rules/rateLimits.mts';
import { checkEnvelope } from '../rules/envelope.mts';
import { checkInteractive } from '../rules/interactive.mts';
import type { Seller, Showing } from '../rules/matching.mts';
import { failureFor } from '../rules/reach.mts';
import { checkAllowed, checkRecipient } from '../rules/recipient.mts';
import type { Recipient } from '../rules/recipient.mts';
import { checkTemplate } from '../rules/template/template.mts';
import { checkText } from '../rules/text.mts';
import type { SentMessage } from '../world/records.mts';
import type { State } from '../world/state.mts';
import { followUp } from '../webhooks/followUp.mts';
import { passChat } from '../webhooks/handover.mts';
import type { Template } from '../world/templates/template.mts';
import { messageRefusal } from '../rules/refusal/refusal.mts';
import type { GraphRequest } from './request.mts';

/** POST /{PHONE_NUMBER_ID}/messages (facts 1.1). */
export function sendMessage(
	context: Context,
	{ node, parameters }: GraphRequest<'phoneNumber'>,
): object {
	const { state } = context;
	const { type, trackingData } = checkEnvelope(parameters);
	const recipient = checkRecipient(parameters, node.phoneNumber);
	if (!numberStateOf(state, node.phoneNumber.id).registered)
		throw messageRefusal(133010, 'The phone number is not registered on Cloud API.');
	checkAllowed(state, node.phoneNumber, recipient);
	const seller = { state, phoneNumberId: node.phoneNumber.id };
	const { kind, content, showing, template, laterFailure } = checkContent(
		type,
		parameters,
		seller,
		recipient,
	);

	const unreachable = failureFor(state, recipient.customer, {
		isTemplate: template !== null,
		hasProducts: showing !== null,
	});
	const failure = laterFailure ?? unreachable;
	takeTurn(
		state,
		node.phoneNumber.id,
		recipient.customer?.userId ?? recipient.phone ?? recipient.input,
	);

	const pace = template ? state.troubles.templateSends : 'accepted';
	const message: SentMessage = {
		id: newMessageId(),
		at: new Date().toISOString(),
		phoneNumberId: node.phoneNumber.id,
		customer: recipient.customer?.userId ?? null,
		to: recipient.reached ? recipient.phone : recipient.input,
		recipient: recipient.userId,
		type: kind,
		payload: parameters,
		catalogId: showing?.catalogId ?? null,
		products: showing?.products ?? [],
		dropped: showing?.dropped ?? [],
		fate: !recipient.reached
			? 'dropped'
			: pace !== 'accepted'
				? 'held'
				: failure
					? 'failed'
					: 'delivered',
		category: template?.category ?? null,
		trackingData,
	};
	state.messages.add(message);
	if (recipient.reached && pace === 'accepted') {
		const entry = addToChat(state, message, content, template);
		if (entry) context.changes.tell('chats', 'customers');
		// A service message takes the chat from an agent (facts 15.4); one that fails is taken for none.
		if (!template && recipient.customer && !failure)
			passChat(context, recipient.customer, node.phoneNumber, 'business');
		followUp(context, message, entry, failure);
	}
	return {
		messaging_product: 'whatsapp',
		contacts: [contactOf(recipient)],
		// Only templates have a status here (facts 1.1).
		messages: [{ id: message.id, ...(template ? { message_status: pace } : {}) }],
	};
}

interface Checked {
	/** The message's type, for an interactive message the type inside it. */
	kind: string;
	content: Content;
	showing: Showing | null;
	template: Template | null;
	laterFailure: Failure | null;
}

function checkContent(
	type: string,
	parameters: GraphRequest['parameters'],
	seller: Seller,
	recipient: Recipient,
): Checked {
	if (type === 'template') {
		const use = checkTemplate(parameters.template, seller, recipient);
		const { showing, template, failure: laterFailure } = use;
		return { kind: type, content: contentOfTemplate(use), showing, template, laterFailure };
	}
	if (type === 'text') checkText(parameters.text);
	const showing = type === 'text' ? null : checkInteractive(parameters.interactive, seller);
	const kind = showing ? String((parameters.interactive as { type: unknown }).type) : type;
	return {
		kind,
		content: contentOf(kind, parameters, showing),
		showing,
		template: null,
		laterFailure: null,
	};
}

/** Strangers have no chat in the sandbox. */
function addToChat(
	state: State,
	{ id, at, customer, phoneNumberId, payload }: SentMessage,
	content: Content,
	template: Template | null,
): ChatEntry | null {
	if (customer === null) return null;
	const quoted = (payload as { context?: { message_id: string } | null }).context?.message_id;
	const entry: ChatEntry = {
		id,
		at,
		from: 'business',
		customer,
		phoneNumberId,
		status: 'accepted',
		failure: null,
		quotedId: quoted ?? null,
		...(template ? { template: { name: template.name, language: template.language } } : {}),
		...content,
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
