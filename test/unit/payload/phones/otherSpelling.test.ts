import { otherSpelling } from '../../../../nodes/shared/payload/phones/spellings';

describe('another spelling of the same number', () => {
	it.each([
		['Argentina', '+5491155550123', '+541155550123'],
		['Mexico', '+5215512345678', '+525512345678'],
		['Brazil', '+5511987654321', '+551187654321'],
	])('%s', (_country, one, other) => {
		expect(otherSpelling(one)).toBe(other);
		expect(otherSpelling(other)).toBe(one);
	});

	it('of a Brazilian number that may once have been a radio phone, without its ninth digit', () => {
		expect(otherSpelling('+5511971234567')).toBe('+551171234567');
		expect(otherSpelling('+551171234567')).toBeUndefined();
	});

	it.each([
		['a Brazilian landline', '+551133334444'],
		['a German number', '+4915112345678'],
		['an American number', '+16505551234'],
		['too few digits', '+5411555501'],
		['a user ID', 'US.13491208655302741918'],
		['nothing', ''],
	])('none for %s', (_name, phone) => {
		expect(otherSpelling(phone)).toBeUndefined();
	});
});
