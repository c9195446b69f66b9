import { LABELS } from '../../shared/payload/labels';
import { isWebhookNumber } from '../../shared/payload/rules/identities';
import { GivenRecipient } from '../../shared/payload/rules/recipient';
import type { Field } from '../items/field';
import type { Run } from '../items/run';
import { numberCountry } from './options/numberCountry';

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
			'Phone number with country code (an option completes those without), or a business-scoped user ID such as US.13491208655302741918. The customer that the trigger gives fits, whole or its key.',
	},
	read: (run, item) => run.given('recipient', item),
};

/** The recipient with what decides how its number is read. */
export function givenRecipient(run: Run, item: number): GivenRecipient {
	const given = recipient.read(run, item);
	return new GivenRecipient(
		given,
		numberCountry.read(run, item),
		isWebhookNumber(given, run.input[item]?.json),
	);
}
