import type { Part } from '../../shared/payload/webhooks/deliveryParts';
import type { EventName, EventReader, TriggerEvent } from './event';
import { messageFailed } from './messageFailed';
import { order } from './order';
import { productQuestion } from './productQuestion';
import { systemMessage } from './systemMessage';
import { textMessage } from './textMessage';
import { rest, unrecognized } from './unrecognized';

/**
 * The events in the order in which they are asked: a question about a product is also a text, and
 * what is left is for `unrecognized`.
 */
const READERS: Array<[EventName, EventReader]> = [
	['order', order],
	['productQuestion', productQuestion],
	['messageFailed', messageFailed],
	['systemMessage', systemMessage],
	['textMessage', textMessage],
	['unrecognized', rest],
];

/** An event, and what the delivery of it is recognized by when Meta repeats it. */
export interface FoundEvent {
	/** The wamid, with the status where it is about one (facts 2.5). Null when it has no wamid. */
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

function keyOf(part: Part): string | null {
	if (part.kind === 'unread') return null;
	return part.kind === 'message' ? part.messageId : `${part.messageId} ${part.status}`;
}
