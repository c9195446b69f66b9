import type { Trouble } from './trouble.mts';

/** What live shops and numbers report (facts 15 and 17): each is seen there, and at some only. A part of the table (table.mts). */
export const FIELD_REPORTS = [
	{
		name: 'noReview',
		label: 'Products without a review',
		explanation:
			'Refused: what WhatsApp has not reviewed yet (NO_REVIEW) cannot be sent, as for new products in some shops; in others it goes through.',
		kind: 'switch',
		choices: [
			{ value: 'sent', label: 'Sent' },
			{ value: 'refused', label: 'Refused' },
		],
		default: 'sent',
	},
	{
		name: 'wrongCatalog',
		label: 'Words for a wrong catalog',
		explanation:
			'What Meta says to a catalog that is not connected: to check the connection, or “Invalid catalog_id”, with 131009 or with 100.',
		kind: 'choice',
		choices: [
			{ value: 'checkLinked', label: 'Check the connection' },
			{ value: 'invalidId', label: 'Invalid catalog_id' },
			{ value: 'invalidIdAs100', label: 'The same as 100' },
		],
		default: 'checkLinked',
	},
	{
		name: 'catalogDenial',
		label: 'Words for missing catalog rights',
		explanation:
			'What Meta says to a token without rights for the catalog: that a permission is missing (200), or that there is no such object (100).',
		kind: 'switch',
		choices: [
			{ value: 'permission', label: 'Permission missing' },
			{ value: 'object', label: 'No such object' },
		],
		default: 'permission',
	},
	{
		name: 'refusalLanguage',
		label: 'Language of refusals',
		explanation:
			'Refusals also carry a text for people (error_user_msg), in English or in the language of the account; the last choice writes the details in it, too.',
		kind: 'choice',
		choices: [
			{ value: 'none', label: 'No text for people' },
			{ value: 'english', label: 'English' },
			{ value: 'spanish', label: 'Spanish' },
			{ value: 'allSpanish', label: 'Details in Spanish, too' },
		],
		default: 'none',
	},
	{
		name: 'settingsWrite',
		label: 'Changing commerce settings',
		explanation:
			'Fails: the API answers 500 with code 1 for a day; only the switch in WhatsApp Manager works (here under Setup).',
		kind: 'switch',
		choices: [
			{ value: 'works', label: 'Works' },
			{ value: 'fails', label: 'Fails' },
		],
		default: 'works',
	},
	{
		name: 'templateVariables',
		label: 'Odd template variables',
		explanation:
			'A line break, a tab or more than four blanks in a row is not allowed in a variable (132018): refused at once, or accepted and failed later.',
		kind: 'switch',
		choices: [
			{ value: 'refused', label: 'At once' },
			{ value: 'late', label: 'Late' },
		],
		default: 'refused',
	},
	{
		name: 'headerFormatting',
		label: 'Formatting in headers',
		explanation:
			'A header with * _ ~ or a line break: the message is refused with 131009, or the customer sees the characters as they are.',
		kind: 'switch',
		choices: [
			{ value: 'refused', label: 'Refused' },
			{ value: 'shown', label: 'Shown raw' },
		],
		default: 'refused',
	},
	{
		name: 'orderContext',
		label: 'Orders name their message',
		explanation:
			'Given: an order says which message of the business its first product came from. Rarely seen at Meta.',
		kind: 'switch',
		choices: [
			{ value: 'absent', label: 'Absent' },
			{ value: 'given', label: 'Given' },
		],
		default: 'absent',
	},
	{
		name: 'standbyRoute',
		label: 'Callback of standby events',
		explanation:
			'While an agent holds a chat its events come as “standby”. Meta’s list of what a callback of an account or a number gets does not name them; as messages: they go there all the same.',
		kind: 'switch',
		choices: [
			{ value: 'app', label: 'The app’s' },
			{ value: 'override', label: 'As messages' },
		],
		default: 'app',
	},
] as const satisfies readonly Trouble[];
