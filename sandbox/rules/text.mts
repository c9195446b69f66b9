import { messageRefusal } from './refusal/refusal.mts';
import { LIMITS } from './limits.mts';
import { objectAt, onlyKeys, textAt } from './shape.mts';

/** An ordinary text message, for workflows that also write to the customer. */
export function checkText(value: unknown): void {
	const text = objectAt(value, 'text');
	onlyKeys(text, 'text', ['body', 'preview_url']);
	textAt(text.body, "text['body']", LIMITS.textBody);
	if (text.preview_url !== undefined && typeof text.preview_url !== 'boolean') {
		throw messageRefusal(100, "Param text['preview_url'] must be a boolean.");
	}
}
