import { APP, APP_TOKEN, BUSINESS_ACCOUNT } from '../../sandbox/world/shop/world.mts';
import { Callback, Client, GERMAN_NUMBER, NUMBER } from '../support/client.mts';

const client = new Client();
const callback = new Callback();
const other = new Callback();

beforeAll(() =>
	Promise.all([
		client.start({ timeoutMs: 300, statusWebhooks: false }),
		callback.start(),
		other.start(),
	]),
);
afterAll(() => Promise.all([client.stop(), callback.stop(), other.stop()]));
beforeEach(async () => {
	await client.control('POST', 'reset');
	for (const each of [callback, other])
		Object.assign(each, { handshakes: [], received: [], challengeAnswer: null, silent: false });
});

const SUBSCRIPTIONS = `${APP.id}/subscriptions`;
const SUBSCRIBED_APPS = `${BUSINESS_ACCOUNT.id}/subscribed_apps`;
const list = async () => (await client.graph('GET', SUBSCRIPTIONS, undefined, APP_TOKEN)).body.data;
const order = (phoneNumberId = NUMBER) =>
	client.control('POST', 'customers/16505551234/orders', {
		lines: [{ sku: 'BAK-RYE' }],
		phoneNumberId,
	});

describe("the app's subscription", () => {
	it('is made after a handshake and listed', async () => {
		expect(await client.subscribeApp(`${callback.url}?shop=1`)).toEqual({
			status: 200,
			body: { success: true },
		});
		const seen = new URL(callback.handshakes[0]!.url, 'http://callback');
		expect(seen.pathname).toBe('/hook');
		expect(Object.fromEntries(seen.searchParams)).toEqual({
			shop: '1',
			'hub.mode': 'subscribe',
			'hub.challenge': expect.stringMatching(/^\d+$/),
			'hub.verify_token': 'verify-me',
		});
		expect(await list()).toEqual([
			{
				object: 'whatsapp_business_account',
				callback_url: `${callback.url}?shop=1`,
				active: true,
				fields: [{ name: 'messages', version: 'v26.0' }],
			},
		]);
	});

	it('takes form and query parameters as well as JSON', async () => {
		const parameters = new URLSearchParams({
			object: 'whatsapp_business_account',
			callback_url: callback.url,
			verify_token: 'verify-me',
			fields: 'messages,account_update',
		});
		const form = await client.ask('POST', `/v26.0/${SUBSCRIPTIONS}`, parameters.toString(), {
			authorization: `Bearer ${APP_TOKEN}`,
			'content-type': 'application/x-www-form-urlencoded',
		});
		expect(form.status).toBe(200);
		expect((await list())[0].fields).toHaveLength(2);
		await client.control('POST', 'reset');
		parameters.set('access_token', APP_TOKEN);
		expect(
			(await client.ask('POST', `/v26.0/${SUBSCRIPTIONS}?${parameters.toString()}`)).status,
		).toBe(200);
		expect(await list()).toHaveLength(1);
		const json = await client.graph(
			'POST',
			SUBSCRIPTIONS,
			{
				object: 'whatsapp_business_account',
				callback_url: callback.url,
				verify_token: 'verify-me',
				fields: ['messages'],
			},
			APP_TOKEN,
		);
		expect(json.status).toBe(200);
		expect((await list())[0].fields).toHaveLength(1);
	});

	it('is overwritten by a second one', async () => {
		await client.subscribeApp(callback.url);
		await client.subscribeApp(other.url);
		expect((await list()).map((row: any) => row.callback_url)).toEqual([other.url]);
	});

	it('is removed by DELETE', async () => {
		await client.subscribeApp(callback.url);
		expect(
			await client.graph(
				'DELETE',
				`${SUBSCRIPTIONS}?object=whatsapp_business_account`,
				undefined,
				APP_TOKEN,
			),
		).toEqual({ status: 200, body: { success: true } });
		expect(await list()).toEqual([]);
		expect(
			(await client.graph('DELETE', SUBSCRIPTIONS, undefined, APP_TOKEN)).body.error.code,
		).toBe(100);
	});

	it.each([
		['a wrong token', () => undefined, 'HTTP Status Code = 403', 'another token'],
		[
			'an error',
			() => (callback.challengeAnswer = { status: 404, text: '' }),
			'HTTP Status Code = 404',
			'verify-me',
		],
		[
			'a redirect',
			() => (callback.challengeAnswer = { status: 302, text: '' }),
			'HTTP Status Code = 302',
			'verify-me',
		],
		[
			'201 instead of 200',
			() => (callback.challengeAnswer = { status: 201, text: '1' }),
			'HTTP Status Code = 201',
			'verify-me',
		],
		[
			'other words',
			() => (callback.challengeAnswer = { status: 200, text: 'Workflow got started' }),
			'does not match challenge',
			'verify-me',
		],
		[
			'nothing',
			() => (callback.challengeAnswer = { status: 200, text: '' }),
			'does not match challenge',
			'verify-me',
		],
		['silence', () => (callback.silent = true), 'no answer within 300 ms', 'verify-me'],
	])('is refused when the handshake gets %s', async (_name, prepare, words, token) => {
		prepare();
		const answer = await client.subscribeApp(callback.url, token);
		expect(answer).toMatchObject({
			status: 400,
			body: {
				error: {
					code: 2200,
					message: expect.stringMatching(/^\(#2200\) Callback verification failed/),
				},
			},
		});
		expect(answer.body.error.message).toContain(words);
		expect(await list()).toEqual([]);
	});

	it('is refused when the challenge comes back in quotes', async () => {
		// The challenge is known only now, so the callback answers with quotes around whatever it gets.
		const quoting = new Callback();
		await quoting.start();
		Object.defineProperty(quoting, 'challengeAnswer', {
			get: () => ({
				status: 200,
				text: `"${new URL(quoting.handshakes.at(-1)!.url, 'http://callback').searchParams.get('hub.challenge')}"`,
			}),
		});
		const answer = await client.subscribeApp(quoting.url);
		await quoting.stop();
		expect(answer.body.error).toMatchObject({
			code: 2200,
			message: expect.stringContaining('does not match challenge'),
		});
	});

	it('is refused when nobody listens', async () => {
		const gone = new Callback();
		await gone.start();
		await gone.stop();
		expect((await client.subscribeApp(gone.url)).body.error).toMatchObject({
			code: 2200,
			message: expect.stringContaining('ECONNREFUSED'),
		});
	});

	it.each([
		['object', { object: undefined }],
		['object', { object: 'page' }],
		['callback_url', { callback_url: undefined }],
		['callback URL', { callback_url: 'not an address' }],
		['callback URL', { callback_url: 'http://shop.example/hook' }],
		['callback URL', { callback_url: 'ftp://127.0.0.1/hook' }],
		['verify_token', { verify_token: undefined }],
		['fields', { fields: undefined }],
		['user_id_update', { fields: 'messages,user_id_update' }],
		['include_values', { include_values: 'perhaps' }],
	])('is refused for its %s', async (words, change) => {
		const body = {
			object: 'whatsapp_business_account',
			callback_url: callback.url,
			verify_token: 'verify-me',
			fields: 'messages',
			...change,
		};
		const answer = await client.graph('POST', SUBSCRIPTIONS, body, APP_TOKEN);
		expect(answer).toMatchObject({
			status: 400,
			body: { error: { code: 100, message: expect.stringContaining(words) } },
		});
		expect(await list()).toEqual([]);
		expect(callback.handshakes).toEqual([]);
	});
});

describe("the business account's subscription", () => {
	it('is made, shown and removed', async () => {
		expect((await client.graph('GET', SUBSCRIBED_APPS)).body).toEqual({ data: [] });
		expect(await client.graph('POST', SUBSCRIBED_APPS)).toEqual({
			status: 200,
			body: { success: true },
		});
		expect((await client.graph('GET', SUBSCRIBED_APPS)).body.data).toEqual([
			{ whatsapp_business_api_data: expect.objectContaining({ id: APP.id }) },
		]);
		expect(await client.graph('DELETE', SUBSCRIBED_APPS)).toEqual({
			status: 200,
			body: { success: true },
		});
		expect((await client.graph('GET', SUBSCRIBED_APPS)).body).toEqual({ data: [] });
	});

	it("and the app's are both needed for a webhook", async () => {
		expect((await order()).body).toMatchObject({
			deliveries: [],
			reason: expect.stringContaining('/subscriptions'),
		});
		await client.subscribeApp(callback.url);
		expect((await order()).body).toMatchObject({
			deliveries: [],
			reason: expect.stringContaining('/subscribed_apps'),
		});
		await client.graph('POST', SUBSCRIBED_APPS);
		expect((await order()).body.deliveries).toHaveLength(1);
		await client.graph('DELETE', SUBSCRIBED_APPS);
		expect((await order()).body.deliveries).toEqual([]);
		expect(callback.received).toHaveLength(1);
	});

	it('for other fields than messages brings no orders', async () => {
		const body = {
			object: 'whatsapp_business_account',
			callback_url: callback.url,
			verify_token: 'verify-me',
			fields: 'account_update',
		};
		await client.graph('POST', SUBSCRIPTIONS, body, APP_TOKEN);
		await client.graph('POST', SUBSCRIBED_APPS);
		expect((await order()).body).toMatchObject({
			deliveries: [],
			reason: expect.stringContaining('messages'),
		});
	});
});

describe('overrides', () => {
	const override = (url: string) => ({ override_callback_uri: url, verify_token: 'verify-me' });
	const numberOverride = (url: string, number = NUMBER) =>
		client.graph('POST', number, { webhook_configuration: override(url) });

	it('are refused before the app itself receives messages', async () => {
		const words = expect.stringContaining('your app must be subscribed to receive messages');
		expect(
			(await client.graph('POST', SUBSCRIBED_APPS, override(other.url))).body.error,
		).toMatchObject({ code: 100, message: words });
		expect((await numberOverride(other.url)).body.error).toMatchObject({
			code: 100,
			message: words,
		});
		await client.subscribeApp(callback.url);
		expect(
			(await client.graph('POST', SUBSCRIBED_APPS, override(other.url))).body.error,
		).toMatchObject({ code: 100, message: words });
		expect(other.handshakes).toEqual([]);
	});

	it('of the account win over the app and end with a bare POST', async () => {
		await client.subscribe(callback);
		expect((await client.graph('POST', SUBSCRIBED_APPS, override(other.url))).body).toEqual({
			success: true,
		});
		expect((await client.graph('GET', SUBSCRIBED_APPS)).body.data[0].override_callback_uri).toBe(
			other.url,
		);
		await order();
		expect([callback.received.length, other.received.length]).toEqual([0, 1]);
		await client.graph('POST', SUBSCRIBED_APPS);
		await order();
		expect([callback.received.length, other.received.length]).toEqual([1, 1]);
	});

	it('of a number win over the account, for this number alone, and end with an empty address', async () => {
		await client.subscribe(callback);
		expect((await numberOverride(other.url)).body).toEqual({ success: true });
		const shown = await client.graph('GET', `${NUMBER}?fields=webhook_configuration`);
		expect(shown.body.webhook_configuration).toEqual({
			application: callback.url,
			phone_number: other.url,
		});
		await order();
		await order(GERMAN_NUMBER);
		expect([callback.received.length, other.received.length]).toEqual([1, 1]);
		await numberOverride('');
		await order();
		expect([callback.received.length, other.received.length]).toEqual([2, 1]);
	});

	it('are refused when malformed or when the handshake fails', async () => {
		await client.subscribe(callback);
		expect((await numberOverride(`${other.url}?${'x'.repeat(200)}`)).body.error).toMatchObject({
			code: 100,
			message: expect.stringContaining('200'),
		});
		expect(
			(await client.graph('POST', NUMBER, { webhook_configuration: 'x' })).body.error.code,
		).toBe(100);
		expect(
			(await client.graph('POST', SUBSCRIBED_APPS, { override_callback_uri: other.url })).body
				.error,
		).toMatchObject({ code: 100, message: expect.stringContaining('verify_token') });
		other.challengeAnswer = { status: 500, text: '' };
		expect((await numberOverride(other.url)).body.error.code).toBe(2200);
		await order();
		expect([callback.received.length, other.received.length]).toEqual([1, 0]);
	});
});
