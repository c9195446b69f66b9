import type { Failure } from '../../world/chatEntry.mts';
import type { TroubleValues } from '../../world/troubles/table.mts';
import { CODES } from '../refusal/codes.mts';
import { messageRefusal } from '../refusal/refusal.mts';

const NOT_ALLOWED = /[\n\r\t]| {5}/;

/**
 * A variable holds no line break, no tab and no more than four blanks in a row (facts 17.6, code 132018). Mostly that is refused at
 * once, sometimes it only fails later: trouble `templateVariables`.
 *
 * @param components of a template that has passed all other checks
 * @returns the later failure, if there is to be one
 */
export function checkVariables(
	components: unknown,
	{ templateVariables }: TroubleValues,
): Failure | null {
	if (!textsIn(components).some((text) => NOT_ALLOWED.test(text))) return null;
	const details = 'A text parameter cannot have line breaks, tabs or more than 4 blanks in a row.';
	if (templateVariables === 'refused') throw messageRefusal(132018, details);
	return { code: 132018, title: CODES[132018].title, details };
}

/** Of parameters anywhere in the components: header, body, buttons and cards. */
function textsIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	if (Array.isArray(value)) return value.flatMap(textsIn);
	const { type, text, ...others } = value as Record<string, unknown>;
	const own = type === 'text' && typeof text === 'string' ? [text] : [];
	return [...own, ...Object.values(others).flatMap(textsIn)];
}
