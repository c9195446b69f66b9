import { APP_TOKEN, CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import { Callback, Client, NUMBER } from '../support/client.mts';

const client = new Client();
const callback = new Callback();
beforeAll(() => Promise.all([client.start(), callback.start()]));
beforeEach(() => client.control('POST', 'reset'));
afterAll(() => Promise.all([client.stop(), callback.stop()]));

const TEXT = { type: 'text', text: { body: 'hi' } };

describe('the world', () => {
	it('is healthy and shows itself', async () => {
		expect(await client.control('GET', 'health')).toEqual({ status: 200, body: { status: 'ok' } });
		const { body } = await client.control('GET', 'world');
		expect(body).toMatchObject({
			app: { id: '670843887433847', secret: 'sandbox-app-secret-0123456789abcdef' },
			tokens: {
				full: { value: 'sandbox-token' },
				expired: { value: 'sandbox-token-expired' },
				noCatalog: { value: 'sandbox-token-no-catalog' },
			},
			businessAccount: { id: '102290129340398' },
			phoneNumbers: [{ id: '106540352242922' }, { id: '106540352242933' }],
			customers: [
				{ phone: '16505551234' },
				{ phone: '4917604069011' },
				{ phone: null },
				{ phone: '16505550199', app: 'outdated' },
			],
			catalogs: [
				{ id: '194836987003835', productCount: 60 },
				{ id: '204836987003841', productCount: 10_000 },
			],
		});
		expect(body.catalogs[0].products).toHaveLength(60);
	});

	it('is clean after a reset', async () => {
		await client.subscribe(callback);
		await client.send(TEXT);
		await client.control('POST', 'settings', { statusWebhooks: false });
		await client.control('POST', 'customers/16505551234/orders', { lines: [{ sku: 'BAK-RYE' }] });
		for (const log of ['messages', 'deliveries', 'calls'])
			expect((await client.control('GET', log)).body).not.toEqual([]);
		expect(await client.control('POST', 'reset')).toEqual({ status: 200, body: { status: 'ok' } });
		for (const log of ['messages', 'deliveries', 'calls'])
			expect((await client.control('GET', log)).body).toEqual([]);
		expect((await client.control('GET', 'settings')).body).toEqual({ statusWebhooks: true });
		expect(
			(await client.graph('GET', '670843887433847/subscriptions', undefined, APP_TOKEN)).body,
		).toEqual({ data: [] });
		expect((await client.graph('GET', '102290129340398/subscribed_apps')).body).toEqual({
			data: [],
		});
	});
});

describe('messages', () => {
	it('are listed oldest first and filtered by who gets them', async () => {
		for (const to of ['+16505551234', '+4917604069011', '+16505551234'])
			await client.send({ ...TEXT, to });
		await client.send({ ...TEXT, to: undefined, recipient: 'US.13491208655302741918' });
		const list = async (query: string) =>
			(await client.control('GET', `messages${query}`)).body.map(
				(message: any) => message.to ?? message.recipient,
			);
		expect(await list('')).toEqual([
			'16505551234',
			'4917604069011',
			'16505551234',
			'US.13491208655302741918',
		]);
		expect(await list('?to=4917604069011')).toEqual(['4917604069011']);
		expect(await list('?to=+4917604069011')).toEqual(['4917604069011']);
		expect(await list('?to=16505551234')).toEqual([
			'16505551234',
			'16505551234',
			'US.13491208655302741918',
		]);
		expect(await list('?to=US.13491208655302741918')).toHaveLength(3);
		expect(await list('?to=123')).toEqual([]);
	});
});

describe('the log of Graph calls', () => {
	it('keeps what was asked and answered, and no secret', async () => {
		await client.send(TEXT);
		await client.graph('GET', `${CATALOG_IDS.cornerShop}/products?limit=1&fields=name`);
		await client.graph('GET', `${NUMBER}`, undefined, 'stolen-secret-token');
		await client.ask('GET', `/v26.0/${NUMBER}?access_token=another-secret-token`);
		await client.subscribeApp(callback.url, 'a-secret-verify-token');
		const { body: calls } = await client.control('GET', 'calls');
		expect(calls).toHaveLength(5);
		expect(calls[0]).toEqual({
			at: expect.any(String),
			ms: expect.any(Number),
			method: 'POST',
			path: `/v26.0/${NUMBER}/messages`,
			query: {},
			body: { messaging_product: 'whatsapp', to: '+16505551234', ...TEXT },
			token: 'sandbox-token',
			status: 200,
			answer: expect.objectContaining({ messages: [{ id: expect.any(String) }] }),
		});
		expect(calls[1]).toMatchObject({
			query: { limit: '1', fields: 'name' },
			answer: { data: [{ name: 'Sourdough Loaf' }] },
		});
		expect(calls[2]).toMatchObject({
			token: 'unknown token',
			status: 401,
			answer: { error: { code: 190 } },
		});
		expect(calls[4]).toMatchObject({ token: 'app token', status: 400 });
		expect(JSON.stringify(calls)).not.toMatch(/secret/);
		expect((await client.control('DELETE', 'calls')).status).toBe(200);
		expect((await client.control('GET', 'calls')).body).toEqual([]);
	});

	it('does not keep huge answers', async () => {
		await client.graph(
			'GET',
			`${CATALOG_IDS.warehouse}/products?limit=500&fields=name,description,image_url`,
		);
		const { body: calls } = await client.control('GET', 'calls');
		expect(calls[0].answer).toMatch(/^\(not kept: \d+ characters\)$/);
	});
});

describe('refusals', () => {
	it.each([
		['POST', 'customers/123/orders', { lines: [{ sku: 'BAK-RYE' }] }, 404, '"123"'],
		['POST', 'customers/123/texts', { body: 'x' }, 404, '"123"'],
		['POST', 'customers/16505551234/orders', {}, 400, '"lines"'],
		['POST', 'customers/16505551234/orders', { lines: [] }, 400, '"lines"'],
		['POST', 'customers/16505551234/orders', { lines: ['BAK-RYE'] }, 400, 'Line 1'],
		[
			'POST',
			'customers/16505551234/orders',
			{ lines: [{ sku: 'BAK-RYE' }, { quantity: 1 }] },
			400,
			'Line 2',
		],
		[
			'POST',
			'customers/16505551234/orders',
			{ lines: [{ sku: 'NO-SUCH' }] },
			400,
			'"NO-SUCH", so the line needs a "price"',
		],
		[
			'POST',
			'customers/16505551234/orders',
			{ lines: [{ sku: 'BAK-RYE' }], catalogId: '1' },
			400,
			'no catalog "1"',
		],
		[
			'POST',
			'customers/16505551234/orders',
			{ lines: [{ sku: 'BAK-RYE' }], phoneNumberId: '1' },
			400,
			'no phone number id "1"',
		],
		[
			'POST',
			'customers/16505551234/orders',
			{ lines: [{ sku: 'BAK-RYE' }], note: 7 },
			400,
			'"note"',
		],
		['POST', 'customers/16505551234/orders', '{broken', 400, 'not valid JSON'],
		['POST', 'customers/16505551234/orders', '[]', 400, 'JSON object'],
		['POST', 'customers/16505551234/texts', {}, 400, '"body"'],
		['POST', 'deliveries', {}, 400, '"payload"'],
		['POST', 'deliveries', { payload: 'x' }, 400, '"payload"'],
		['POST', 'deliveries', { payload: {}, signature: 'forged' }, 400, '"signature"'],
		['POST', 'deliveries', { payload: {}, times: 0 }, 400, '"times"'],
		['POST', 'deliveries', { payload: {}, times: 1001 }, 400, '"times"'],
		['POST', 'deliveries', { payload: {}, times: 1.5 }, 400, '"times"'],
		['POST', 'deliveries', { payload: {}, atOnce: 'yes' }, 400, '"atOnce"'],
		['POST', 'deliveries/none/again', {}, 404, '"none"'],
		['POST', 'settings', { statusWebhooks: 'off' }, 400, '"statusWebhooks"'],
		['GET', 'nonsense', undefined, 404, 'nothing at GET /control/nonsense'],
	])('%s %s %j', async (method, path, body, status, words) => {
		expect(await client.control(method, path, body)).toEqual({
			status,
			body: { error: expect.stringContaining(words) },
		});
	});

	it('a webhook nobody is subscribed to is not sent, and the answer says why', async () => {
		expect((await client.control('POST', 'deliveries', { payload: {} })).body).toEqual({
			deliveries: [],
			reason: expect.stringContaining('/subscriptions'),
		});
		expect((await client.control('GET', 'deliveries')).body).toEqual([]);
	});
});

describe('the overview', () => {
	it('shows the last messages and orders, escaped', async () => {
		const attack = '<script>alert("x")</script>';
		await client.send({
			type: 'interactive',
			interactive: {
				type: 'product',
				action: { catalog_id: CATALOG_IDS.cornerShop, product_retailer_id: 'BAK-RYE' },
			},
		});
		await client.control('POST', 'customers/16505551234/orders', {
			lines: [{ sku: attack, price: 1, quantity: attack }],
			note: attack,
		});
		const response = await fetch(`${client.address}/control`);
		expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
		const page = await response.text();
		expect(page).toContain('Pablo Morales');
		expect(page).toContain('BAK-RYE');
		expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
		expect(page).toContain('/control/customers/:key/orders');
		expect(page).not.toContain('<script');
	});
});
