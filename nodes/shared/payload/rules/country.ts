import { countryList } from '../phones/countryNames';
import { planOf, plansOf } from '../phones/plans';
import { isBlank, textLike, trimmed } from '../values/text';
import { anything, report } from './rules';

/**
 * A country of phone numbers: its two letters, its English name or its calling code. Blank means none; the main country of
 * several with the same calling code.
 */
export const optionalCountry = anything.transform((input, ctx): string | undefined => {
	const given = textLike(input);
	if (typeof given !== 'string') {
		report(ctx, { rule: 'notText', given });
		return undefined;
	}
	if (isBlank(given)) return undefined;
	const country = countryIn(trimmed(given));
	if (country === undefined) report(ctx, { rule: 'notACountry', given });
	return country;
});

function countryIn(given: string): string | undefined {
	const code = planOf(given.toUpperCase()) ?? plansOf(given.replace(/^(?:\+|00)/, ''))?.[0];
	if (code) return planOf(code.country)?.country;
	const name = given.toLowerCase();
	return countryList().find((one) => one.name.toLowerCase() === name)?.country;
}
