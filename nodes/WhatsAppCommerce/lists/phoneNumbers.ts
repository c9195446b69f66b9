import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { phoneNumbers } from '../../shared/graph/assets';
import { connect } from '../../shared/graph/connection';
import { matching, toRows } from './search';

/** The business phone numbers of the credential's account. */
export async function searchPhoneNumbers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const result = await phoneNumbers(await connect(this), paginationToken);
	const rows = toRows(this.getNode(), result, (number) => ({
		name:
			[number.display_phone_number, number.verified_name].filter(Boolean).join(' · ') || number.id,
		value: number.id,
		// Anything but CONNECTED cannot send (facts 6.5).
		description: number.status === 'CONNECTED' ? undefined : number.status,
	}));
	return matching(rows, filter);
}
