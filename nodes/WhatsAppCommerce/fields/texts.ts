import type { INodeProperties } from 'n8n-workflow';

import { LIMITS } from '../../shared/payload/limits';

const upTo = (characters: number) => `Up to ${characters} characters`;

export const headerField: INodeProperties = {
	displayName: 'Header Text',
	name: 'headerText',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Fresh today',
	description: `${upTo(LIMITS.headerText)}. Emoji are shown, formatting is not.`,
};

export const bodyField = (required: boolean): INodeProperties => ({
	displayName: 'Body Text',
	name: 'bodyText',
	type: 'string',
	typeOptions: { rows: 3 },
	required: required || undefined,
	default: '',
	placeholder: 'e.g. Here is what you asked for',
	description: `${upTo(LIMITS.bodyText)}. WhatsApp formatting and links work.`,
});

export const footerField: INodeProperties = {
	displayName: 'Footer Text',
	name: 'footerText',
	type: 'string',
	default: '',
	placeholder: 'e.g. Prices include VAT',
	description: upTo(LIMITS.footerText),
};
