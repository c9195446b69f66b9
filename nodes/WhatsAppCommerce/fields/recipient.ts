import { LABELS } from '../../shared/payload/labels';
import type { Field } from '../items/field';

/** Who gets the message; payload/rules/recipient.ts says in which forms. */
export const recipient: Field = {
	property: {
		displayName: LABELS.recipient,
		name: 'recipient',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +49 151 12345678',
		description:
			'Phone number with country code, or a business-scoped user ID such as US.13491208655302741918. The customer key that the trigger gives always fits.',
	},
	read: (run, item) => run.given('recipient', item),
};
