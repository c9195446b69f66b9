/**
 * The same number in different spellings has the same result here (facts 17.9): Mexico's with and without the 1 of
 * mobile phones, Argentina's with and without the 9, Brazil's with and without the ninth digit. WhatsApp's own
 * identities come in either. For comparing only: a message goes to the number as it was given.
 *
 * @param digits with country code, without plus
 */
export function sameDigits(digits: string): string {
	if (/^521\d{10}$/.test(digits)) return `52${digits.slice(3)}`;
	if (/^54\d{10}$/.test(digits)) return `549${digits.slice(2)}`;
	// Fixed lines begin with 2 to 5 and have no ninth digit, and neither have radio phones, which begin with 7.
	if (/^55\d\d[689]\d{7}$/.test(digits)) return `${digits.slice(0, 4)}9${digits.slice(4)}`;
	return digits;
}

/** The same for a number as plus and digits. */
export const samePhone = (phone: string): string => `+${sameDigits(phone.replace(/^\+/, ''))}`;

/**
 * How else the same number is written, as plus and digits: the list of a test number holds one spelling only (facts
 * 17.8). Undefined where there is one way.
 */
export function otherSpelling(phone: string): string | undefined {
	if (!/^\+\d+$/.test(phone)) return undefined;
	const same = samePhone(phone);
	if (same !== phone) return same;
	const shorter = phone
		.replace(/^\+549(\d{10})$/, '+54$1')
		.replace(/^\+55(?<area>\d\d)9(?<rest>[6-9]\d{7})$/, '+55$<area>$<rest>');
	if (shorter !== phone) return shorter;
	return /^\+52\d{10}$/.test(phone) ? `+521${phone.slice(3)}` : undefined;
}

/** Numbers that Meta gives for trying things out, in its documents and in test accounts; no plan has the area code. */
export const isMetasTestNumber = (digits: string): boolean => /^1555\d{7}$/.test(digits);
