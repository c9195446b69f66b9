import { PLAN_TABLE } from './planTable';

/** The numbering plan of a country. */
export interface NumberPlan {
	/** Digits after the plus. */
	callingCode: string;
	/** Two letters (ISO 3166-1); 001 for satellites and other services of no country. */
	country: string;
	/** Whether numbers of this plan can have so many digits after the calling code. */
	hasLength(digits: number): boolean;
	/**
	 * How surely a national number exists, by its length and leading digits: 2 for a mobile number, 1 for a fixed line,
	 * 0 for neither. Where mobile numbers and fixed lines look alike it is 2.
	 */
	rank(national: string): Rank;
	/** The number without what is dialled before it inside the country; the same number where nothing is. */
	withoutPrefix(national: string): string;
	/** What is dialled before a number with a country code, where that is not 00. */
	internationalPrefix: RegExp | null;
}

export type Rank = 0 | 1 | 2;

/** The plans of a calling code, the main country first: +1 has 25 countries. Undefined for what is no calling code. */
export const plansOf = (callingCode: string): NumberPlan[] | undefined =>
	plans().byCode.get(callingCode);

/** The plan of a country by its two letters. */
export const planOf = (country: string): NumberPlan | undefined => plans().byCountry.get(country);

/** The countries that have a plan, by their two letters. */
export const countries = (): string[] => [...plans().byCountry.keys()];

/** A number with country code, taken apart. */
export interface SplitNumber {
	plans: NumberPlan[];
	national: string;
}

/** Finds the calling code, of which none is the beginning of another; undefined when there is none. */
export function split(digits: string): SplitNumber | undefined {
	for (let length = 1; length <= LONGEST_CODE; length++) {
		const found = plansOf(digits.slice(0, length));
		if (found) return { plans: found, national: digits.slice(length) };
	}
	return undefined;
}

const LONGEST_CODE = 3;

interface Plans {
	byCode: Map<string, NumberPlan[]>;
	byCountry: Map<string, NumberPlan>;
}

let read: Plans | undefined;

/** Read when the first number comes: most runs of n8n have nothing to do with this node. */
function plans(): Plans {
	if (read) return read;
	const byCode = new Map<string, NumberPlan[]>();
	const byCountry = new Map<string, NumberPlan>();
	for (const row of PLAN_TABLE.trim().split('\n')) {
		const plan = planIn(row);
		byCode.set(plan.callingCode, [...(byCode.get(plan.callingCode) ?? []), plan]);
		if (plan.country !== NO_COUNTRY) byCountry.set(plan.country, plan);
	}
	read = { byCode, byCountry };
	return read;
}

const NO_COUNTRY = '001';

/** A row of the table; its head says what stands where. */
function planIn(row: string): NumberPlan {
	const [callingCode = '', country = '', lengths = '', mobile = '-', fixed = '-', ...more] =
		row.split(' ');
	const marked = (mark: string) => more.find((one) => one.startsWith(mark))?.slice(1);
	const isMobile = whole(mobile);
	const isFixed = whole(fixed === '=' ? '-' : fixed);
	const prefix = marked('p');
	const international = marked('i');
	const known = lengthsIn(lengths);
	return {
		callingCode,
		country,
		hasLength: (digits) => known.has(digits),
		rank: (national) => (isMobile(national) ? 2 : isFixed(national) ? 1 : 0),
		withoutPrefix: prefix === undefined ? (national) => national : stripping(prefix, marked('t')),
		internationalPrefix: international === undefined ? null : regExp(`^(?:${long(international)})`),
	};
}

function lengthsIn(text: string): Set<number> {
	const found = new Set<number>();
	for (const range of text.split(',')) {
		const [from, to = from] = range.split('-').map(Number);
		for (let length = from ?? 0; length <= (to ?? 0); length++) found.add(length);
	}
	return found;
}

/** The short form of the table as a regular expression. */
const long = (short: string): string => short.replace(/(\d)x/g, '{$1}').replaceAll('d', '\\d');

const regExp = (source: string): RegExp => new RegExp(source);

/** Whether a number matches a pattern as a whole. Compiled when it is first asked: a run needs few countries. */
function whole(short: string): (national: string) => boolean {
	if (short === '-') return () => false;
	let pattern: RegExp | undefined;
	return (national) => (pattern ??= regExp(`^(?:${long(short)})$`)).test(national);
}

/**
 * Takes the national prefix off. Where the table has a replacement it is put in its place, for instance an area code
 * that is left out inside an island, or Argentina's 9 for the 15 between area code and number.
 */
function stripping(prefix: string, replacement: string | undefined): (national: string) => string {
	const pattern = regExp(`^(?:${long(prefix)})`);
	return (national) => {
		const found = pattern.exec(national);
		if (!found) return national;
		const isCaptured = found.length > 1 && found.at(-1) !== undefined;
		return replacement !== undefined && isCaptured
			? national.replace(pattern, replacement)
			: national.slice(found[0].length);
	};
}
