import type { INodeProperties } from 'n8n-workflow';

/** The business phone number that a message leaves from. */
export const senderField: INodeProperties = {
	displayName: 'Sender Phone Number',
	name: 'phoneNumberId',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The business phone number that the message is sent from',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a phone number…',
			typeOptions: { searchListMethod: 'searchPhoneNumbers', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 106540352242922',
			hint: 'The phone number ID of Meta, not the phone number',
		},
	],
};

/** The business phone number that a setup operation looks at. */
export const setupNumberField: INodeProperties = {
	...senderField,
	displayName: 'Phone Number',
	description: 'The business phone number that it is about',
};
