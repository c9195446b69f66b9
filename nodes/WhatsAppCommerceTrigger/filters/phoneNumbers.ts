import { digitsOf, listOf, type FilterMaker } from './filter';

/** Only what came in on these numbers of the business, given by ID or as they are dialled. */
export const phoneNumbers: FilterMaker = ({ filterPhoneNumbers }) => {
	const wanted = new Set(listOf(filterPhoneNumbers).map(digitsOf));
	if (wanted.size === 0) return undefined;
	return ({ event, phoneNumberId, displayPhoneNumber }) => {
		// What could not be read may not tell its number, and is not lost because of that.
		if (event === 'unrecognized' && phoneNumberId === null) return true;
		return (
			(phoneNumberId !== null && wanted.has(digitsOf(phoneNumberId))) ||
			(displayPhoneNumber !== null && wanted.has(digitsOf(displayPhoneNumber)))
		);
	};
};
