import type { INodeProperties } from 'n8n-workflow';

/** Who gets the message; read by payload/recipient.ts. */
export const recipientField: INodeProperties = {
	displayName: 'Recipient',
	name: 'recipient',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +49 151 12345678',
	description:
		'Phone number with country code, or a business-scoped user ID such as US.13491208655302741918. The customer key that the trigger gives always fits.',
};
