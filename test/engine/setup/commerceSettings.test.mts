import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

import { PHONE_NUMBERS } from '../../../sandbox/world/shop/world.mts';
import { PHONE_NUMBER_ID } from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, calls } = useSandbox();

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
		{ phoneNumberId: PHONE_NUMBER_ID, cartEnabled: true, catalogVisible: true, warnings: [] },
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
