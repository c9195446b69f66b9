import type { INodeProperties } from 'n8n-workflow';

import { senderField } from '../../shared/fields/phoneNumber';

/** How Meta learns where to deliver. */
export const registrationFields: INodeProperties[] = [
	{
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		default: 'app',
		description:
			'How Meta learns where to deliver. A phone number goes before its business account, and that before the app. What stood in the same place before is put back when the workflow is unpublished.',
		options: [
			{
				name: 'App',
				value: 'app',
				description:
					'Sets the one callback URL of the Meta app. Needs nothing else, and receives everything that no number or account has a URL of its own for.',
			},
			{
				name: 'Business Account',
				value: 'businessAccount',
				description:
					"Sets the callback URL of the credential's business account. The app's own URL stays and keeps what other accounts receive.",
			},
			{
				name: 'Manual',
				value: 'manual',
				description: 'You paste callback URL and verify token in the Meta app dashboard yourself',
			},
			{
				name: 'Phone Number',
				value: 'phoneNumber',
				description:
					'Sets the callback URL of one number. Everything else stays where it is, so this is the way to live beside other workflows and services.',
			},
		],
	},
	{
		...senderField,
		displayName: 'Phone Number',
		description: 'The business phone number whose messages come here',
		displayOptions: { show: { registration: ['phoneNumber'] } },
	},
	{
		displayName:
			'Meta takes a URL for a number or an account only when the app itself receives messages already, for instance in another workflow or service. If this is your only one, choose "App".',
		name: 'overrideNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['businessAccount', 'phoneNumber'] } },
	},
	{
		displayName:
			'In the Meta app dashboard open WhatsApp > Configuration, paste the Production URL from above and this verify token, and subscribe to the fields "messages" and "standby" (what comes while Meta Business Agent holds a chat). The workflow must be published first, since Meta calls the URL at once.',
		name: 'manualNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['manual'] } },
	},
	{
		displayName: 'Verify Token',
		name: 'verifyToken',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		default: '',
		description:
			'At least 16 characters that nobody can guess. Meta sends them back when it checks the callback URL.',
		displayOptions: { show: { registration: ['manual'] } },
	},
];

/** Members of the trigger's options. */
export const registrationOptions: INodeProperties[] = [
	{
		displayName: 'Replace Another Callback URL',
		name: 'replaceCallback',
		type: 'boolean',
		default: false,
		description:
			"Whether to take over when another URL stands there now: this workflow's live URL while you listen for a test event, another workflow's, or another service's. It gets nothing until this trigger stops. URLs of this node are put back then; one of another service or node only with its verify token below, since Meta does not tell it.",
		displayOptions: { hide: { '/registration': ['manual'] } },
	},
	{
		displayName: 'Verify Token of the Other URL',
		name: 'otherVerifyToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		description:
			'The token that the other service or node expects when Meta checks its URL. It is needed to put that URL back; URLs of WhatsApp Commerce Triggers with the same app secret need none.',
		displayOptions: { hide: { '/registration': ['manual'] } },
	},
];
