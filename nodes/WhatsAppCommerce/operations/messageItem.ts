import type { IDataObject } from 'n8n-workflow';

import type { OutgoingMessage } from '../../shared/payload/messages';
import type { Attempt } from './send';

/** What becomes of a message. */
export interface MessageFate {
	status: 'accepted' | 'preview';
	messageId: string | null;
	phone: string | null;
	userId: string | null;
}

/** The output of one message of an attempt. What is left out is reported once, with the first part. */
export function messageItem(
	{ recipient, draft, leftOut, catalog }: Attempt,
	messages: OutgoingMessage[],
	index: number,
	{ messageId, status, phone, userId }: MessageFate,
): IDataObject {
	const dropped = index === 0 && draft ? [...draft.dropped, ...leftOut] : [];
	return {
		messageId,
		status,
		recipient: { input: recipient, phone, userId },
		catalogId: draft?.catalogId,
		products: messages[index].products,
		dropped: dropped.map((one) => ({ ...one })),
		checked: catalog !== undefined,
		part: index + 1,
		parts: messages.length,
		trackingData: draft?.trackingData,
	};
}
