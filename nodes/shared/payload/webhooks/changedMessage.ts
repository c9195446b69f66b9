import { isRecord } from '../values/objects';
import { textAt } from '../values/webhookValues';
import type { IncomingMessage } from './deliveryParts';
import { quotedIdIn } from './quotedMessage';
import { textEvent, type TextMessageEvent } from './textMessage';

/** Messages about an earlier message of the same customer. Facts 2.9. */

/** The kinds of media that have a caption, which is what an edit of one changes. Facts 2.9. */
const CAPTIONED = ['image', 'video', 'document'];

/**
 * Reads an `edit` message: the new text of an earlier message, or the new caption of a picture. Returns
 * null when it names no earlier message or holds neither. Never throws.
 */
export function readEditedMessage(incoming: IncomingMessage): TextMessageEvent | null {
	const { edit } = incoming.message;
	if (!isRecord(edit)) return null;
	const editedMessageId = textAt(edit, 'original_message_id');
	const content = isRecord(edit.message) ? edit.message : {};
	const text = newTextOf(content);
	if (editedMessageId === null || text === null) return null;
	return textEvent(incoming, { text, editedMessageId, quotedMessageId: quotedIdIn(content) });
}

/** Reads a `revoke` message. Returns null when it does not name what was deleted. Never throws. */
export function readRevokedMessage(incoming: IncomingMessage): TextMessageEvent | null {
	const revokedMessageId = textAt(incoming.message.revoke, 'original_message_id');
	return revokedMessageId === null ? null : textEvent(incoming, { text: '', revokedMessageId });
}

function newTextOf(content: Record<string, unknown>): string | null {
	const { text } = content;
	if (isRecord(text)) return typeof text.body === 'string' ? text.body : null;
	const media = CAPTIONED.map((kind) => content[kind]).find(isRecord);
	if (media === undefined) return null;
	// A caption can be taken away, too.
	return typeof media.caption === 'string' ? media.caption : '';
}
