/**
 * Ways to write a number of countries in which the same person has two, as plus and digits: the number in a
 * webhook and the one in a list or an address book can differ. Facts 1.1, 17.8, 17.9.
 */
const SPELLINGS: Array<[number: RegExp, other: string]> = [
	// Argentina: with and without the 9 of mobile numbers.
	[/^\+549(\d{10})$/, '+54$1'],
	[/^\+54(?!9)(\d{10})$/, '+549$1'],
	// Mexico: with and without the 1 that mobile numbers once had.
	[/^\+521(\d{10})$/, '+52$1'],
	[/^\+52(\d{10})$/, '+521$1'],
	// Brazil: with and without the ninth digit of mobile numbers.
	[/^\+55(?<area>\d{2})9(?<rest>\d{8})$/, '+55$<area>$<rest>'],
	[/^\+55(?<area>\d{2})(?<rest>[6-9]\d{7})$/, '+55$<area>9$<rest>'],
];

/** How else the same number is written; undefined where there is one way. */
export function otherSpelling(phone: string): string | undefined {
	const [pattern, other] = SPELLINGS.find(([number]) => number.test(phone)) ?? [];
	return pattern === undefined || other === undefined ? undefined : phone.replace(pattern, other);
}
