import { z } from 'zod/v4';

import { byPhone, type OutgoingMessage } from '../../payload/messages/envelope';
import { readText } from '../../payload/values/webhookValues';
import type { Refusal } from '../answer';
import type { Graph } from '../connection';
import { isRefusedAs } from '../refusals/codes';

/** Meta's answer to a send. Accepted is not delivered: a webhook reports that. Facts 0.1, 1.1. */
export interface SentMessage {
	messageId: string;
	/** The number that Meta matched, as plus and digits; null when sent to a user id. */
	phone: string | null;
	userId: string | null;
	/** Whether the fallback of the message was sent instead. */
	isFallback?: true;
	/** Why it went to the phone number of a recipient who was given by user ID. */
	phoneInstead?: PhoneInstead;
}

/** Why Meta does not take a user ID: a test number knows phone numbers only, or the kind of message does. */
export type PhoneInstead = 'notOnTestList' | 'userIdUnsupported';

export type SendResult = { ok: true; sent: SentMessage } | { ok: false; refusal: Refusal };

/** The id alone says that the message was accepted, however odd the contacts are. */
const sendAnswer = z.object({
	contacts: z
		.array(z.object({ wa_id: z.unknown().optional(), user_id: z.unknown().optional() }))
		.catch([]),
	messages: z.tuple([z.object({ id: z.string().min(1) })], z.unknown()),
});

/**
 * Sends one message, or its fallback if the window of the chat is closed; either of them to the phone number of
 * the recipient where Meta takes no user ID. Never throws, and never sends twice: what Meta has refused with a code
 * was not sent.
 */
export async function sendMessage(graph: Graph, message: OutgoingMessage): Promise<SendResult> {
	const result = await sendToPerson(graph, message);
	const isClosed = !result.ok && isRefusedAs(result.refusal, 'windowClosed');
	if (!isClosed || !message.fallback) return result;
	const instead = await sendToPerson(graph, message.fallback);
	return instead.ok ? { ok: true, sent: { ...instead.sent, isFallback: true } } : instead;
}

/** Facts 17.8, and 3, code 131062. */
async function sendToPerson(graph: Graph, message: OutgoingMessage): Promise<SendResult> {
	const result = await sendOne(graph, message);
	const phoneInstead = result.ok ? undefined : whyNotUserId(result.refusal);
	const other = phoneInstead === undefined ? undefined : byPhone(message);
	if (phoneInstead === undefined || other === undefined) return result;
	const instead = await sendOne(graph, other);
	return instead.ok ? { ok: true, sent: { ...instead.sent, phoneInstead } } : instead;
}

function whyNotUserId(refusal: Refusal): PhoneInstead | undefined {
	if (isRefusedAs(refusal, 'recipientNotOnTestList')) return 'notOnTestList';
	return isRefusedAs(refusal, 'userIdUnsupported') ? 'userIdUnsupported' : undefined;
}

async function sendOne(graph: Graph, message: OutgoingMessage): Promise<SendResult> {
	const answer = await graph.call({
		method: 'POST',
		path: [message.phoneNumberId, 'messages'],
		body: message.body,
	});
	if (!answer.ok) return { ok: false, refusal: asSendRefusal(answer.refusal) };
	const read = sendAnswer.safeParse(answer.value);
	if (!read.success) {
		// 2xx without a message id: it may have been sent, so it counts as unanswered.
		return { ok: false, refusal: { kind: 'unanswered', code: 'NO_MESSAGE_ID' } };
	}
	const [contact] = read.data.contacts;
	const [accepted] = read.data.messages;
	const phone = readText(contact?.wa_id);
	return {
		ok: true,
		sent: {
			messageId: accepted.id,
			phone: phone === null ? null : `+${phone.replace(/^\+/, '')}`,
			userId: readText(contact?.user_id),
		},
	};
}

/**
 * An answer that is not the Graph API's comes from something in between, for instance a proxy that timed out
 * after it had passed the message on. Only 4xx says that it was not passed on.
 */
function asSendRefusal(refusal: Refusal): Refusal {
	const isUnclear =
		refusal.kind === 'refused' &&
		refusal.code === null &&
		(refusal.httpStatus < 300 || refusal.httpStatus >= 500);
	return isUnclear ? { kind: 'unanswered', code: `HTTP_${refusal.httpStatus}` } : refusal;
}
