import { LIMITS } from './limits.mts';
import { objectAt, onlyKeys, textAt } from './shape.mts';

/** Body and footer: objects that hold nothing but a text (facts 1.2, 1.3). */
function checkTextPart(value: unknown, path: string, most: number): void {
	const part = objectAt(value, path);
	onlyKeys(part, path, ['text']);
	textAt(part.text, `${path}['text']`, most);
}

export function checkBody(value: unknown, required: boolean): void {
	if (required || value !== undefined) checkTextPart(value, "interactive['body']", LIMITS.bodyText);
}

export function checkFooter(value: unknown): void {
	if (value !== undefined) checkTextPart(value, "interactive['footer']", LIMITS.footerText);
}
