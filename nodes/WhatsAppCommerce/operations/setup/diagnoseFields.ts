import type { INodeProperties } from 'n8n-workflow';

import { catalog } from '../../fields/catalog';
import { without } from '../../fields/reading/fields';
import { setupNumber } from '../../fields/sender';
import type { Field } from '../../items/field';

/** Whether a diagnosis is one item, or an item for each check. */
export const output: INodeProperties = {
	displayName: 'Output',
	name: 'diagnosisOutput',
	type: 'options',
	default: 'perCheck',
	options: [
		{
			name: 'One Item per Check',
			value: 'perCheck',
			description: 'Each check with its status, what was found and what to do',
		},
		{
			name: 'One Summary Item',
			value: 'summary',
			description: 'The worst status, the counts, and a table as text',
		},
	],
};

export const diagnoseFields: Array<Field | INodeProperties> = [
	{
		displayName: 'Nothing is sent and nothing is changed.',
		name: 'diagnoseNotice',
		type: 'notice',
		default: '',
	},
	setupNumber,
	output,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				...without(catalog.property, 'required'),
				description:
					'The catalog that your workflows use. Without it the connected one is looked at.',
			},
			{
				displayName: 'Expected Callback URL',
				name: 'expectedCallbackUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://n8n.example.com/webhook/…',
				description:
					'The production URL of your trigger, to compare with the one at Meta. Without it any URL of this n8n is fine.',
			},
			{
				displayName: 'Inspect Access Token',
				name: 'inspectToken',
				type: 'boolean',
				default: true,
				description:
					'Whether to ask Meta about the access token. Meta takes the token only inside the URL of that call; turn it off where a proxy keeps URLs.',
			},
			{
				displayName: 'Sample SKUs',
				name: 'sampleSkus',
				type: 'string',
				default: '',
				placeholder: 'e.g. BREAD-01, BREAD-02',
				description: 'Products that must be sendable, with commas between them',
			},
		],
	},
];
