import { countryOfBusiness } from '../../../../nodes/shared/payload/phones/completed';
import { readPhone } from '../../../../nodes/shared/payload/phones/readPhone';
import { samePhone } from '../../../../nodes/shared/payload/phones/spellings';
import { validateField } from '../../../../nodes/shared/payload/problems';
import { optionalCountry } from '../../../../nodes/shared/payload/rules/country';
import { GivenRecipient, addresseeInput } from '../../../../nodes/shared/payload/rules/recipient';

const chosen = (country: string) => ({ country, isChosen: true });
const ofSender = (country: string) => ({ country, isChosen: false });

describe('a number without a country code', () => {
	it.each([
		['DE', '0151 12345678', '+4915112345678'],
		['DE', '0151/12345678', '+4915112345678'],
		['DE', '(0151) 12345678', '+4915112345678'],
		['DE', '(0)151 12345678', '+4915112345678'],
		['DE', '15112345678', '+4915112345678'],
		['DE', '030 23125123', '+493023125123'],
		['IT', '06 6982 1234', '+390669821234'],
		['IT', '312 345 6789', '+393123456789'],
		['RU', '8 (912) 345-67-89', '+79123456789'],
		['KZ', '8 912 345 67 89', '+79123456789'],
		['HU', '06 20 123 4567', '+36201234567'],
		['US', '(650) 555-1234', '+16505551234'],
		['JM', '1 (650) 555-1234', '+16505551234'],
		['AG', '464-1234', '+12684641234'],
		['NU', '4000', '+6834000'],
		['ES', '612 34 56 78', '+34612345678'],
		['BR', '(11) 96123-4567', '+5511961234567'],
		['BR', '(11) 8123-4567', '+5511981234567'],
		['BR', '0 15 11 96123-4567', '+5511961234567'],
		['BR', '(11) 2345-6789', '+551123456789'],
		['BR', '11 7812-3456', '+551178123456'],
		['MX', '55 1234 5678', '+525512345678'],
		['MX', '044 55 1234 5678', '+525512345678'],
		['MX', '01 55 1234 5678', '+525512345678'],
		['MX', '1 55 1234 5678', '+525512345678'],
		['AR', '011 15-2345-6789', '+5491123456789'],
		['AR', '11 2345-6789', '+5491123456789'],
		['AR', '9 11 2345 6789', '+5491123456789'],
	])('of %s: %s is %s', (country, given, phone) => {
		expect(readPhone(given, chosen(country))).toBe(phone);
	});
});

describe('with a country known', () => {
	it.each([
		['digits with the own code', 'DE', '4915112345678', '+4915112345678'],
		['a fixed line with the own code', 'DE', '493012345678', '+493012345678'],
		['digits with the own code, grouped', 'DE', '49 151 12345678', '+4915112345678'],
		['a mobile number abroad that looks like a fixed line', 'DE', '351912345678', '+351912345678'],
		['a number abroad, grouped', 'DE', '1 (650) 555-1234', '+16505551234'],
		['digits that are only a number abroad', 'IN', '16505551234', '+16505551234'],
		['a number of ten digits that begins with the own code', 'IN', '9198765432', '+919198765432'],
		['an area code like the own country code', 'BR', '55961234567', '+5555961234567'],
		['the prefix that the country dials', 'US', '011 49 151 12345678', '+4915112345678'],
		['00, which is understood everywhere', 'US', '0049 151 12345678', '+4915112345678'],
		['a prefix that begins with 00', 'AU', '0011 49 151 12345678', '+4915112345678'],
		['00 where a carrier may follow', 'BR', '0041 79 123 45 67', '+41791234567'],
		['a carrier between 00 and the country code', 'BR', '0015 49 151 12345678', '+4915112345678'],
	])('%s', (_name, country, given, phone) => {
		expect(readPhone(given, ofSender(country))).toBe(phone);
	});

	it('digits that could be two mobile numbers are those of the chosen country', () => {
		expect(readPhone('15123456789', chosen('DE'))).toBe('+4915123456789');
		expect(readPhone('15123456789', ofSender('DE'))).toMatchObject({ rule: 'phoneAmbiguous' });
		expect(readPhone('15123456789', null)).toBe('+15123456789');
	});

	it('a plus before a number of the own country is found out', () => {
		expect(readPhone('+5012345678', ofSender('TR'))).toMatchObject({
			rule: 'phoneImpossible',
			country: 'BZ',
			meant: { phone: '+90 5012345678', country: 'TR' },
		});
		// Without a country that it fits better, new leading digits are no reason.
		expect(readPhone('+5012345678', null)).toBe('+5012345678');
	});
});

describe('with a country code', () => {
	it.each([
		['the trunk zero behind it', '+49 0151 12345678', '+4915112345678'],
		['an Italian zero', '+39 06 6982 1234', '+390669821234'],
		['a Russian eight', '+7 8 912 345-67-89', '+79123456789'],
		["Argentina's 15", '+54 11 15 2345-6789', '+5491123456789'],
		["Mexico's 1 of mobile phones", '+52 1 55 1234 5678', '+5215512345678'],
		["Mexico's 1 without a plus", '5215512345678', '+5215512345678'],
		['a Brazilian mobile number without ninth digit', '551187654321', '+551187654321'],
		["Argentina's number without 9", '541123456789', '+541123456789'],
		["Meta's sample of a business", '+1 555-078-3881', '+15550783881'],
		["Meta's sample without a plus", '15550783881', '+15550783881'],
		['new leading digits', '+49 1999 1234567', '+4919991234567'],
		['two pluses', '++4915112345678', '+4915112345678'],
		['a plus and 00', '+004915112345678', '+4915112345678'],
		['a plus in brackets', '(+49) 151 12345678', '+4915112345678'],
		['a formula of a sheet', '="+4915112345678"', '+4915112345678'],
		['an exact power of ten', '4.915112345678E+12', '+4915112345678'],
		['a decimal that a sheet adds', '4915112345678,00', '+4915112345678'],
		['a name before it', 'Tel.: +49 151 12345678', '+4915112345678'],
		['an escaped link', 'tel:%2B49%20151%2012345678', '+4915112345678'],
		[
			'a link of a chat',
			'https://api.whatsapp.com/send?text=Hi&phone=%2B4915112345678',
			'+4915112345678',
		],
		['the app itself', 'whatsapp://send/?phone=4915112345678&text=Hi', '+4915112345678'],
		['a device of WhatsApp Web', '4915112345678:12@s.whatsapp.net', '+4915112345678'],
		['an identity that no plan has', '229123456@c.us', '+229123456'],
	])('%s', (_name, given, phone) => {
		expect(readPhone(given, null)).toBe(phone);
	});
});

describe('what cannot be a number is told', () => {
	const problem = (given: unknown, home: ReturnType<typeof chosen> | null = null) => {
		const read = validateField(
			'recipient',
			addresseeInput(),
			new GivenRecipient(given, home, false),
		);
		return read.ok ? read.value.address : read.problems.map(({ sentence }) => sentence);
	};

	it.each([
		[
			'+9876543210',
			chosen('IN'),
			'Recipient is "+9876543210", which would be a number of Iran, which has none of that length; a number of India is +91 9876543210.',
		],
		[
			'9876543210',
			null,
			'Recipient is "9876543210", which would be a number of Iran, which has none of that length. Write it with a plus and the country code, or choose the option Country of Numbers Without a Country Code.',
		],
		[
			'+49151',
			null,
			'Recipient is "+49151" with 5 digits. A phone number with country code has 7 to 15.',
		],
		[
			'0151 123456',
			chosen('DE'),
			'Recipient is "0151 123456", which would be a number of Germany, which has none of that length that begins like that. Look for a missing digit; a number of another country needs a plus and its country code.',
		],
		[
			'+34 612 34 56 7',
			null,
			'Recipient is "+34 612 34 56 7", which would be a number of Spain, which has none of that length. Look for a wrong country code or a missing digit.',
		],
		[
			'15123456789',
			ofSender('DE'),
			'Recipient is "15123456789", which could be +49 15123456789 (Germany) or +1 5123456789 (United States). Write it with a plus and the country code, or choose the option Country of Numbers Without a Country Code.',
		],
		[
			'0151 12345678',
			null,
			'Recipient is "0151 12345678", which has no country code or no plus sign before it. Write it as +49 151 12345678, without a leading 0, or choose the option Country of Numbers Without a Country Code.',
		],
		[
			'+999 123 4567',
			null,
			'Recipient is "+999 123 4567". No country code begins with 999: write the number with plus and country code, for example +49 151 12345678.',
		],
		[
			'4.91512E+11',
			null,
			'Recipient is "4.91512E+11": your sheet has rounded it, and the last digits are lost. Format the column as text and enter the numbers again, or write an apostrophe before each.',
		],
		[
			'+49 (0)151 12345678',
			chosen('DE'),
			'Recipient is "+49 (0)151 12345678". Leave out the "(0)": it is dialled only inside the country, for example +49 151 12345678.',
		],
		[
			'+1 650 555 1234 ext. 5',
			null,
			'Recipient is "+1 650 555 1234 ext. 5", which ends with an extension. WhatsApp reaches no extensions: leave it out.',
		],
		[
			'120363025@g.us',
			null,
			'Recipient is "120363025@g.us", which is the address of a group. Give the phone number or the business-scoped user ID of one person.',
		],
	])('%s', (given, home, sentence) => {
		expect(problem(given, home)).toEqual([sentence]);
	});

	it.each([
		['4,91512e11', 'phoneRounded'],
		['+16505551234x5', 'phoneExtension'],
		['+1 650 555 1234 #5', 'phoneExtension'],
		['tel:+16505551234;ext=5', 'phoneExtension'],
		['+16505551234,,5', 'phoneExtension'],
		['123456789@lid', 'phoneNobody'],
		['120363025@newsletter', 'phoneNobody'],
		['+49 151 1234567/8', 'phoneCharacters'],
		['+4915112345678\t+4915187654321', 'phoneCharacters'],
		['+49 ١٥١ 12345678', 'phoneCharacters'],
		['wa.me/message/ABCDEF', 'phoneCharacters'],
		[`1${' '.repeat(100_000)}x`, 'phoneCharacters'],
		[`${'1 '.repeat(50_000)}`.trim(), 'phoneCharacters'],
		['000', 'phoneDigits'],
	])('%s is refused as %s', (given, rule) => {
		expect(readPhone(given, null)).toMatchObject({ rule });
	});
});

describe('a country', () => {
	const read = (given: unknown) => validateField('numberCountry', optionalCountry, given);

	it.each([
		['DE', 'DE'],
		[' de ', 'DE'],
		['Germany', 'DE'],
		['+49', 'DE'],
		[49, 'DE'],
		['1', 'US'],
		['', undefined],
		[null, undefined],
	])('%p is %s', (given, value) => {
		expect(read(given)).toEqual({ ok: true, value });
	});

	it.each([['XX'], ['constructor'], ['870'], [{}], [['DE']], [true]])('%p is none', (given) => {
		expect(read(given).ok).toBe(false);
	});

	it.each([
		['+1 555-078-3881', 'US'],
		['15550783881', 'US'],
		['+49 30 23125123', 'DE'],
		['+1 876 210 1234', 'JM'],
		['', null],
		[null, null],
		['+999', null],
	])('of the business number %p is %p', (displayed, country) => {
		expect(countryOfBusiness(displayed)).toBe(country);
	});
});

describe('the same number', () => {
	it.each([
		['+5511987654321', '+551187654321'],
		['+525512345678', '+5215512345678'],
		['+5491123456789', '+541123456789'],
	])('is %s and %s', (one, other) => {
		expect(samePhone(other)).toBe(samePhone(one));
	});

	it.each([
		// Fixed lines of Brazil have no ninth digit, and radio phones neither.
		['+551123456789', '+5511923456789'],
		['+551178123456', '+5511978123456'],
		['+4915112345678', '+4915112345679'],
	])('is not %s and %s', (one, other) => {
		expect(samePhone(other)).not.toBe(samePhone(one));
	});
});
