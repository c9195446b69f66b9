import examples from 'libphonenumber-js/examples.mobile.json';
import {
	getCountries,
	getExampleNumber,
	isValidPhoneNumber,
	parsePhoneNumber,
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
const FORMS: Array<[string, boolean, (number: PhoneNumber) => string | number]> = [
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
	['a number of a sheet', true, (n) => Number(withCode(n))],
];

it('there are 245 countries and 24 ways', () => {
	expect([numbers.length, FORMS.length]).toEqual([245, 24]);
});

/** What comes out of a form: numbers as they should be, refusals, and other numbers. */
function tried(
	write: (number: PhoneNumber) => string | number,
	isChosen: boolean | null,
): { right: number; refused: string[]; other: string[] } {
	const result = { right: 0, refused: [] as string[], other: [] as string[] };
	for (const { country, number } of numbers) {
		const home = isChosen === null ? null : { country, isChosen };
		const read = readRecipient(write(number), home);
		if ('rule' in read) result.refused.push(read.rule);
		else if ('to' in read && read.to === number.number) result.right++;
		else result.other.push('to' in read ? read.to : read.recipient);
	}
	return result;
}

const RIGHT = { right: 245, refused: [], other: [] };

describe('where the builder has chosen the country', () => {
	it.each(FORMS)('%s is read', (_form, _hasCode, write) => {
		expect(tried(write, true)).toEqual(RIGHT);
	});
});

describe('where the country is that of the sending number', () => {
	it.each(FORMS)('%s is read, or could be two numbers', (_form, hasCode, write) => {
		const { right, refused, other } = tried(write, false);
		expect({ right: right + refused.length, refused: [], other }).toEqual(RIGHT);
		// Mobile numbers of China and Germany without the zero, which are also some of +1.
		expect(refused).toEqual(refused.map(() => 'phoneAmbiguous'));
		expect(refused.length).toBeLessThanOrEqual(hasCode ? 0 : 2);
	});
});

describe('where no country is known', () => {
	const withCodes = FORMS.filter(([, hasCode]) => hasCode);
	const without = FORMS.filter(([, hasCode]) => !hasCode);

	it.each(withCodes)('%s is read', (_form, _hasCode, write) => {
		expect(tried(write, null)).toEqual(RIGHT);
	});

	it.each(without)('%s is refused, unless it is a number of another country', (_form, _, write) => {
		const { right, other } = tried(write, null);
		expect(right).toBe(0);
		expect(other.filter((to) => !isValidPhoneNumber(to))).toEqual([]);
		expect(other.length).toBeLessThan(8);
	});
});

it('the international prefix of the own country is read, too', () => {
	const german = getExampleNumber('DE', examples);
	const wrong = getCountries().flatMap((country) => {
		const text = german?.format('IDD', { fromCountry: country, v2: true } as object) ?? '';
		// Countries with a prefix for each carrier have no common one.
		if (text === '' || country === 'DE') return [];
		const read = readRecipient(text, { country, isChosen: false });
		return 'to' in read && read.to === german?.number ? [] : [`${country} ${text}`];
	});
	expect(wrong).toEqual([]);
});

/** Pagers and numbers with a price of their own have no WhatsApp. */
const isForPeople = (number: PhoneNumber) =>
	/^(MOBILE|FIXED_LINE|FIXED_LINE_OR_MOBILE)$/.test(number.getType() ?? '');

/** Numbers at random, always the same ones. */
function randomNumbers(): Array<{
	country: (typeof numbers)[number]['country'];
	national: string;
}> {
	let seed = 17;
	const below = (count: number) => {
		seed = (seed * 1103515245 + 12345) % 2147483648;
		return Math.floor((seed / 2147483648) * count);
	};
	return numbers.flatMap(({ country, number }) => {
		const national = String(number.nationalNumber);
		return Array.from({ length: 20 }, () => {
			const last = String(below(1_000_000))
				.padStart(6, '0')
				.slice(-(national.length - 2));
			return { country, national: national.slice(0, national.length - last.length) + last };
		}).filter(({ national: one }) => isForPeople(parsePhoneNumber(one, country)));
	});
}

it('numbers at random are read as the library reads them, or refused', () => {
	const all = randomNumbers();
	const wrong: string[] = [];
	let sentToNobody = 0;
	for (const { country, national } of all) {
		const own = parsePhoneNumber(national, country).number;
		const chosen = readRecipient(national, { country, isChosen: true });
		if (!('to' in chosen) || chosen.to !== own) wrong.push(`${country} ${national}`);
		for (const home of [null, { country, isChosen: true }]) {
			const plain = readRecipient(own.slice(1), home);
			if (!('to' in plain) || plain.to !== own) wrong.push(`${country} ${own}`);
		}
		const unknown = readRecipient(national);
		if ('to' in unknown && !isValidPhoneNumber(unknown.to)) sentToNobody++;
	}
	expect(all.length).toBeGreaterThan(2_000);
	expect(wrong).toEqual([]);
	// The table knows three digits of long patterns.
	expect(sentToNobody).toBeLessThan(all.length / 1_000);
});
