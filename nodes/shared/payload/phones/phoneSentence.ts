import { LABELS } from '../labels';
import { preview } from '../values/text';
import { countryName } from './countryNames';
import type { MeantNumber, PhoneImpossible, PhoneRule } from './phoneRule';

const EXAMPLE = 'for example +49 151 12345678';
const CHOOSE = `choose the option ${LABELS.numberCountry}`;

/** What is wrong with a phone number, and how to write it, as the rest of a sentence that begins with the field. */
export function phoneSentence(broken: PhoneRule): string {
	if (broken.rule === 'phoneMissing') {
		return 'is empty. Enter a phone number with country code, for example +49 151 12345678, or a business-scoped user ID.';
	}
	const is = `is "${preview(broken.given)}"`;
	switch (broken.rule) {
		case 'phoneCharacters':
			return `${is}. A phone number cannot contain "${preview(broken.characters, 12)}": write it with digits and country code, ${EXAMPLE}.`;
		case 'phoneNational':
			return `${is}, which has no country code or no plus sign before it. Write it as +49 151 12345678, without a leading 0, or ${CHOOSE}.`;
		case 'phoneTrunkZero':
			return `${is}. Leave out the "(0)": it is dialled only inside the country, ${EXAMPLE}.`;
		case 'phoneExtension':
			return `${is}, which ends with an extension. WhatsApp reaches no extensions: leave it out.`;
		case 'phoneRounded':
			return `${is}: your sheet has rounded it, and the last digits are lost. Format the column as text and enter the numbers again, or write an apostrophe before each.`;
		case 'phoneNobody':
			return `${is}, which is ${NOBODY[broken.what]}. Give the phone number or the business-scoped user ID of one person.`;
		case 'phoneDigits':
			return `${is} with ${broken.actual} digits. A phone number with country code has ${broken.min} to ${broken.max}.`;
		case 'phoneCallingCode':
			return `${is}. No country code begins with ${broken.begins}: write the number with plus and country code, ${EXAMPLE}.`;
		case 'phoneImpossible':
			return `${is}, which ${impossible(broken)}`;
		case 'phoneAmbiguous':
			return `${is}, which could be ${broken.meant.map(asNumber).join(' or ')}. Write it with a plus and the country code, or ${CHOOSE}.`;
	}
}

const NOBODY = {
	group: 'the address of a group',
	hiddenId: 'a hidden ID of WhatsApp Web and no phone number',
	channel: 'the address of a channel or a broadcast list',
} as const;

const asNumber = ({ phone, country }: MeantNumber) => `${phone} (${countryName(country)})`;

function impossible({ country, wrong, countryFrom, meant }: PhoneImpossible): string {
	const place = countryName(country);
	const none = `has none of that length${wrong === 'length' ? '' : ' that begins like that'}`;
	const would = `would be a number of ${place}, which ${none}`;
	if (meant) return `${would}; a number of ${countryName(meant.country)} is ${meant.phone}.`;
	if (countryFrom === 'choice') {
		return `${would}. Look for a missing digit; a number of another country needs a plus and its country code.`;
	}
	return countryFrom === 'plus'
		? `${would}. Look for a wrong country code or a missing digit.`
		: `${would}. Write it with a plus and the country code, or ${CHOOSE}.`;
}
