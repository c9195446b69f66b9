import type { Customer } from './customer';

/** The parts that a delivery is read into. What they hold is in facts 2.1 to 2.5. */

/** The business's side of a part: where it arrived. */
export interface Origin {
	phoneNumberId: string | null;
	displayPhoneNumber: string | null;
	businessAccountId: string | null;
	/** Whether Meta Business Agent held the chat: it loses it with our next free-form message. Facts 15.4. */
	standby: boolean;
}

/** What a customer sent, or what WhatsApp itself wrote in the chat. */
export interface IncomingMessage extends Origin {
	kind: 'message';
	/** The wamid. Null when there is none, which Meta does not document. */
	messageId: string | null;
	/** Meta's `type`. */
	type: string;
	/** ISO 8601 in UTC. Null when Meta's timestamp cannot be read. */
	sentAt: string | null;
	customer: Customer;
	/** The message as Meta sent it. */
	message: Record<string, unknown>;
}

/** The status of a message that the business sent, or of a payment. Facts 2.5, 12.5. */
export interface IncomingStatus extends Origin {
	kind: 'status';
	/** The wamid of the message that the business sent; another ID where it is about something else. */
	messageId: string;
	/** What the status is about: see `statusSubject.ts`. */
	subject: string;
	/** Meta's `status`, such as `delivered` or `failed`. */
	status: string;
	/** ISO 8601 in UTC. Null when Meta's timestamp cannot be read. */
	statusAt: string | null;
	customer: Customer;
	/** The status as Meta sent it. */
	report: Record<string, unknown>;
}

/** A part that does not have the documented shape. */
export interface UnreadPart extends Origin {
	kind: 'unread';
	/** As a sentence. */
	reason: string;
	raw: unknown;
}

export type Part = IncomingMessage | IncomingStatus | UnreadPart;

/** The origin of a part without the rest of it. */
export const originOf = ({
	phoneNumberId,
	displayPhoneNumber,
	businessAccountId,
	standby,
}: Origin): Origin => ({ phoneNumberId, displayPhoneNumber, businessAccountId, standby });

/** The origin of a part that does not tell it. */
export const NOWHERE: Origin = {
	phoneNumberId: null,
	displayPhoneNumber: null,
	businessAccountId: null,
	standby: false,
};

export const unread = (reason: string, raw: unknown, origin: Origin = NOWHERE): UnreadPart => ({
	kind: 'unread',
	...originOf(origin),
	reason,
	raw,
});
