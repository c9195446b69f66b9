import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import * as checked from '../../support/parameters';
import { CATALOG_ID, PHONE_NUMBER_ID, section } from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, messages, calls, control } = useSandbox();

/** As the product check words it. */
const HELD_BACK = "BAK-RYE is held back by WhatsApp (changed since Meta's last review";

// These tests are about Meta's answer to the send itself, so the catalog is not asked before.
const options = { unavailableProducts: 'send' };
const singleProduct = { ...checked.singleProduct, options };
const multiProduct = { ...checked.multiProduct, options };

describe('Meta’s refusals reach the builder in words', () => {
	it('no product matches', async () => {
		const { error } = await runAction(credential, {
			...multiProduct,
			sections: { section: [section('Bread', { skus: 'NOPE-1, NOPE-2' })] },
		});
		expect(error).toMatchObject({
			message: 'None of the products is in the catalog [item 0]',
			context: {
				itemIndex: 0,
				data: { code: 131009, details: 'Products not found in FB Catalog' },
			},
			failure: { cause: 'configuration-invalid' },
		});
		expect(error?.description).toMatch(
			/SKU.*Meta said: \(#131009\) Parameter value is not valid — Products not found in FB Catalog$/,
		);
	});

	describe('131009 and its relatives, whatever the language of Meta’s words', () => {
		const troubles = async (change: object) => await control('troubles', 'PATCH', change);
		const review = async (sku: string, whatsappReview: string) =>
			await control(`catalogs/${CATALOG_ID}/products/${sku}`, 'PATCH', { whatsappReview });
		const LANGUAGES = ['none', 'english', 'spanish', 'allSpanish'];

		it.each(LANGUAGES)('products that are not in the catalog (%s)', async (refusalLanguage) => {
			await troubles({ refusalLanguage });
			const { error } = await runAction(credential, {
				...multiProduct,
				sections: { section: [section('Bread', { skus: 'BAK-RYF, NOPE-2' })] },
			});
			expect(error?.description).toContain('BAK-RYF is not in the catalog; did you mean BAK-RYE?');
			expect(error?.description).toContain('NOPE-2 is not in the catalog.');
		});

		it.each(LANGUAGES)('a product that WhatsApp holds back (%s)', async (refusalLanguage) => {
			await troubles({ refusalLanguage });
			await review('BAK-RYE', 'OUTDATED');
			const { error } = await runAction(credential, singleProduct);
			if (refusalLanguage !== 'allSpanish') {
				expect(error?.message).toMatch(/^WhatsApp does not show the product or products/);
				expect(error?.description).toContain('some hours after a change');
			}
			expect(error?.description).toContain(HELD_BACK);
		});

		it.each(LANGUAGES)('a new product that Meta has not reviewed (%s)', async (refusalLanguage) => {
			await troubles({ refusalLanguage, noReview: 'refused' });
			await review('BAK-RYE', 'NO_REVIEW');
			const { error } = await runAction(credential, singleProduct);
			expect(error?.description).toContain('BAK-RYE is not reviewed by Meta yet');
		});

		it.each(LANGUAGES)('a catalog that is not connected (%s)', async (refusalLanguage) => {
			for (const [wrongCatalog, code] of [
				['checkLinked', 131009],
				['invalidId', 131009],
				['invalidIdAs100', 100],
			] as const) {
				await troubles({ refusalLanguage, wrongCatalog });
				const { error } = await runAction(credential, {
					...singleProduct,
					catalogId: byId('999'),
				});
				expect(error).toMatchObject({ context: { data: { code } } });
				const said = `${error?.message} ${error?.description}`;
				expect(said).toMatch(/not connected to the business account/);
				if (refusalLanguage === 'allSpanish') {
					expect(said).toContain(
						`The catalog 999 is not connected to the business account. Connected: ${CATALOG_ID}`,
					);
				}
			}
		});

		it('a hidden catalog, in Spanish', async () => {
			await troubles({ refusalLanguage: 'allSpanish', hiddenCatalog: 'allProducts' });
			await control(`setup/numbers/${PHONE_NUMBER_ID}`, 'PATCH', { catalogVisible: false });
			const { error } = await runAction(credential, singleProduct);
			expect(error?.description).toMatch(/^The catalog is hidden on the sending number/);
		});

		it.each(['none', 'allSpanish'])('a character in the header (%s)', async (refusalLanguage) => {
			await troubles({ refusalLanguage });
			const { error } = await runAction(credential, { ...multiProduct, headerText: 'Size_M' });
			const said = `${error?.message} ${error?.description}`;
			expect(said).toMatch(
				refusalLanguage === 'none'
					? /^Meta does not take the text of the header .*without the characters \*, _ and ~/
					: /Its header holds "_", which Meta may not take there/,
			);
		});

		it('the same header goes out where Meta shows it', async () => {
			await troubles({ headerFormatting: 'shown' });
			const { json } = await runAction(credential, { ...multiProduct, headerText: 'Size_M' });
			expect(json).toMatchObject([{ status: 'accepted' }]);
		});

		it('asks the catalog once for a run, and not for messages that Meta took', async () => {
			await runAction(credential, singleProduct);
			const asked = async () =>
				(await calls()).filter(({ path }) => path.endsWith('/products')).length;
			expect(await asked()).toBe(0);
			const { json } = await runAction(
				credential,
				{ ...singleProduct, productRetailerId: byId('={{ $json.sku }}') },
				{
					items: ['BAK-RYE', 'NOPE-1', 'NOPE-2'].map((sku) => ({ sku })),
					node: { onError: 'continueRegularOutput' },
				},
			);
			expect(json.map(({ error }) => error !== undefined)).toEqual([false, true, true]);
			expect(String(json[1].message)).toContain('NOPE-1 is not in the catalog.');
			expect(String(json[1].message)).not.toContain('NOPE-2');
			const lookUps = (await calls()).filter(({ query }) =>
				query.filter?.includes('"retailer_id":{"is_any"'),
			);
			expect(lookUps).toHaveLength(1);
		});

		it('says what Meta said where the catalog does not answer', async () => {
			await troubles({ catalogDenial: 'object', permissions: 'catalog_management' });
			const { error } = await runAction(credential, {
				...singleProduct,
				productRetailerId: byId('NOPE-1'),
			});
			expect(error?.message).toBe('None of the products is in the catalog [item 0]');
			expect(error?.description).toMatch(/Meta said: .*Products not found in FB Catalog$/);
		});
	});

	it.each(['permission', 'object'])(
		'a token without catalog rights (%s) sends unchecked, and the hint names the right',
		async (catalogDenial) => {
			await control('troubles', 'PATCH', { catalogDenial, permissions: 'catalog_management' });
			const { json, hints } = await runAction(credential, checked.singleProduct);
			expect(json).toMatchObject([{ status: 'accepted', checked: false }]);
			expect(hints).toEqual([
				expect.stringMatching(
					/^The products were not checked against the catalog\. .*catalog_management/,
				),
			]);
		},
	);

	it.each([
		[
			'an expired token',
			{ accessToken: 'sandbox-token-expired' },
			190,
			'Meta does not accept the access token',
		],
		['a wrong token', { accessToken: 'EAAGnope' }, 190, 'Meta does not accept the access token'],
	])('%s', async (_name, change, code, message) => {
		const { error } = await runAction({ ...credential, ...change }, singleProduct);
		expect(error).toMatchObject({
			message: `${message} [item 0]`,
			context: { data: { code } },
			failure: { cause: 'credential-invalid' },
		});
		expect(JSON.stringify([error, error?.message, error?.stack])).not.toContain(change.accessToken);
	});

	it('a phone number id that the token cannot see', async () => {
		const { error } = await runAction(credential, { ...singleProduct, phoneNumberId: byId('123') });
		expect(error?.message).toBe('Meta does not know this object or field for this token [item 0]');
	});

	it('a host that cannot be reached', async () => {
		const { error } = await runAction(
			{ ...credential, baseUrl: 'http://127.0.0.1:9' },
			singleProduct,
		);
		expect(error).toMatchObject({
			message: 'The host of the Graph API cannot be reached [item 0]',
			context: { data: { code: 'ECONNREFUSED' } },
			failure: { cause: 'temporarily-unavailable' },
		});
		expect(error?.description).toContain('Nothing was sent');
		expect(JSON.stringify(error)).not.toContain(credential.accessToken);
	});
});

describe('answers that are none of Graph’s', () => {
	let server: Server;
	let baseUrl: string;
	let answer: (socket: import('node:http').ServerResponse) => void;
	beforeAll(async () => {
		server = createServer((_request, response) => answer(response));
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	afterAll(() => server.close());

	it.each<[string, typeof answer, string]>([
		['a page', (to) => to.end('<html>Hello</html>'), 'No answer came from the Graph API'],
		[
			'a page that is not there',
			(to) => to.writeHead(404).end('<html>Not here</html>'),
			'The answer is not one of the Graph API',
		],
		['an empty 502', (to) => to.writeHead(502).end(), 'No answer came from the Graph API'],
		[
			'an accepted message without an id',
			(to) => to.setHeader('content-type', 'application/json').end('{"messages":[]}'),
			'No answer came from the Graph API',
		],
		['a cut connection', (to) => void to.socket?.destroy(), 'No answer came from the Graph API'],
		[
			'a refusal that repeats the token',
			(to) =>
				to
					.writeHead(401, { 'content-type': 'application/json' })
					.end(
						`{"error":{"message":"Malformed access token ${credential.accessToken}","code":190}}`,
					),
			'Meta does not accept the access token',
		],
		[
			'a code that is not in the list',
			(to) =>
				to
					.writeHead(418, { 'content-type': 'application/json' })
					.end('{"error":{"message":"Something new","code":999999}}'),
			'Meta refused the request',
		],
	])('%s', async (_name, how, message) => {
		answer = how;
		const { error } = await runAction({ ...credential, baseUrl }, singleProduct);
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(JSON.stringify(error)).not.toContain(credential.accessToken);
	});
});

describe('Continue On Fail', () => {
	it('yields the reason beside the sends that went out, each paired with its input', async () => {
		const { items, error } = await runAction(
			credential,
			{
				...singleProduct,
				productRetailerId: byId('={{ $json.sku }}'),
				recipient: '={{ $json.to }}',
			},
			{
				items: [
					{ sku: 'BAK-RYE', to: '+16505551234' },
					{ sku: 'NOPE', to: '+16505551234' },
					{ sku: 'BAK-BAGEL', to: 'nobody' },
					{ sku: 'BAK-BAGEL', to: '+16505551234' },
				],
				node: { onError: 'continueRegularOutput' },
			},
		);
		expect(error).toBeUndefined();
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
		expect(items[0].json).toMatchObject({ status: 'accepted' });
		expect(items[1].json).toMatchObject({
			error: 'None of the products is in the catalog [item 1]',
			message: expect.stringMatching(/SKU.*Meta said: /),
			details: {
				code: 131009,
				details: 'Products not found in FB Catalog',
				recipient: '+16505551234',
			},
		});
		expect(items[2].json).toMatchObject({
			error: 'Recipient must be changed [item 2]',
			details: { problems: [{ field: 'Recipient' }], recipient: 'nobody' },
		});
		expect(items[3].json).toMatchObject({ status: 'accepted' });
		expect(await messages()).toHaveLength(2);
	});

	it('with an error output the failed items go there', async () => {
		const { json, failed, error } = await runAction(
			credential,
			{ ...singleProduct, productRetailerId: byId('={{ $json.sku }}') },
			{
				items: [{ sku: 'NOPE' }, { sku: 'BAK-RYE' }, { sku: '' }],
				node: { onError: 'continueErrorOutput' },
			},
		);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ products: ['BAK-RYE'] }]);
		expect(failed).toMatchObject([
			{ details: { code: 131009 } },
			{ details: { problems: [{ field: 'Product' }] } },
		]);
	});

	it('survives an expression that cannot be evaluated', async () => {
		const { items } = await runAction(
			credential,
			{ ...singleProduct, recipient: '={{ $("Nowhere").item.json.phone }}' },
			{ node: { onError: 'continueRegularOutput' } },
		);
		expect(items).toMatchObject([
			{
				json: { error: expect.any(String), details: { recipient: null } },
				pairedItem: { item: 0 },
			},
		]);
		expect(await messages()).toEqual([]);
	});

	it('without it the run stops at the item and names it', async () => {
		const { error } = await runAction(
			credential,
			{ ...singleProduct, productRetailerId: byId('={{ $json.sku }}') },
			{ items: [{ sku: 'BAK-RYE' }, { sku: 'NOPE' }] },
		);
		expect(error?.message).toMatch(/\[item 1\]$/);
	});
});

it('counts the other messages that cannot be sent, also when n8n gives no description', async () => {
	const { error } = await runAction(
		credential,
		{ ...singleProduct, recipient: '={{ $("Nowhere").item.json.phone }}' },
		{ items: [{}, {}, {}] },
	);
	expect(error?.description).toMatch(/2 more of 3 messages cannot be sent either\./);
	expect(error?.description).not.toMatch(/undefined|null/);
	expect(await messages()).toEqual([]);
});
