import { type Beginning, beginnings } from './pattern.mts';

/** A pattern in the short form that `phones/plans.ts` reads: `d` for any digit, `3x` for three times, groups without `?:`. */
export const shortened = (pattern: string): string => withGroups(pattern).replaceAll('(?:', '(');

/** The same where it matters which groups are captured. */
export const withGroups = (pattern: string): string =>
	pattern.replaceAll('\\d', 'd').replace(/\{(\d)\}/g, '$1x');

/**
 * A pattern that tells numbers apart by their length and these first digits alone, in the short form: it takes every
 * number that the exact one takes, and some more.
 */
export function coarse(pattern: string, depth: number): string {
	const byLeft = new Map<string, Beginning[]>();
	for (const one of beginnings(pattern, depth)) {
		const key = one.left.join();
		byLeft.set(key, [...(byLeft.get(key) ?? []), one]);
	}
	return [...byLeft.values()]
		.map((alike) => firstDigits(alike.map(({ first }) => first)) + rest(alike[0]?.left ?? []))
		.join('|');
}

/** Any of these first digits, with what they have in common said once. */
function firstDigits(firsts: string[]): string {
	if (firsts.every((first) => first === '')) return '';
	const byRest = new Map<string, string>();
	for (let digit = 0; digit < 10; digit++) {
		const begun = firsts.filter((first) => first.startsWith(String(digit)));
		if (begun.length === 0) continue;
		const further = firstDigits(begun.map((first) => first.slice(1)));
		byRest.set(further, (byRest.get(further) ?? '') + String(digit));
	}
	const choices = [...byRest].map(([further, digits]) => anyOf(digits) + further);
	return choices.length === 1 ? (choices[0] ?? '') : `(${choices.join('|')})`;
}

/** "0123569" → "[0-3569]" */
function anyOf(digits: string): string {
	if (digits === '0123456789') return 'd';
	if (digits.length === 1) return digits;
	return `[${ranges([...digits].map(Number), '').replaceAll(/(\d)-(\d)/g, (range, from, to) => (Number(to) - Number(from) === 1 ? `${from}${to}` : range))}]`;
}

/** Ascending numbers, with the ones that follow each other as a range: 4, 5, 6, 8 → "4-6,8". */
export function ranges(numbers: readonly number[], separator = ','): string {
	const found: Array<{ from: number; to: number }> = [];
	for (const one of numbers) {
		const last = found.at(-1);
		if (last && last.to === one - 1) last.to = one;
		else found.push({ from: one, to: one });
	}
	return found
		.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`))
		.join(separator);
}

/** This many further digits. */
function rest(left: readonly number[]): string {
	const least = left[0] ?? 0;
	const most = left.at(-1) ?? 0;
	if (most === 0) return '';
	if (left.length !== most - least + 1) {
		return `(${left.map((count) => rest([count])).join('|')})`;
	}
	if (most === 1) return least === 1 ? 'd' : 'd?';
	if (least === most) return least < 10 ? `d${least}x` : `d{${least}}`;
	return `d{${least},${most}}`;
}
