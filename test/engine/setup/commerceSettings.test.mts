import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

import { PHONE_NUMBERS } from '../../../sandbox/world/shop/world.mts';
import { PHONE_NUMBER_ID } from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, calls, control } = useSandbox();

const run = async (operation: string, more: object = {}) =>
	await runAction(credential, {
		resource: 'setup',
		operation,
		phoneNumberId: byId(PHONE_NUMBER_ID),
		...more,
	} as IDataObject);

const update = async (commerceSettings: object, more: object = {}) =>
	await run('updateCommerceSettings', { commerceSettings, ...more });

it('tells the settings of a number', async () => {
	const { json, hints } = await run('getCommerceSettings');
	expect(json).toEqual([
		{
			phoneNumberId: PHONE_NUMBER_ID,
			cartEnabled: true,
			catalogVisible: true,
			metaDefaults: [],
			warnings: [],
		},
	]);
	expect(hints).toEqual([]);
});

it('says what follows from a catalog that is hidden', async () => {
	const { json, hints } = await run('getCommerceSettings', {
		phoneNumberId: byId(PHONE_NUMBERS[1].id),
	});
	expect(json).toMatchObject([{ cartEnabled: true, catalogVisible: false }]);
	expect(json[0].warnings).toEqual([expect.stringMatching(/^The catalog is hidden:/)]);
	expect(hints).toEqual(json[0].warnings);
});

it('switches the cart off, leaves the rest, and says that no orders arrive', async () => {
	const { json, hints } = await update({ cartEnabled: false });
	expect(json).toMatchObject([{ cartEnabled: false, catalogVisible: true }]);
	expect(hints.join()).toContain('no orders can arrive');
	expect((await calls()).find(({ method }) => method === 'POST')).toMatchObject({
		query: { is_cart_enabled: 'false' },
	});
	expect((await update({ cartEnabled: 'true' })).json).toMatchObject([
		{ cartEnabled: true, warnings: [] },
	]);
});

it('switches both at once', async () => {
	const { json } = await update({ cartEnabled: false, catalogVisible: false });
	expect(json).toMatchObject([{ cartEnabled: false, catalogVisible: false }]);
	expect((json[0].warnings as string[]).length).toBe(2);
});

it('reads what sheets and databases have for true and false', async () => {
	const { json } = await update({ cartEnabled: 'FALSE', catalogVisible: 0 });
	expect(json).toMatchObject([{ cartEnabled: false, catalogVisible: false }]);
	const { json: on } = await update({ cartEnabled: 'True', catalogVisible: 1 });
	expect(on).toMatchObject([{ cartEnabled: true, catalogVisible: true }]);
});

it.each([
	['nothing', {}, /^Settings is empty\. Add the setting that is to change\.$/],
	[
		'a word',
		{ cartEnabled: 'maybe' },
		/^Cart Enabled holds a value that is neither true nor false/,
	],
	['nothing in one', { cartEnabled: true, catalogVisible: null }, /^Catalog Visible holds/],
	[
		'words in both',
		{ cartEnabled: 'maybe', catalogVisible: 'no' },
		/^1\) Cart Enabled holds .*\n2\) Catalog Visible holds/,
	],
])('changes nothing with %s', async (_name, settings, sentence) => {
	const { error } = await update(settings);
	expect(error?.description).toMatch(sentence);
	expect(await calls()).toEqual([]);
});

describe('settings that nobody has saved', () => {
	const setNumber = async (change: object) =>
		await control(`setup/numbers/${PHONE_NUMBER_ID}`, 'PATCH', change);

	it.each<[string, object, object, string]>([
		[
			'none',
			{ cartEnabled: true, catalogVisible: false },
			{ metaDefaults: ['cartEnabled', 'catalogVisible'] },
			'the cart and the catalog',
		],
		[
			'cartOnly',
			{ cartEnabled: true, catalogVisible: false },
			{ metaDefaults: ['catalogVisible'] },
			'the catalog',
		],
		[
			'catalogOnly',
			{ cartEnabled: true, catalogVisible: true },
			{ metaDefaults: ['cartEnabled'] },
			'the cart',
		],
	])('saved: %s; the others have the defaults of Meta', async (savedSettings, flags, more, of) => {
		await setNumber({ savedSettings });
		const { json, hints, error } = await run('getCommerceSettings');
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ ...flags, ...more }]);
		expect(hints).toContain(
			`Nobody has saved a setting for ${of} of this number, so Meta's default holds.`,
		);
		const diagnosed = await run('diagnose');
		const found = (check: string) => diagnosed.json.find((one) => one.check === check);
		expect(found('cart')).toMatchObject({ status: 'ok' });
		const { metaDefaults } = more as { metaDefaults: string[] };
		expect(String(found('cart')?.what).includes("Meta's default holds")).toBe(
			metaDefaults.includes('cartEnabled'),
		);
		expect(String(found('catalogVisible')?.what).includes("Meta's default holds")).toBe(
			metaDefaults.includes('catalogVisible'),
		);
	});

	it('are saved one by one', async () => {
		await setNumber({ savedSettings: 'none' });
		const { json } = await update({ cartEnabled: false });
		expect(json).toMatchObject([
			{ cartEnabled: false, catalogVisible: false, metaDefaults: ['catalogVisible'] },
		]);
	});
});

describe('settings that Meta does not save', () => {
	it('names the switch of WhatsApp Manager where Meta answers 500, and does not repeat it', async () => {
		await control('troubles', 'PATCH', { settingsWrite: 'fails' });
		const { error } = await update({ cartEnabled: false });
		expect(error?.message).toBe('Meta did not save the commerce settings [item 0]');
		expect(error?.description).toMatch(/^Try again later; .* WhatsApp Manager has a switch/);
		expect(error).toMatchObject({ context: { data: { code: 1 } } });
		expect((await calls()).filter(({ method }) => method === 'POST')).toHaveLength(1);
	});

	it('says that a test number may not have them', async () => {
		await control(`setup/numbers/${PHONE_NUMBER_ID}`, 'PATCH', { testNumber: true });
		const { error } = await update({ cartEnabled: false });
		expect(error?.description).toMatch(
			/A test number may not have these settings\. WhatsApp Manager/,
		);
	});
});

describe('odd answers of the host', () => {
	it.each<[string, unknown, object | RegExp]>([
		['an empty list', { data: [] }, { cartEnabled: true, catalogVisible: false }],
		['a row without flags', { data: [{ id: '1' }] }, { cartEnabled: true, catalogVisible: false }],
		[
			'null for a flag',
			{ data: [{ is_cart_enabled: null, is_catalog_visible: true }] },
			{ cartEnabled: true, catalogVisible: true, metaDefaults: ['cartEnabled'] },
		],
		[
			'a word for a flag',
			{ data: [{ is_cart_enabled: 'yes' }] },
			/^The answer is not one of the Graph API/,
		],
		['null for a row', { data: [null] }, /^The answer is not one of the Graph API/],
		['null for the list', { data: null }, /^The answer is not one of the Graph API/],
		['no list', {}, /^The answer is not one of the Graph API/],
	])('%s', async (_name, answer, expected) => {
		const server = createServer((_request, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify(answer));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const parameters = {
			resource: 'setup',
			operation: 'getCommerceSettings',
			phoneNumberId: byId(PHONE_NUMBER_ID),
		};
		const { json, error } = await runAction({ ...credential, baseUrl }, parameters);
		server.close();
		if (expected instanceof RegExp) {
			expect(`${error?.message} ${error?.description}`).toMatch(expected);
		} else {
			expect(error).toBeUndefined();
			expect(json).toMatchObject([expected]);
		}
	});

	it('says that a change is not shown yet', async () => {
		const server = createServer((request, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify(request.method === 'POST' ? { success: true } : { data: [] }));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const { json } = await runAction(
			{ ...credential, baseUrl },
			{
				resource: 'setup',
				operation: 'updateCommerceSettings',
				phoneNumberId: byId(PHONE_NUMBER_ID),
				commerceSettings: { cartEnabled: false, catalogVisible: false },
			},
		);
		server.close();
		expect(json[0].warnings).toEqual([
			'Meta took the change for the cart and does not show it yet: look again in a few minutes.',
			expect.stringMatching(/^The catalog is hidden/),
		]);
	});
});

it('says that the settings were saved when only reading them back does not work', async () => {
	const savesOnly = createServer((request, response) => {
		const isSave = request.method === 'POST';
		response.writeHead(isSave ? 200 : 503, { 'content-type': 'application/json' });
		response.end(
			JSON.stringify(isSave ? { success: true } : { error: { code: 2, message: 'Down' } }),
		);
	});
	await new Promise<void>((resolve) => savesOnly.listen(0, '127.0.0.1', resolve));
	const baseUrl = `http://127.0.0.1:${(savesOnly.address() as AddressInfo).port}`;
	const { error } = await runAction(
		{ ...credential, baseUrl },
		{
			resource: 'setup',
			operation: 'updateCommerceSettings',
			phoneNumberId: byId(PHONE_NUMBER_ID),
			commerceSettings: { cartEnabled: false },
		},
	);
	savesOnly.close();
	expect(error?.description).toMatch(/^The settings were saved; only reading them back did not/);
	expect(error?.description).toMatch(/Down/);
});

it('names what is no phone number ID', async () => {
	const { error } = await run('getCommerceSettings', { phoneNumberId: byId('../me') });
	expect(error?.description).toContain('Phone Number is "../me", which is not an ID.');
	expect(await calls()).toEqual([]);
});

it('says when the token may not', async () => {
	const token = { ...credential, accessToken: 'sandbox-token-messaging-only' };
	const { error } = await runAction(token, {
		resource: 'setup',
		operation: 'getCommerceSettings',
		phoneNumberId: byId(PHONE_NUMBER_ID),
	});
	expect(error?.message).toBe('The access token lacks a permission [item 0]');
});
