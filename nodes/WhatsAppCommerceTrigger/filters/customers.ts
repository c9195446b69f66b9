import { countryOfBusiness } from '../../shared/payload/phones/completed';
import type { NumberCountry } from '../../shared/payload/phones/readPhone';
import { samePhone } from '../../shared/payload/phones/spellings';
import { identitiesOf } from '../../shared/payload/rules/identities';
import { isRecord } from '../../shared/payload/values/objects';
import type { TriggerEvent } from '../events/event';
import { digitsOf, entriesOf } from './lists';

/** Whom the builder wants, in the forms in which an event can name them. */
interface Wanted {
	/** All spellings of a number are one here (facts 17.9). */
	phones: Set<string>;
	/** User IDs and user names, which both may be written in any case. */
	names: Set<string>;
}

/**
 * The country of the number that received an event: that of numbers without a country code. Where digits could be a number of
 * another country as well, the filter takes both.
 */
export function homeOf(displayPhoneNumber: string | null): NumberCountry | null {
	const country = countryOfBusiness(displayPhoneNumber);
	return country === null ? null : { country, isChosen: true };
}

/**
 * Only these customers, given as Recipient takes them or by user name. Undefined where nobody is given.
 *
 * @param given texts, lists, whole customers
 */
export function onlyCustomers(given: unknown): ((event: TriggerEvent) => boolean) | undefined {
	const entries = entriesOf(given);
	if (entries.length === 0) return undefined;
	const byCountry = new Map<string | null, Wanted>();
	const wantedIn = (displayed: string | null): Wanted => {
		const home = homeOf(displayed);
		const known = byCountry.get(home?.country ?? null) ?? read(entries, home);
		byCountry.set(home?.country ?? null, known);
		return known;
	};
	return ({ event, displayPhoneNumber, customer: { key, phone, userId, username } }) => {
		if (event === 'unrecognized' && key === null) return true;
		const { phones, names } = wantedIn(displayPhoneNumber);
		return (
			(phone !== null && phones.has(samePhone(phone))) ||
			(userId !== null && names.has(nameOf(userId))) ||
			(username !== null && names.has(nameOf(username)))
		);
	};
}

function read(entries: ReturnType<typeof entriesOf>, home: NumberCountry | null): Wanted {
	const wanted: Wanted = { phones: new Set(), names: new Set() };
	for (const entry of entries) {
		const { phone, userId } = identitiesOf(entry, home);
		if (phone !== null) wanted.phones.add(phone);
		if (userId !== null) wanted.names.add(nameOf(userId));
		const name = isRecord(entry) ? entry.username : entry;
		if (typeof name !== 'string') continue;
		wanted.names.add(nameOf(name));
		// Digits with a country code, even where they are grouped as if they had none.
		if (PHONE_LIKE.test(name))
			wanted.phones.add(samePhone(`+${digitsOf(name).replace(/^00/, '')}`));
	}
	return wanted;
}

const PHONE_LIKE = /^[+\d\s()./-]+$/;

/** User names have no upper case and may be written with an @. */
const nameOf = (text: string): string => text.replace(/^@/, '').toLowerCase();
