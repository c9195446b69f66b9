import type { IDataObject } from 'n8n-workflow';

import { cornerShopProducts } from '../../../sandbox/world/shop/cornerShop.mts';
import { PHONE_NUMBERS, TOKENS } from '../../../sandbox/world/shop/world.mts';
import { openCallback } from '../../support/callback.mts';
import { CATALOG_ID, PHONE_NUMBER_ID, WAREHOUSE_ID } from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, control, calls, messages } = useSandbox();

/** What stands for the n8n that the diagnosis runs in. */
let n8n: Awaited<ReturnType<typeof openCallback>>;
let url: string;
beforeAll(async () => {
	n8n = await openCallback();
	url = `${n8n.origin}/webhook/1/webhook`;
});
afterAll(async () => await n8n.close());

const appToken = () => `${credential.appId}|${credential.appSecret}`;

async function graph(path: string, body: object, token = credential.accessToken, method = 'POST') {
	const answer = await fetch(`${credential.baseUrl}/v26.0/${path}`, {
		method,
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	expect(answer.status).toBe(200);
}

const subscribeApp = async (fields = 'messages,standby', callback = url) =>
	await graph(
		`${credential.appId}/subscriptions`,
		{
			object: 'whatsapp_business_account',
			callback_url: callback,
			verify_token: 'token',
			fields,
		},
		appToken(),
	);
const subscribeAccount = async (override?: string) =>
	await graph(
		`${credential.businessAccountId}/subscribed_apps`,
		override ? { override_callback_uri: override, verify_token: 'token' } : {},
	);
const overrideNumber = async (override: string) =>
	await graph(PHONE_NUMBER_ID, {
		webhook_configuration: { override_callback_uri: override, verify_token: 'token' },
	});

/** Everything wired up as it should be. */
async function wire() {
	await subscribeApp();
	await subscribeAccount();
}

const run = async (more: object = {}, change: object = {}) =>
	await runAction(
		{ ...credential, ...change },
		{
			resource: 'setup',
			operation: 'diagnose',
			phoneNumberId: byId(PHONE_NUMBER_ID),
			...more,
		} as IDataObject,
		{ more: { webhookWaitingBaseUrl: `${n8n.origin}/webhook-waiting` } },
	);

async function finding(check: string, more: object = {}, change: object = {}) {
	const { json, error } = await run(more, change);
	expect(error).toBeUndefined();
	const found = json.filter((one) => one.check === check);
	expect(found).toHaveLength(1);
	return found[0];
}

const standing = async (change: object, id = PHONE_NUMBER_ID) =>
	await control(`setup/numbers/${id}`, 'PATCH', change);
const account = async (change: object) => await control('setup', 'PATCH', change);
const trouble = async (change: object) => await control('troubles', 'PATCH', change);

describe('a healthy setup', () => {
	beforeEach(wire);

	it('is ok in every check but the one that no API answers, and in what Meta wants mended', async () => {
		const { json, error } = await run({ options: { sampleSkus: 'BAK-RYE, TEA-MINT' } });
		expect(error).toBeUndefined();
		expect(json.filter(({ status }) => status !== 'ok')).toEqual([
			{
				check: 'appLive',
				status: 'warning',
				what: expect.stringContaining('does not say whether the app is live'),
				todo: expect.stringContaining('it must be Live'),
			},
			{
				check: 'catalogProblems',
				status: 'warning',
				what: 'Products were rejected (must fix, 1 product). They do not comply with the commerce policy and are not shown.',
				todo: 'Change these products, or ask for another review. Open the catalog in Commerce Manager: it names the products and what they need.',
			},
		]);
		expect(json.map(({ check }) => check)).toEqual([
			...['accessToken', 'permissions', 'apiVersion', 'businessAccount'],
			...['numberAccount', 'number', 'displayName', 'quality', 'throughput', 'health'],
			...['appSubscription', 'standbySubscription', 'appLive', 'accountSubscription'],
			'callbackUrl',
			...['catalog', 'products', 'sampleSkus', 'catalogProblems', 'cart', 'catalogVisible'],
		]);
		for (const one of json) expect(Object.keys(one)).toEqual(['check', 'status', 'what', 'todo']);
	});

	it('is neither changed nor written to', async () => {
		const before = await control('setup');
		const asked = (await calls()).length;
		await run();
		expect(new Set((await calls()).slice(asked).map(({ method }) => method))).toEqual(
			new Set(['GET']),
		);
		expect(await control('setup')).toEqual(before);
		expect(await messages()).toEqual([]);
	});

	it('comes as one item with a table, if that is chosen', async () => {
		await standing({ cartEnabled: false });
		const { json } = await run({ diagnosisOutput: 'summary' });
		expect(json).toMatchObject([{ status: 'fail', okCount: 17, warningCount: 2, failCount: 1 }]);
		const table = String(json[0].table);
		expect(table).toMatch(/│ ✗ FAIL +│ Cart +│ The cart is off: /);
		expect(new Set(table.split('\n').map((line) => line.length)).size).toBe(1);
		expect(json[0].checks).toHaveLength(20);
	});

	it('never shows a secret', async () => {
		const broken = { accessToken: 'EAA of mine', appSecret: 'secret of mine' };
		for (const change of [{}, broken]) {
			const { json } = await run({}, change);
			const text = JSON.stringify(json);
			for (const secret of [
				credential.accessToken,
				credential.appSecret,
				...Object.values(broken),
			]) {
				expect(text).not.toContain(secret);
			}
		}
	});

	it('keeps the token out of every URL where that is wanted', async () => {
		const asked = (await calls()).length;
		const { json } = await run({ options: { inspectToken: false } });
		expect(json.slice(0, 2)).toMatchObject([
			{ check: 'accessToken', status: 'ok' },
			{ check: 'permissions', status: 'warning' },
		]);
		const urls = (await calls()).slice(asked);
		expect(urls.some(({ path }) => path.includes('debug_token'))).toBe(false);
	});
});

describe('the access token', () => {
	it('that Meta does not know fails, and what needs it is not checked', async () => {
		const { json } = await run({}, { accessToken: 'wrong' });
		expect(json[0]).toMatchObject({ check: 'accessToken', status: 'fail' });
		const others = json.filter(({ check }) => check === 'number' || check === 'cart');
		expect(others).toMatchObject([{ status: 'warning' }, { status: 'warning' }]);
		expect(others[0].what).toMatch(/^Not checked\. Meta does not accept the access token/);
	});

	it('that has expired fails with the day', async () => {
		expect(await finding('accessToken', {}, { accessToken: TOKENS.expired.value })).toMatchObject({
			status: 'fail',
			what: 'Meta does not accept the access token. It expired on 20 November 2026.',
		});
	});

	it('that cannot be looked up as the app is looked up by itself', async () => {
		const change = { appSecret: 'wrong', accessToken: TOKENS.full.value };
		expect(await finding('accessToken', {}, change)).toMatchObject({ status: 'ok' });
		expect(
			await finding('accessToken', {}, { appSecret: '', accessToken: TOKENS.expired.value }),
		).toMatchObject({ status: 'fail' });
	});

	it('of the dashboard is warned of', async () => {
		expect(await finding('accessToken', {}, { accessToken: TOKENS.temporary.value })).toMatchObject(
			{ status: 'warning', what: expect.stringContaining('is valid until') },
		);
	});

	it('of another app is warned of', async () => {
		expect(await finding('accessToken', {}, { appId: '1234567' })).toMatchObject({
			status: 'warning',
			what: expect.stringContaining('the credential names the app 1234567'),
		});
	});

	it.each(['whatsapp_business_messaging', 'whatsapp_business_management', 'catalog_management'])(
		'without %s fails in its permissions',
		async (permissions) => {
			await trouble({ permissions });
			expect(await finding('permissions')).toMatchObject({
				status: 'fail',
				what: expect.stringContaining(permissions),
			});
		},
	);

	it('for another business account fails in its permissions', async () => {
		const change = { businessAccountId: '999999999999999' };
		expect(await finding('permissions', {}, change)).toMatchObject({
			status: 'fail',
			what: expect.stringContaining('not for the business account of the credential'),
		});
	});
});

it.each<[string, string, RegExp]>([
	['v27.0', 'ok', /no end is announced/],
	['v26.0', 'ok', /no end is announced/],
	['v25.0', 'ok', /ends on 29 July 2028/],
	['v20.0', 'fail', /has ended/],
	['v99.0', 'warning', /not a version that this package knows/],
])('the API version %s is %s', async (apiVersion, status, what) => {
	expect(await finding('apiVersion', {}, { apiVersion })).toMatchObject({
		status,
		what: expect.stringMatching(what),
	});
});

describe('the business account', () => {
	it.each([
		['LIMITED', 'warning'],
		['BLOCKED', 'fail'],
	])('that is %s is a %s with the reason', async (accountHealth, status) => {
		await account({ accountHealth });
		for (const check of ['businessAccount', 'health']) {
			expect(await finding(check)).toMatchObject({
				status,
				what: expect.stringContaining('Set under Setup of the sandbox.'),
			});
		}
	});

	it('that the token does not see fails', async () => {
		const change = { businessAccountId: '999999999999999' };
		expect(await finding('businessAccount', {}, change)).toMatchObject({ status: 'fail' });
	});

	it('that is not subscribed to the app fails', async () => {
		await subscribeApp();
		expect(await finding('accountSubscription')).toMatchObject({
			status: 'fail',
			todo: expect.stringContaining('subscribed_apps'),
		});
	});

	it('cannot be told to be subscribed to this app without its ID', async () => {
		await wire();
		expect(await finding('accountSubscription', {}, { appId: '' })).toMatchObject({
			status: 'warning',
		});
		expect(await finding('accountSubscription', {}, { appId: '1234567' })).toMatchObject({
			status: 'fail',
		});
	});
});

describe('the number', () => {
	it.each<[string, object, string, string]>([
		['not registered', { registered: false }, 'number', 'fail'],
		['not verified', { codeVerification: 'EXPIRED' }, 'number', 'warning'],
		['declined in its name', { nameStatus: 'DECLINED' }, 'displayName', 'fail'],
		['under review in its name', { nameStatus: 'PENDING_REVIEW' }, 'displayName', 'warning'],
		[
			'without a review of its name',
			{ nameStatus: 'AVAILABLE_WITHOUT_REVIEW' },
			'displayName',
			'ok',
		],
		['of medium quality', { quality: 'YELLOW' }, 'quality', 'warning'],
		['of low quality', { quality: 'RED' }, 'quality', 'fail'],
		['not rated', { quality: 'UNKNOWN' }, 'quality', 'ok'],
		['without a quality rating', { quality: 'NA' }, 'quality', 'ok'],
		['without throughput', { registered: false }, 'throughput', 'warning'],
		['limited', { health: 'LIMITED' }, 'health', 'warning'],
		['blocked', { health: 'BLOCKED' }, 'health', 'fail'],
		['without a cart', { cartEnabled: false }, 'cart', 'fail'],
		['with a hidden catalog', { catalogVisible: false }, 'catalogVisible', 'warning'],
	])('that is %s', async (_name, change, check, status) => {
		await standing(change);
		const found = await finding(check);
		expect(found).toMatchObject({ status });
		expect(found.todo === null).toBe(status === 'ok');
	});

	it('that does not exist fails', async () => {
		const more = { phoneNumberId: byId('999999999999999') };
		expect(await finding('number', more)).toMatchObject({ status: 'fail' });
	});

	it('is the chosen one', async () => {
		const more = { phoneNumberId: byId(PHONE_NUMBERS[1].id) };
		expect(await finding('catalogVisible', more)).toMatchObject({ status: 'warning' });
	});
});

describe('the app', () => {
	it('without a callback URL fails', async () => {
		expect(await finding('appSubscription')).toMatchObject({
			status: 'fail',
			what: 'The app has no callback URL for WhatsApp.',
		});
	});

	it('that is not subscribed to messages fails', async () => {
		await subscribeApp('account_update');
		expect(await finding('appSubscription')).toMatchObject({
			status: 'fail',
			what: expect.stringContaining('not subscribed to the field "messages"'),
		});
	});

	it('that is not told what comes while an agent holds the chat is warned of', async () => {
		await subscribeApp('messages');
		expect(await finding('appSubscription')).toMatchObject({ status: 'ok' });
		expect(await finding('standbySubscription')).toEqual({
			check: 'standbySubscription',
			status: 'warning',
			what: 'The app is not subscribed to the field "standby", in which orders come while Meta Business Agent holds a chat. Without that agent nothing is missed.',
			todo: expect.stringContaining('Publish the workflow with Registration "App" again'),
		});
		await subscribeApp('standby');
		expect(await finding('appSubscription')).toMatchObject({ status: 'fail' });
		expect(await finding('standbySubscription')).toMatchObject({ status: 'ok', todo: null });
	});

	it('whose secret is wrong fails', async () => {
		expect(await finding('appSubscription', {}, { appSecret: 'wrong' })).toMatchObject({
			status: 'fail',
			what: 'Meta does not accept App ID and App Secret.',
		});
	});

	it('is not checked without ID and secret', async () => {
		await wire();
		for (const change of [{ appId: '' }, { appSecret: '' }]) {
			expect(await finding('appSubscription', {}, change)).toMatchObject({ status: 'warning' });
		}
	});

	it('in development is never called live', async () => {
		await trouble({ appMode: 'development' });
		expect(await finding('appLive')).toMatchObject({ status: 'warning' });
	});
});

describe('the callback URL', () => {
	it('fails when there is none', async () => {
		expect(await finding('callbackUrl')).toMatchObject({
			status: 'fail',
			what: 'No callback URL is set on any level.',
		});
	});

	it('that wins is the most particular one', async () => {
		await wire();
		expect((await finding('callbackUrl')).what).toBe(
			`The callback URL of the app wins: ${url}. It leads to this n8n.`,
		);
		await subscribeAccount(`${url}/account`);
		await overrideNumber(`${url}/number?secret=1`);
		expect((await finding('callbackUrl')).what).toBe(
			`The callback URL of the phone number wins, before the one of the business account and the one of the app: ${url}/number. It leads to this n8n.`,
		);
	});

	it('of another host is warned of, and fails against the expected one', async () => {
		const other = await openCallback();
		await wire();
		await overrideNumber(`${other.origin}/webhook/9/webhook`);
		await other.close();
		expect(await finding('callbackUrl')).toMatchObject({
			status: 'warning',
			what: expect.stringContaining(`Webhooks of this n8n begin with ${n8n.origin}.`),
		});
		expect(await finding('callbackUrl', { options: { expectedCallbackUrl: url } })).toMatchObject({
			status: 'fail',
			what: expect.stringContaining(`Expected was ${url}.`),
		});
		expect(
			await finding('callbackUrl', {
				options: { expectedCallbackUrl: `${other.origin}/webhook/9/webhook/` },
			}),
		).toMatchObject({ status: 'ok' });
	});

	it('for tests only is warned of', async () => {
		await subscribeApp('messages', `${n8n.origin}/webhook-test/1/webhook`);
		await subscribeAccount();
		expect(await finding('callbackUrl')).toMatchObject({
			status: 'warning',
			what: expect.stringContaining('It is a test URL'),
		});
	});
});

describe('the catalog', () => {
	it('fails when none is connected', async () => {
		for (const id of [CATALOG_ID, WAREHOUSE_ID])
			await control(`setup/catalogs/${id}`, 'PATCH', { connected: false });
		expect(await finding('catalog')).toMatchObject({ status: 'fail' });
	});

	it('fails when it is not the connected one, and is looked at all the same', async () => {
		await control(`setup/catalogs/${WAREHOUSE_ID}`, 'PATCH', { connected: false });
		const options = { catalogId: byId(WAREHOUSE_ID) };
		expect(await finding('catalog', { options })).toMatchObject({
			status: 'fail',
			what: expect.stringContaining(`The catalog ${WAREHOUSE_ID} is not connected`),
		});
		expect((await finding('products', { options })).what).toBe(
			'980 of the first 1000 products can be sent; 20 out of stock.',
		);
	});

	it('is not checked without the right to', async () => {
		const change = { accessToken: TOKENS.noCatalog.value };
		for (const check of ['catalog', 'products']) {
			expect(await finding(check, {}, change)).toMatchObject({
				status: 'warning',
				what: expect.stringMatching(/^Not checked\. The access token lacks a permission/),
			});
		}
	});

	it('counts the products that can be sent, with the reasons of the others', async () => {
		expect((await finding('products')).what).toBe(
			`54 of ${cornerShopProducts().length} products can be sent; 4 out of stock, 1 hidden in the catalog, 1 not approved by Meta's review.`,
		);
	});

	it('with few products that can be sent is warned of, with none it fails', async () => {
		const products = cornerShopProducts();
		for (const { sku } of products.slice(0, 40)) {
			const path = `catalogs/${CATALOG_ID}/products/${encodeURIComponent(sku)}`;
			await control(path, 'PATCH', { availability: 'out of stock' });
		}
		expect(await finding('products')).toMatchObject({ status: 'warning' });
		await trouble({ productReview: 'rejected' });
		expect(await finding('products')).toMatchObject({ status: 'fail' });
	});

	it('without a problem that Meta sees is ok in that, and with several each has a finding', async () => {
		const edit = async (sku: string, change: object) =>
			await control(`catalogs/${CATALOG_ID}/products/${sku}`, 'PATCH', change);
		await edit('HOU-LIGHTER', { whatsappReview: 'APPROVED' });
		expect(await finding('catalogProblems')).toEqual({
			check: 'catalogProblems',
			status: 'ok',
			what: 'Meta sees no problem of the catalog in WhatsApp.',
			todo: null,
		});
		await edit('BAK-RYE', { whatsappReview: 'REJECTED' });
		for (const sku of ['BAK-BAGEL', 'TEA-MINT']) await edit(sku, { description: '' });
		const { json } = await run();
		const problems = json.filter(({ check }) => check === 'catalogProblems');
		expect(problems).toMatchObject([
			{
				status: 'warning',
				what: 'Descriptions are missing (must fix, 2 products). A product needs a description.',
				todo: expect.stringMatching(/^Fill in what is missing/),
			},
			{ status: 'warning', what: expect.stringMatching(/^Products were rejected \(must fix, 1/) },
		]);
	});

	it('that Meta looks at is the one that was chosen, for WhatsApp alone', async () => {
		await run({ options: { catalogId: byId(WAREHOUSE_ID) } });
		const asked = (await calls()).filter(({ path }) => path.endsWith('/diagnostics'));
		expect(asked).toMatchObject([
			{
				path: `/v26.0/${WAREHOUSE_ID}/diagnostics`,
				query: { affected_channels: '["whatsapp"]', severities: '["MUST_FIX"]' },
				status: 200,
			},
		]);
	});

	it('names the sample SKUs that cannot be sent', async () => {
		const options = { sampleSkus: 'BAK-RYE; BAK-BAGUETTE; BAK-RYF' };
		expect(await finding('sampleSkus', { options })).toMatchObject({
			status: 'fail',
			what: 'BAK-BAGUETTE is out of stock. BAK-RYF is not in the catalog; did you mean BAK-RYE?',
		});
	});
});

it('says that the host cannot be reached, in every check', async () => {
	const { json, error } = await run({}, { baseUrl: 'http://127.0.0.1:9' });
	expect(error).toBeUndefined();
	expect(json[0]).toMatchObject({
		check: 'accessToken',
		status: 'fail',
		what: 'The host of the Graph API cannot be reached.',
	});
	expect(json.filter(({ status }) => status === 'ok').map(({ check }) => check)).toEqual([
		'apiVersion',
	]);
});

it('names what is no ID before anything is asked', async () => {
	const { error } = await run({ options: { catalogId: byId('../me') } });
	expect(error?.description).toBe(
		'Catalog is "../me", which is not an ID. Choose one from the list, or enter an ID of digits.',
	);
	expect(await calls()).toEqual([]);
});
