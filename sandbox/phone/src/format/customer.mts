import type { Customer } from '../api/types.mts';

/** "Pablo Morales" → "PM". */
export function initialsOf(name: string): string {
	const words = name.split(/\s+/).filter(Boolean);
	return [words[0], words.length > 1 ? words.at(-1) : '']
		.map((word) => [...(word ?? '')][0] ?? '')
		.join('')
		.toUpperCase();
}

/** How the business can reach a customer, in one line. */
export function addressOf({ phone, username }: Customer): string {
	// Meta's examples show user names with and without the @ (facts 2.2).
	const handle = username ? `@${username.replace(/^@/, '')}` : null;
	return phone ? `+${phone}` : `${handle ?? 'no user name'}, no phone number`;
}

/** A colour derived from the key. */
export function hueOf(key: string): number {
	let hash = 7;
	for (const character of key) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360;
	return hash;
}
