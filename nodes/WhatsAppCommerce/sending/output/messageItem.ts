import type { IDataObject } from 'n8n-workflow';

import type { PhoneInstead } from '../../../shared/graph/sending/sendMessage';
import { droppedRow } from '../../../shared/payload/catalog/availability';
import type { OutgoingMessage } from '../../../shared/payload/messages/envelope';
import type { Part, SendTask, TakenVariants } from '../task';

/** The outcome of one message. */
interface MessageFate {
	/** Accepted by Meta, which is not yet delivered; ambiguous where no answer came. */
	status: 'accepted' | 'ambiguous' | 'preview';
	messageId: string | null;
	phone: string | null;
	userId: string | null;
	/** Whether the fallback of the message was sent. */
	isFallback?: boolean;
	/** Why it went to the phone number of a recipient given by user ID. */
	phoneInstead?: PhoneInstead;
}

/** The output of one message of a task. What is left out is reported once, with the first part. */
export function messageItem(
	{ recipient, draft, leftOut, matched, taken, key, catalog }: SendTask,
	prepared: OutgoingMessage,
	{ index, parts }: Part,
	{ messageId, status, phone, userId, isFallback, phoneInstead }: MessageFate,
): IDataObject {
	const message = (isFallback ? prepared.fallback : undefined) ?? prepared;
	const dropped = index === 0 ? [...draft.dropped, ...leftOut] : [];
	return {
		messageId,
		status,
		recipient: { input: recipient, phone, userId },
		catalogId: draft.catalogId,
		products: message.products,
		...(message.template && { template: message.template }),
		...(message.standsInFor && { fallback: message.standsInFor }),
		...(phoneInstead && { phoneInstead }),
		dropped: dropped.map((one) => ({ ...droppedRow(one) })),
		matched: (index === 0 ? matched : []).map((one) => ({ ...one })),
		checked: catalog !== undefined,
		part: index + 1,
		parts,
		trackingData: draft.trackingData,
		...(key !== '' && { key }),
		...(taken.size > 0 && index === 0 && { variantsTaken: takenRows(taken) }),
	};
}

const takenRows = (taken: TakenVariants): IDataObject[] =>
	[...taken].map(([sku, variants]) => ({ sku, variants: [...variants] }));
