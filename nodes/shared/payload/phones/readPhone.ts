import { LIMITS } from '../limits';
import { completed, countryOf, type NationalNumber, rankOf } from './completed';
import type { MeantNumber, PhoneImpossible, PhoneRule } from './phoneRule';
import { type NumberPlan, planOf, split, type SplitNumber } from './plans';
import { readWritten } from './writtenPhone';

/** Whose numbers those without a country code are. */
export interface NumberCountry {
	/** Two letters. */
	country: string;
	/** Whether the builder has said so; else it is the country of the sending number. */
	isChosen: boolean;
}

/**
 * Reads a phone number, with or without a country code. What is checked:
 *
 * - With a plus or 00: that the country code exists and that its countries have numbers of that length ("possible" in the
 *   words of libphonenumber); not the leading digits, since new ones are given out all the time. Meta's samples pass.
 * - Without: also the leading digits of mobile numbers and fixed lines, which have to tell whether the number begins with a
 *   country code or is one of `home`.
 * - WhatsApp's own forms, which the plans of Brazil, Mexico and Argentina do not have, pass in any case (facts 17.9).
 *
 * @param given without blanks at its ends, not empty
 * @param home null where it is not known
 * @returns plus and digits, as Meta wants it (facts 0.7), or what is wrong
 */
export function readPhone(given: string, home: NumberCountry | null): string | PhoneRule {
	const written = readWritten(given);
	if ('rule' in written) return written;
	const { digits, form } = written;
	const plan = home === null ? undefined : planOf(home.country);
	switch (form) {
		case 'whatsApp':
			return `+${digits}`;
		case 'international':
			return international(given, digits, plan);
		case 'dialled':
			return behindPrefix(plan, digits) ?? international(given, digits.replace(/^0+/, ''), plan);
		case 'national':
			return plan ? insideOrAbroad(given, digits, plan, true) : { rule: 'phoneNational', given };
		case 'plain':
			return insideOrAbroad(given, digits, plan, home?.isChosen === true);
	}
}

/** With a country code for sure. */
function international(given: string, digits: string, home?: NumberPlan): string | PhoneRule {
	const found = split(digits);
	const wrong = wrongLength(given, digits);
	if (!found) return wrong ?? { rule: 'phoneCallingCode', given, begins: digits.slice(0, 3) };
	const phone = `+${digits}`;
	if (rankOf(digits, found) > 0) return phone;
	const trunkless = withoutTrunk(found);
	if (trunkless !== null) return trunkless;
	const meant = home ? completed(home, digits) : null;
	// Another country's plan may have changed, but then nothing fits the builder's country as well.
	if (hasLength(found) && !meant) return wrong ?? phone;
	if (wrong && !meant) return wrong;
	return impossible(given, found, 'plus', home && meant ? meantOf(home, meant) : null);
}

/** "+49 0151 …": the zero is dialled only inside the country. */
function withoutTrunk({ plans: [main], national }: SplitNumber): string | null {
	const inside = main?.withoutPrefix(national);
	if (!main || inside === undefined || inside === national || main.rank(inside) === 0) return null;
	return `+${main.callingCode}${inside}`;
}

/**
 * Digits that may begin with a country code or not.
 *
 * @param isOwn whether a number that fits both is one of `home`: grouped as inside a country, or the builder says so
 */
function insideOrAbroad(
	given: string,
	digits: string,
	home: NumberPlan | undefined,
	isOwn: boolean,
): string | PhoneRule {
	const found = split(digits);
	const abroad = found ? rankOf(digits, found) : 0;
	const phone = `+${digits}`;
	const inside = home ? completed(home, digits) : null;
	if (!home || !inside) {
		if (found && abroad > 0) return phone;
		const dialled = behindPrefix(home, digits);
		return dialled ?? notANumber(given, digits, found, home);
	}
	// What begins with the country's own code is hardly another number of the same country.
	const isOwnCode = found?.plans.includes(home) === true;
	if (abroad > inside.rank || (isOwnCode && abroad === inside.rank)) return phone;
	if (!found || isOwn || abroad < inside.rank) return `+${home.callingCode}${inside.national}`;
	return { rule: 'phoneAmbiguous', given, meant: [meantOf(home, inside), meantIn(found)] };
}

/** The number behind what the country dials before a country code, where a real one is behind it ("011 49 151 …"). */
function behindPrefix(home: NumberPlan | undefined, digits: string): string | null {
	const behindZeros = realNumber(digits.replace(/^00/, ''));
	if (digits.startsWith('00') && behindZeros !== null) return behindZeros;
	const prefix = home?.internationalPrefix?.exec(digits)?.[0];
	return prefix === undefined ? null : realNumber(digits.slice(prefix.length));
}

function realNumber(digits: string): string | null {
	const found = split(digits);
	return found && rankOf(digits, found) > 0 ? `+${digits}` : null;
}

function notANumber(
	given: string,
	digits: string,
	found: SplitNumber | undefined,
	home: NumberPlan | undefined,
): PhoneRule {
	const wrong = wrongLength(given, digits);
	if (wrong) return wrong;
	if (home) return impossible(given, { plans: [home], national: digits }, 'choice', null);
	return found ? impossible(given, found, 'digits', null) : { rule: 'phoneNational', given };
}

/** No country has fewer or more digits. */
function wrongLength(given: string, digits: string): PhoneRule | null {
	const { min, max } = LIMITS.phoneDigits;
	const { length: actual } = digits;
	return actual < min || actual > max ? { rule: 'phoneDigits', given, actual, min, max } : null;
}

const hasLength = ({ plans, national }: SplitNumber): boolean =>
	plans.some((plan) => plan.hasLength(national.length));

function impossible(
	given: string,
	found: SplitNumber,
	countryFrom: PhoneImpossible['countryFrom'],
	meant: MeantNumber | null,
): PhoneImpossible {
	const wrong = hasLength(found) ? 'beginning' : 'length';
	return { rule: 'phoneImpossible', given, country: countryOf(found), wrong, countryFrom, meant };
}

const meantOf = (plan: NumberPlan, { national }: NationalNumber): MeantNumber =>
	meantIn({ plans: [plan], national });

const meantIn = (found: SplitNumber): MeantNumber => ({
	phone: `+${found.plans[0]?.callingCode ?? ''} ${found.national}`,
	country: countryOf(found),
});
