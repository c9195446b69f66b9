import { identitiesOf, identitiesWith } from '../../../../nodes/shared/payload/rules/identities';
import { keySpellings } from '../../../../nodes/shared/payload/rules/keySpellings';

const GERMANY = { country: 'DE', isChosen: true };
const PABLO = { key: 'US.134', phone: '+16505551234', userId: 'US.134', name: 'Pablo' };

const spelt = (key: string, given: unknown, items: unknown[] = [], home = GERMANY) =>
	keySpellings(key, { given, home }, items);

describe('other spellings of a key', () => {
	it.each<[string, string, unknown, unknown[], string[]]>([
		['that has the number as given', 'c/0151 12345678', '0151 12345678', [], ['c/+4915112345678']],
		['that has the digits', 'c/4915112345678', '+49 151 12345678', [], ['c/+4915112345678']],
		['of Mexico', 'c/+5215512345678', '+5215512345678', [], ['c/+525512345678']],
		['of Brazil', 'c/551187654321', '+55 11 8765-4321', [], ['c/+5511987654321']],
		['in the common spelling', 'c/+4915112345678', '+49 151 12345678', [], []],
		['without the number', 'order-17', '+49 151 12345678', [], []],
		['with another number', 'c/+4915187654321', '+49 151 12345678', [], []],
		['of a whole customer by ID', 'c/US.134', PABLO, [], ['c/+16505551234']],
		['of a whole customer by phone', 'c/+16505551234', PABLO, [], ['c/US.134']],
		[
			'with the customer beside it',
			'c/US.134',
			'US.134',
			[{ customer: PABLO }],
			['c/+16505551234'],
		],
		[
			'of a contact',
			'c/US.134',
			{ user_id: 'US.134', wa_id: '16505551234' },
			[],
			['c/+16505551234'],
		],
		['of a row', 'c/0151 1234567', 'DE.9', [{ customer: 'DE.9', phone: '0151 12345678' }], []],
		[
			'of a row by its phone',
			'c/0151 12345678',
			'0151 12345678',
			[{ userId: 'DE.9', phone: '0151 12345678' }],
			['c/+4915112345678', 'c/DE.9'],
		],
		[
			'beside somebody else',
			'c/US.134',
			'US.134',
			[{ customer: { ...PABLO, userId: 'US.9' } }],
			[],
		],
		['twice in it', 'US.134/US.134', PABLO, [], ['+16505551234/+16505551234']],
		['of nobody', 'c/x', '', [null, 17, 'x', []], []],
	])('%s', (_name, key, given, items, others) => {
		expect(spelt(key, given, items)).toEqual(others);
	});
});

describe('what a customer is known by', () => {
	it.each<[unknown, unknown]>([
		[PABLO, { phone: '+16505551234', userId: 'US.134' }],
		[
			{ phone: '+5215512345678', key: '+5215512345678' },
			{ phone: '+525512345678', userId: null },
		],
		[{ phone: '0151 12345678' }, { phone: '+4915112345678', userId: null }],
		[
			{ phone: ['odd'], wa_id: 16505551234 },
			{ phone: '+16505551234', userId: null },
		],
		['US.134', { phone: null, userId: 'US.134' }],
		[null, { phone: null, userId: null }],
		[['+16505551234'], { phone: null, userId: null }],
		[
			{ phone: {}, userId: 17 },
			{ phone: null, userId: null },
		],
	])('%j is %j', (customer, known) => {
		expect(identitiesOf(customer, GERMANY)).toEqual(known);
	});

	it('does not change what nobody is known by', () => {
		identitiesWith('', [{ customer: PABLO }], null);
		expect(identitiesOf('', null)).toEqual({ phone: null, userId: null });
	});
});
