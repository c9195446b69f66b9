import examples from 'libphonenumber-js/examples.mobile.json';
import {
	type CountryCode,
	getCountries,
	getExampleNumber,
	isValidPhoneNumber,
	type PhoneNumber,
} from 'libphonenumber-js/max';

import { readRecipient } from '../../../../nodes/shared/payload/rules/recipient';

// Every country's mobile number in every way of writing, against the library that the table of plans is made from.

const numbers = getCountries().map((country) => {
	const number = getExampleNumber(country, examples);
	if (!number) throw new Error(`There is no example of ${country}`);
	return { country, number };
});

const inDigits = (text: string, zero: string) =>
	text.replace(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)));
const digitsOf = (text: string) => text.replace(/\D/g, '');
const withCode = ({ number }: PhoneNumber) => digitsOf(number);

/** 24 ways of writing, each with whether it holds the country code. */
const FORMS: Array<[string, boolean, (number: PhoneNumber, country: CountryCode) => string]> = [
	['E.164', true, (n) => n.number],
	['with blanks', true, (n) => n.formatInternational()],
	['with en dashes', true, (n) => n.formatInternational().replaceAll(' ', '\u2013')],
	['with dots', true, (n) => n.formatInternational().replaceAll(' ', '.')],
	['with brackets', true, (n) => n.formatInternational().replace(/ (\d+)/, ' ($1)')],
	['with slash', true, (n) => n.formatInternational().replace(/ (\d+) (?=\d{3})/, ' $1/')],
	[
		'with hard blanks and marks of direction',
		true,
		(n) => `\u202a${n.formatInternational().replaceAll(' ', '\u00a0')}\u202c`,
	],
	['with hard hyphens', true, (n) => n.formatInternational().replaceAll(' ', '\u2011')],
	['full-width', true, (n) => inDigits(n.formatInternational(), '０').replace('+', '＋')],
	['Arabic-Indic', true, (n) => inDigits(n.formatInternational(), '٠')],
	['Devanagari', true, (n) => inDigits(n.number, '०')],
	['00', true, (n) => `00${withCode(n)}`],
	['digits alone', true, withCode],
	['digits with a decimal', true, (n) => `${withCode(n)}.0`],
	['tel:', true, (n) => n.getURI()],
	['whatsapp:', true, (n) => `whatsapp:${n.number}`],
	['wa.me', true, (n) => `wa.me/${withCode(n)}`],
	['https://wa.me with a text', true, (n) => `https://wa.me/${withCode(n)}?text=Hi%20123`],
	['WhatsApp Web', true, (n) => `${withCode(n)}@s.whatsapp.net`],
	['apostrophe', true, (n) => `'${n.number}`],
	['national', false, (n) => n.formatNational()],
	['national digits', false, (n) => digitsOf(n.formatNational())],
	['national without trunk prefix', false, (n) => n.nationalNumber],
	[
		'as dialled from inside',
		false,
		(n, country) => n.format('IDD', { fromCountry: country, v2: true }) ?? n.formatNational(),
	],
];

it('there are 245 countries and 24 ways', () => {
	expect([numbers.length, FORMS.length]).toEqual([245, 24]);
});

describe.each([
	['no country is known', null],
	['the country was chosen', true],
	['the country is that of the sending number', false],
])('where %s', (_name, isChosen) => {
	it.each(FORMS)('%s', (_form, hasCode, write) => {
		const result = { right: 0, refused: [] as string[], wrong: [] as string[] };
		for (const { country, number } of numbers) {
			const home = isChosen === null ? null : { country, isChosen };
			const text = write(number, country);
			const read = readRecipient(text, home);
			if ('rule' in read) result.refused.push(`${country} ${text} ${read.rule}`);
			else if ('to' in read && read.to === number.number) result.right++;
			else result.wrong.push(`${country} ${text} ${JSON.stringify(read)} ${number.number}`);
		}
		console.log(
			_name,
			'|',
			_form,
			result.right,
			result.refused.length,
			result.refused.slice(0, 8),
			result.wrong,
		);
	});
});
