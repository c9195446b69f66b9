import type { INodeProperties } from 'n8n-workflow';

import { LABELS } from '../../../shared/payload/labels';
import { without } from '../reading/fields';
import { template } from '../template';

export const lastMessageAt: INodeProperties = {
	displayName: "Customer's Last Message At",
	name: 'lastMessageAt',
	type: 'dateTime',
	default: '',
	description:
		'With a Fallback Template: when the customer wrote for the last time, if you know. After 24 hours the template goes out at once.',
};

export const fallbackTemplate: INodeProperties = {
	...without(template.property, 'required', 'typeOptions'),
	displayName: 'Fallback Template',
	name: 'fallbackTemplate',
	description:
		'Sent with the same products when Meta says that the customer wrote more than 24 hours ago. A template for one product takes the first.',
};

export const fallbackVariables: INodeProperties = {
	displayName: LABELS.fallbackVariables,
	name: 'fallbackVariables',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Variable',
	default: {},
	description: 'What stands in the place of each variable of the Fallback Template',
	options: [
		{
			displayName: 'Variable',
			name: 'variable',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. body_1',
					description:
						'Where it stands and its number or name: header_1, body_1, body_first_name; header_image for the address of a picture, button_2 for the address of the second button',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
				},
			],
		},
	],
};

/** Options of the free-form sends: what to do when the 24-hour window is closed. */
export const windowFallbackOptions = [lastMessageAt, fallbackTemplate, fallbackVariables];
