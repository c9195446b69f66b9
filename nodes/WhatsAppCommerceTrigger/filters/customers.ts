import { digitsOf, listOf, type FilterMaker } from './filter';

/** Only these customers, given by phone number, user ID or user name. */
export const customers: FilterMaker = ({ filterCustomers }) => {
	const wanted = listOf(filterCustomers);
	if (wanted.length === 0) return undefined;
	const names = new Set(wanted.map(nameOf));
	const phones = new Set(wanted.filter((one) => /^[+\d\s()./-]+$/.test(one)).map(phoneOf));
	return ({ event, customer: { key, phone, userId, username } }) => {
		if (event === 'unrecognized' && key === null) return true;
		return (
			(phone !== null && phones.has(digitsOf(phone))) ||
			(userId !== null && names.has(nameOf(userId))) ||
			(username !== null && names.has(nameOf(username)))
		);
	};
};

/** User names have no upper case and may be written with an @. */
const nameOf = (text: string): string => text.replace(/^@/, '').toLowerCase();

/** 00 stands for + when a number is dialled. */
const phoneOf = (text: string): string => digitsOf(text).replace(/^00/, '');
