import type { Customer } from '../../shared/payload/webhooks/customer';
import type { OrderEvent } from '../../shared/payload/webhooks/order';
import type { Origin, Part } from '../../shared/payload/webhooks/deliveryParts';
import type { ProductQuestionEvent } from '../../shared/payload/webhooks/productQuestion';
import type { SystemMessageEvent } from '../../shared/payload/webhooks/systemMessage';
import type { FailedStatus } from '../../shared/payload/webhooks/failedStatus';
import type { TextMessageEvent } from '../../shared/payload/webhooks/textMessage';

/** The names that workflows store. */
export type EventName =
	| 'messageFailed'
	| 'order'
	| 'productQuestion'
	| 'systemMessage'
	| 'textMessage'
	| 'unrecognized';

/** A message that Meta accepted and could not deliver, with what that means. */
export interface MessageFailedEvent extends FailedStatus {
	event: 'messageFailed';
	/** In the words of a refused send. */
	whatHappened: string;
	whatToDo: string;
}

/** A part that no chosen event reads: kept unchanged, with the reason. */
export interface UnrecognizedEvent extends Origin {
	event: 'unrecognized';
	messageId: string | null;
	/** Meta's type of a message, name of a delivery's status, or type of another status. */
	type: string | null;
	sentAt: string | null;
	customer: Customer;
	reason: string;
	/** Unchanged; null when it is nested deeper than n8n can handle. */
	raw: unknown;
}

export type TriggerEvent =
	| MessageFailedEvent
	| OrderEvent
	| ProductQuestionEvent
	| SystemMessageEvent
	| TextMessageEvent
	| UnrecognizedEvent;

/**
 * Reads a part of a delivery.
 *
 * @returns undefined when the part is not about this event
 */
export type EventReader = (part: Part) => TriggerEvent | undefined;
