import type { IDataObject } from 'n8n-workflow';

import { phoneSentence } from '../../shared/payload/phones/phoneSentence';
import type { PhoneRule } from '../../shared/payload/phones/phoneRule';
import { type NumberCountry, readPhone } from '../../shared/payload/phones/readPhone';
import { identitiesOf } from '../../shared/payload/rules/identities';
import { isGraphId } from '../../shared/payload/rules/identifiers';
import { preview } from '../../shared/payload/values/text';
import { deliveryOptions } from './fields';
import { digitsOf, entriesOf, listOf } from './lists';

/**
 * What of the filters can match nobody and nothing, as sentences. A filter that lets nothing through looks like a trigger
 * that does not work.
 *
 * @param home country of the numbers of customers without a country code, where it is known already
 */
export function matchless(options: IDataObject, home: NumberCountry | null): string[] {
	return [
		...entriesOf(options.filterCustomers).flatMap((one) =>
			sentence('filterCustomers', noCustomer(one, home)),
		),
		...listOf(options.filterPhoneNumbers).flatMap((one) =>
			sentence('filterPhoneNumbers', noNumber(one)),
		),
		...listOf(options.filterCatalogs).flatMap((one) => sentence('filterCatalogs', noCatalog(one))),
	];
}

function sentence(name: string, reason: string | null): string[] {
	const label = deliveryOptions.find((one) => one.name === name)?.displayName ?? name;
	return reason === null ? [] : [`An entry of ${label} ${reason} It can match nothing.`];
}

function noCustomer(
	entry: string | Record<string, unknown>,
	home: NumberCountry | null,
): string | null {
	if (typeof entry !== 'string') {
		const { phone, userId } = identitiesOf(entry, home);
		const isNobody = phone === null && userId === null && typeof entry.username !== 'string';
		return isNobody ? 'is an object with no user ID, phone number or user name.' : null;
	}
	const { phone, userId } = identitiesOf(entry, home);
	if (phone !== null || userId !== null || USER_NAME.test(entry)) return null;
	if (digitsOf(entry).length < PHONE_DIGITS) {
		return `is "${preview(entry)}", which is no phone number, user ID or user name.`;
	}
	const read = readPhone(entry, home);
	if (typeof read === 'string' || (home === null && mayBeCompleted(read))) return null;
	return phoneSentence(read);
}

/** By the country of the number that receives, which is not known yet. */
const mayBeCompleted = (read: PhoneRule): boolean =>
	read.rule === 'phoneNational' ||
	(read.rule === 'phoneImpossible' && read.countryFrom === 'digits');

/** With so many digits a text was meant as a number. */
const PHONE_DIGITS = 4;

/** Letters, digits, dots and underscores; without a letter it would be a number. */
const USER_NAME = /^@?(?=[^@]*\p{L})[\p{L}\d._]+$/u;

function noNumber(entry: string): string | null {
	return digitsOf(entry).length < FEWEST_DIGITS
		? `is "${preview(entry)}", which is no phone number ID and no phone number.`
		: null;
}

/** Of a phone number and of an ID. */
const FEWEST_DIGITS = 3;

const noCatalog = (entry: string): string | null =>
	isGraphId(entry) ? null : `is "${preview(entry)}", which is no catalog ID.`;
