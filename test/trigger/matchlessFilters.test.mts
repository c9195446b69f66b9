import type { IDataObject } from 'n8n-workflow';

import { N8n, TriggerNode } from '../support/registrationHost.mts';
import { useSandbox } from '../support/sandbox';

const { credential } = useSandbox();

let n8n: N8n;
beforeEach(async () => {
	n8n = new N8n();
	await n8n.start();
});
afterEach(async () => await n8n.stop());

const triggerWith = (options: unknown, more: object = {}) =>
	new TriggerNode(credential, {
		registration: 'manual',
		verifyToken: 'nobody-can-guess-this',
		options,
		...more,
	} as IDataObject);

/** What the builder reads when the workflow is published. */
const told = async (options: unknown, more: object = {}) =>
	await n8n.publish(triggerWith(options, more)).then(
		() => null,
		(error: Error) => error.message,
	);

const GERMAN = {
	registration: 'phoneNumber',
	phoneNumberId: { mode: 'list', value: '1', cachedResultName: '+49 30 23125123 · Feinkost' },
};

it.each<[object, string]>([
	[
		{ filterCustomers: '+16505551234, +9876543210' },
		'An entry of Only These Customers is "+9876543210", which would be a number of Iran, which has none of that length. Look for a wrong country code or a missing digit. It can match nothing.',
	],
	[
		{ filterCustomers: 'Pablo Marquez\n-' },
		'An entry of Only These Customers is "Pablo Marquez", which is no phone number, user ID or user name. It can match nothing. An entry of Only These Customers is "-"',
	],
	[{ filterCustomers: '4.91512E+11' }, 'your sheet has rounded it'],
	[
		{ filterCustomers: [{ name: 'Pablo' }] },
		'is an object with no user ID, phone number or user name',
	],
	[
		{ filterPhoneNumbers: 'the shop' },
		'An entry of Only These Phone Numbers is "the shop", which is no phone number ID and no phone number. It can match nothing.',
	],
	[
		{ filterCatalogs: '194836987003835; Corner Shop' },
		'An entry of Only These Catalogs is "Corner Shop", which is no catalog ID. It can match nothing.',
	],
])(
	'%j is told when the workflow is published and when the builder listens',
	async (options, sentence) => {
		expect(await told(options)).toContain(sentence);
		expect(n8n.published.size).toBe(0);
		await expect(n8n.listen(triggerWith(options))).rejects.toThrow(sentence);
	},
);

it.each<[string, unknown, object?]>([
	['nothing', {}],
	['blanks', { filterCustomers: ' ', filterPhoneNumbers: '\n', filterCatalogs: '' }],
	[
		'people in all forms',
		{ filterCustomers: '+16505551234; US.134; @pablo.m, robin_2, wa.me/4915112345678' },
	],
	[
		'a number that the receiving one may complete',
		{ filterCustomers: '0151 12345678, 9876543210' },
	],
	['own numbers', { filterPhoneNumbers: '106540352242922, +1 555-078-3881' }],
	['an expression that cannot be evaluated yet', { filterCustomers: '={{ $json.who }}' }],
	['what is no list', { filterCustomers: 17.5, filterCatalogs: null }],
])('%s is not told', async (_name, options, more = {}) => {
	expect(await told(options, more)).toBeNull();
});

it('a number without a country code is judged by the chosen number, where there is one', async () => {
	const options = { filterCustomers: '0151 123456' };
	expect(await told(options)).toBeNull();
	expect(await told(options, GERMAN)).toContain('would be a number of Germany');
});

it('a workflow that ran so far goes on when n8n starts, and the log says it', async () => {
	const node = triggerWith({ filterCustomers: '+9876543210' });
	n8n.published.add(node);
	expect([...(await n8n.crash('earlier'))]).toEqual([]);
	expect(n8n.log).toEqual([expect.stringContaining('"+9876543210"')]);
});
