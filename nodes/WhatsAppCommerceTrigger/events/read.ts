import { readOrder } from '../../shared/payload/webhooks/order';
import {
	readEditedMessage,
	readRevokedMessage,
} from '../../shared/payload/webhooks/changedMessage';
import type { IncomingMessage, Part } from '../../shared/payload/webhooks/deliveryParts';
import { namesProduct, readProductQuestion } from '../../shared/payload/webhooks/productQuestion';
import { readSystemMessage } from '../../shared/payload/webhooks/systemMessage';
import { readTextMessage } from '../../shared/payload/webhooks/textMessage';
import type { EventName, EventReader, TriggerEvent } from './event';
import { keyOf } from './key';
import { messageFailed } from './messageFailed';
import { isShallow, rest, unrecognized } from './unrecognized';

/**
 * The events in the order in which they are asked: a question about a product is also a text, and
 * what is left is for `unrecognized`.
 */
const READERS: Array<[EventName, EventReader]> = [
	['order', messageOf('order', readOrder, 'The order message has no ID or no list of products.')],
	[
		'productQuestion',
		messageOf(
			'text',
			readProductQuestion,
			'The question about a product has no text or no SKU.',
			namesProduct,
		),
	],
	['messageFailed', messageFailed],
	[
		'systemMessage',
		messageOf('system', readShallow, 'The system message tells nothing that can be read.'),
	],
	['textMessage', messageOf('text', readTextMessage, 'The text message holds no text.')],
	[
		'textMessage',
		messageOf(
			'edit',
			readEditedMessage,
			'The edited message holds no text, or does not name the message that it replaces.',
		),
	],
	[
		'textMessage',
		messageOf(
			'revoke',
			readRevokedMessage,
			'The message about a deleted one does not name the deleted message.',
		),
	],
	['unrecognized', rest],
];

/**
 * Reads messages of one type.
 *
 * @param reason why one is unrecognized that cannot be read
 * @param isOne whether a message of this type is one of these
 */
function messageOf(
	type: string,
	read: (message: IncomingMessage) => TriggerEvent | null,
	reason: string,
	isOne: (message: IncomingMessage) => boolean = () => true,
): EventReader {
	return (part) => {
		if (part.kind !== 'message' || part.type !== type || !isOne(part)) return undefined;
		return read(part) ?? unrecognized(part, reason);
	};
}

function readShallow(message: IncomingMessage): TriggerEvent | null {
	const event = readSystemMessage(message);
	return event && isShallow(event.system) ? event : null;
}

/** An event, and what the delivery of it is recognized by when Meta repeats it. */
export interface FoundEvent {
	/** Null when nothing recognizes it. */
	key: string | null;
	event: TriggerEvent;
}

/** The events that the builder has chosen, each part once. A part that cannot be read leaves the others alone. */
export function readEvents(parts: Part[], chosen: EventName[]): FoundEvent[] {
	const readers = READERS.filter(([name]) => chosen.includes(name)).map(([, read]) => read);
	return parts.flatMap((part) => {
		const event = readPart(part, readers);
		return event ? [{ key: keyOf(part), event }] : [];
	});
}

function readPart(part: Part, readers: EventReader[]): TriggerEvent | undefined {
	try {
		for (const read of readers) {
			const event = read(part);
			if (event) return event;
		}
		return undefined;
	} catch {
		return unrecognized(part, 'The content of this part cannot be read.');
	}
}
