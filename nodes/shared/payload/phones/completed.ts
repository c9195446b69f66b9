import { type NumberPlan, planOf, plansOf, type Rank, split, type SplitNumber } from './plans';
import { isMetasTestNumber, sameDigits } from './spellings';

/** A number inside its country, without what is dialled before it. */
export interface NationalNumber {
	national: string;
	rank: Exclude<Rank, 0>;
}

/**
 * Completes a number that has no country code by the plan of a country: without the trunk zero (Italy's belongs to the
 * number), with the area code of an island, with Brazil's ninth digit and Argentina's 9, as WhatsApp has them. Mexico's
 * 1 is left out: the number reaches the same person without it (facts 17.9).
 *
 * @returns null when neither a mobile number nor a fixed line of the country, or of one with the same code, looks like it
 */
export function completed(plan: NumberPlan, digits: string): NationalNumber | null {
	const without = plan.withoutPrefix(digits);
	const forms = [without, digits].map((national) => asWhatsAppHasIt(plan, national));
	let best: NationalNumber | null = null;
	for (const national of forms) {
		const rank = rankIn(plansOf(plan.callingCode) ?? [], national);
		if (rank > (best?.rank ?? 0) && rank !== 0) best = { national, rank };
	}
	return best;
}

/** Facts 17.9. Only mobile phones have these digits; a number that is none stays as it is. */
function asWhatsAppHasIt(plan: NumberPlan, national: string): string {
	const { callingCode: code } = plan;
	if (code !== BRAZIL && code !== ARGENTINA) return national;
	const full = sameDigits(code + national).slice(code.length);
	return plan.rank(full) === MOBILE ? full : national;
}

const BRAZIL = '55';
const ARGENTINA = '54';
const MOBILE: Rank = 2;

function rankIn(plans: NumberPlan[], national: string): Rank {
	let best: Rank = 0;
	for (const plan of plans) {
		const rank = plan.rank(national);
		if (rank === MOBILE) return rank;
		if (rank > best) best = rank;
	}
	return best;
}

/**
 * How surely a number with country code exists, by its leading digits; WhatsApp's own forms do (facts 17.9), and so do
 * the numbers that Meta gives for trying.
 */
export function rankOf(digits: string, found: SplitNumber): Rank {
	if (isMetasTestNumber(digits)) return 2;
	const rank = rankIn(found.plans, found.national);
	const same = sameDigits(digits);
	if (rank === 2 || same === digits) return rank;
	const other = split(same);
	return other && rankIn(other.plans, other.national) > 0 ? 2 : rank;
}

/** The country of a number with country code; the main one of several where the leading digits do not tell. */
export function countryOf({ plans, national }: SplitNumber): string {
	const of = plans.find((plan) => plan.rank(national) > 0) ?? plans[0];
	return of?.country ?? '001';
}

/**
 * The country of a number of the business as Meta writes it ("+1 555-078-3881", "15550783881").
 *
 * @returns two letters; null when the number cannot be read
 */
export function countryOfBusiness(displayed: string | null): string | null {
	const digits = (displayed ?? '').replace(/\D/g, '');
	const found = split(digits);
	if (!found) return null;
	const country = countryOf(found);
	return planOf(country) ? country : null;
}
