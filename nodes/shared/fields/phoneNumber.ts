import type { ILoadOptionsFunctions, INodeListSearchResult, INodeProperties } from 'n8n-workflow';

import { phoneNumbers } from '../graph/account/phoneNumbers';
import { connect } from '../graph/connection';
import { matching, toRows } from './listSearch';

/** The business phone number that a message is sent from. */
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

/** The business phone numbers of the credential's account. */
export async function searchPhoneNumbers(
	context: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const result = await phoneNumbers(await connect(context), paginationToken);
	const rows = toRows(context.getNode(), result, ({ id, status, ...number }) => ({
		name: [number.display_phone_number, number.verified_name].filter(Boolean).join(' · ') || id,
		value: id,
		// With any status but CONNECTED a number cannot send. Facts 6.5.
		...(status !== undefined && status !== 'CONNECTED' && { description: status }),
	}));
	return matching(rows, filter);
}
