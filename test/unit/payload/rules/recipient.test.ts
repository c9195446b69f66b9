import { validateField } from '../../../../nodes/shared/payload/problems';
import { addresseeInput, readRecipient } from '../../../../nodes/shared/payload/rules/recipient';

describe('a phone number', () => {
	it.each([
		['+49 151 12345678', '+4915112345678'],
		['0049 151 12345678', '+4915112345678'],
		['4915112345678', '+4915112345678'],
		['+1 (650) 555-1234', '+16505551234'],
		['+49.151.1234-5678', '+4915112345678'],
		[' +49\u00a0151\u201312345678\u202c ', '+4915112345678'],
		['+004915112345678', '+4915112345678'],
		['+6834000', '+6834000'],
	])('%s is sent as %s', (given, to) => {
		expect(readRecipient(given)).toEqual({ to });
	});

	it('may be a number', () => {
		expect(readRecipient(4915112345678)).toEqual({ to: '+4915112345678' });
	});

	it.each([
		['', 'phoneMissing'],
		[undefined, 'phoneMissing'],
		[null, 'phoneMissing'],
		[{ name: 'Pablo', phone: null }, 'customerWithoutIdentity'],
		[{ phone: ['+491511234567'] }, 'notText'],
		[['+491511234567'], 'notText'],
		[Number.NaN, 'notText'],
		[-4915112345678, 'notText'],
		[491511234567.8, 'notText'],
		['(415) 555-2671', 'phoneNational'],
		['212-555-1234', 'phoneNational'],
		['8 (495) 123-45-67', 'phoneNational'],
		['+1 650 555 1234 (5)', 'phoneExtension'],
		['+49 151 1234567/8', 'phoneCharacters'],
		['+5551234\n5556789', 'phoneCharacters'],
		['+49 151 CALL-ME', 'phoneCharacters'],
		['+49151123+45678', 'phoneCharacters'],
		['0151 12345678', 'phoneNational'],
		['+49 (0)151 12345678', 'phoneTrunkZero'],
		['+12345', 'phoneDigits'],
		['+1234567890123456', 'phoneDigits'],
		['106540352242922/messages', 'phoneCharacters'],
	])('%p is refused as %s', (given, rule) => {
		expect(readRecipient(given)).toMatchObject({ rule });
	});
});

describe('a business-scoped user id', () => {
	it.each([['US.13491208655302741918'], ['US.ENT.11815799212886844830'], [' DE.a1B2 ']])(
		'%s goes into recipient, never into to',
		(given) => {
			expect(readRecipient(given)).toEqual({ recipient: given.trim() });
		},
	);

	it.each([['us.134912'], ['US.'], ['US.13-49'], [`US.${'1'.repeat(129)}`]])(
		'%s is refused',
		(given) => {
			expect(readRecipient(given)).toMatchObject({ rule: 'userIdShape' });
		},
	);
});

describe('a customer as a whole', () => {
	const userId = 'US.13491208655302741918';
	const parent = 'US.ENT.11815799212886844830';
	it.each([
		[
			'of the trigger',
			{ key: userId, phone: '+16505551234', userId, name: 'Pablo' },
			{ recipient: userId },
		],
		['without a user id', { phone: '+16505551234', userId: null }, { to: '+16505551234' }],
		['of a contact', { wa_id: '16505551234', profile: {} }, { to: '+16505551234' }],
		['of a contact with both', { wa_id: '16505551234', user_id: userId }, { recipient: userId }],
		['of a message', { from: '16505551234', from_user_id: userId }, { recipient: userId }],
		['with a parent id only', { parent_user_id: parent }, { recipient: parent }],
		['whose phone is a user id', { phone: userId }, { recipient: userId }],
		[
			'of the trigger, whose number fits no plan',
			{ key: '+99912', phone: '+99912' },
			{ to: '+99912' },
		],
		['of a contact, whose number fits no plan', { wa_id: '229123456' }, { to: '+229123456' }],
		['of a status', { recipient_id: '5215512345678' }, { to: '+5215512345678' }],
	])('%s is addressed by what reaches them best', (_name, customer, expected) => {
		expect(readRecipient(customer)).toEqual(expected);
	});
});

describe('the phone number beside a user id', () => {
	const userId = 'US.13491208655302741918';
	const read = (recipient: unknown) => validateField('recipient', addresseeInput(), recipient);

	it.each<[string, object, string | null]>([
		['of the trigger', { userId, phone: '+16505551234' }, '+16505551234'],
		['of a contact', { user_id: userId, wa_id: '16505551234' }, '+16505551234'],
		['of a message', { from_user_id: userId, from: 16505551234 }, '+16505551234'],
		['that is null', { userId, phone: null }, null],
		['that is missing', { userId }, null],
		['of another kind', { userId, phone: { number: '+16505551234' } }, null],
		['that is a list', { userId, phone: ['+16505551234'] }, null],
		['that is no number', { userId, phone: 'unknown' }, null],
		['that is the user id again', { userId, phone: userId }, null],
		['that only a second key has', { userId, phone: '', wa_id: '16505551234' }, '+16505551234'],
	])('%s', (_name, customer, phone) => {
		expect(read(customer)).toEqual({ ok: true, value: { address: { recipient: userId }, phone } });
	});

	it('is none where the number is the address itself', () => {
		const value = { address: { to: '+16505551234' }, phone: null };
		expect(read('+16505551234')).toEqual({ ok: true, value });
		expect(read({ phone: '+16505551234' })).toEqual({ ok: true, value });
	});
});
