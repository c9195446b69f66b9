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
			'Phone number with country code, or a business-scoped user ID such as US.13491208655302741918. The customer that the trigger gives fits, whole or its key.',
	},
	read: (run, item) => run.given('recipient', item),
};
