import { LABELS } from '../../shared/payload/labels';
import { LIMITS } from '../../shared/payload/limits';
import { optional, unread } from './reading/fields';

const upTo = (characters: number) => `Up to ${characters} characters`;

export const headerText = unread({
	displayName: LABELS.headerText,
	name: 'headerText',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Fresh today',
	description: `${upTo(LIMITS.headerText)}. Emoji are shown, formatting is not.`,
});

export const bodyText = unread({
	displayName: LABELS.bodyText,
	name: 'bodyText',
	type: 'string',
	typeOptions: { rows: 3 },
	required: true,
	default: '',
	placeholder: 'e.g. Here is what you asked for',
	description: `${upTo(LIMITS.bodyText)}. WhatsApp formatting and links work.`,
});

/** For messages that need no text. */
export const optionalBodyText = optional(bodyText);

export const footerText = unread({
	displayName: LABELS.footerText,
	name: 'footerText',
	type: 'string',
	default: '',
	placeholder: 'e.g. Prices include VAT',
	description: upTo(LIMITS.footerText),
});
