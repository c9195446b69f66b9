import { z } from 'zod';

import type { OutgoingMessage } from '../payload/messages';
import type { Refusal } from './answer';
import type { Graph } from './connection';

/** What Meta answers to a send. Accepted is not delivered: that comes by webhook. Facts 0.1, 1.1. */
export interface SentMessage {
	messageId: string;
	/** Plus and digits of the number that Meta matched; null when sent to a user id. */
	phone: string | null;
	userId: string | null;
}

export type SendResult = { ok: true; sent: SentMessage } | { ok: false; refusal: Refusal };

const sendAnswer = z.object({
	contacts: z
		.array(z.object({ wa_id: z.string().optional(), user_id: z.string().optional() }))
		.optional(),
	messages: z.array(z.object({ id: z.string() })).min(1),
});

/** Sends one message. Never throws and never sends twice. */
export async function sendMessage(graph: Graph, message: OutgoingMessage): Promise<SendResult> {
	const answer = await graph.call({
		method: 'POST',
		path: [message.phoneNumberId, 'messages'],
		body: message.body as Parameters<Graph['call']>[0]['body'],
	});
	if (!answer.ok) return answer;
	const read = sendAnswer.safeParse(answer.body);
	if (!read.success) {
		// 2xx without a message id: it may have been sent, so it counts as unanswered.
		return { ok: false, refusal: { kind: 'unanswered', code: 'NO_MESSAGE_ID' } };
	}
	const contact = read.data.contacts?.[0];
	return {
		ok: true,
		sent: {
			messageId: read.data.messages[0].id,
			phone: contact?.wa_id === undefined ? null : `+${contact.wa_id.replace(/^\+/, '')}`,
			userId: contact?.user_id ?? null,
		},
	};
}
