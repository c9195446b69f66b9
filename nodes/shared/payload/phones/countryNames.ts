import { countries } from './plans';

const names = (): Intl.DisplayNames | null => {
	try {
		return new Intl.DisplayNames(['en'], { type: 'region' });
	} catch {
		// A Node.js without the data of English: the two letters must do.
		return null;
	}
};

let english: Intl.DisplayNames | null | undefined;

/** The English name of a country by its two letters; a service of no country is "no country". */
export function countryName(country: string): string {
	if (country === '001') return 'a service of no country';
	english ??= names();
	return english?.of(country) ?? country;
}

/** All countries that have phone numbers: two letters and name, by name. */
export const countryList = (): Array<{ country: string; name: string }> =>
	countries()
		.map((country) => ({ country, name: countryName(country) }))
		.sort((a, b) => a.name.localeCompare(b.name));
