import type { NumberCountry } from '../phones/readPhone';
import { samePhone } from '../phones/spellings';
import { trimmed } from '../values/text';
import { type Identities, identitiesWith } from './identities';
import { type GivenRecipient, identityIn, readRecipient } from './recipient';

/**
 * Other spellings of a key that names the recipient: with the number as all of its spellings have it in common (facts 17.9),
 * and with the other identity of the same person. A message that was sent with one of them was sent to this person.
 *
 * @param key a text that stands for a message, such as `campaign-7/+49 151 …`
 * @param items JSON of the items that the message is made from
 * @returns none for a key that does not name the recipient, or names it in the common spelling
 */
export function keySpellings(
	key: string,
	{ given, home }: Pick<GivenRecipient, 'given' | 'home'>,
	items: unknown[],
): string[] {
	const person = identitiesWith(given, items, home);
	const named = nameIn(key, identityIn(given), person, home);
	if (named === undefined) return [];
	const ids = [person.phone, person.userId].filter((id) => id !== null);
	const spelt = ids.map((id) => key.split(named).join(id));
	return [...new Set(spelt)].filter((one) => one !== key);
}

/** The text in the key that is one of the person's identities. */
function nameIn(
	key: string,
	given: unknown,
	{ phone, userId }: Identities,
	home: NumberCountry | null,
): string | undefined {
	if (userId !== null && key.includes(userId)) return userId;
	if (phone === null) return undefined;
	const text = typeof given === 'string' ? trimmed(given) : '';
	if (text !== '' && key.includes(text)) return text;
	return key.match(NUMBERS)?.find((number) => {
		const read = readRecipient(number, home);
		return 'to' in read && samePhone(read.to) === phone;
	});
}

/** Runs of digits that are long enough for a phone number, with or without a plus. */
const NUMBERS = /(?<![\p{L}\d])\+?\d{7,15}(?![\p{L}\d])/gu;
