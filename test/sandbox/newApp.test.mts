import { APP, APP_TOKEN, BUSINESS_ACCOUNT, CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import { Phone, text } from '../support/phoneClient.mts';
import { NUMBER } from '../support/client.mts';

const phone = new Phone().use();
const SHOP = CATALOG_IDS.cornerShop;

describe('versions', () => {
	it.each(['v26.0', 'v27.0'])('%s reads, sends and is that of a subscription', async (version) => {
		const ask = (method: string, path: string, body?: unknown, token = 'sandbox-token') =>
			phone.ask(method, `/${version}/${path}`, body, { authorization: `Bearer ${token}` });
		expect((await ask('GET', `${SHOP}/products?limit=1`)).status).toBe(200);
		const message = { messaging_product: 'whatsapp', to: '+16505551234', ...text() };
		expect((await ask('POST', `${NUMBER}/messages`, message)).status).toBe(200);
		const subscription = {
			object: 'whatsapp_business_account',
			callback_url: phone.callback.url,
			verify_token: 'verify-me',
			fields: 'messages',
		};
		await ask('POST', `${APP.id}/subscriptions`, subscription, APP_TOKEN);
		const { body } = await ask('GET', `${APP.id}/subscriptions`, undefined, APP_TOKEN);
		expect(body.data[0].fields).toEqual([{ name: 'messages', version }]);
	});
});

describe('what is closed to new apps', () => {
	it.each([
		['several ids', `${SHOP}?ids=${SHOP},${CATALOG_IDS.warehouse}`],
		['another method', `${BUSINESS_ACCOUNT.id}/subscribed_apps?method=delete`],
		['a date format', `${SHOP}/products?date_format=U`],
		['JSONP', `${SHOP}/products?callback=show`],
		['an alias', `${SHOP}/products?fields=name.as(title),id`],
	])('is refused on every version: %s', async (_name, path) => {
		for (const version of ['v21.0', 'v26.0', 'v27.0']) {
			const { status, body } = await phone.ask('GET', `/${version}/${path}`, undefined, {
				authorization: 'Bearer sandbox-token',
			});
			expect([status, body.error.code]).toEqual([400, 100]);
			expect(body.error.message).toContain('is not available to this app');
		}
		expect((await phone.graph('GET', `${BUSINESS_ACCOUNT.id}/subscribed_apps`)).body.data).toEqual([
			expect.any(Object),
		]);
	});

	it('is refused in a form, too', async () => {
		const answer = await phone.graph('POST', `${BUSINESS_ACCOUNT.id}/subscribed_apps`, {
			method: 'delete',
		});
		expect(answer.body.error.code).toBe(100);
	});
});

describe('diagnostics of a catalog', () => {
	const diagnose = (query = '', catalog: string = SHOP) =>
		phone.graph('GET', `${catalog}/diagnostics${query}`);
	const edit = (sku: string, change: object) =>
		phone.control('PATCH', `catalogs/${SHOP}/products/${sku}`, change);
	const MUST_FIX = `?affected_channels=${encodeURIComponent('["whatsapp"]')}&severities=${encodeURIComponent('["MUST_FIX"]')}`;

	it('count the rejected products, and what a description lacks', async () => {
		expect((await diagnose(MUST_FIX)).body.data).toEqual([
			{
				title: expect.any(String),
				subtitle: expect.any(String),
				severity: 'MUST_FIX',
				type: 'POLICY_VIOLATION',
				number_of_affected_items: 1,
				error_code: expect.any(Number),
				affected_channels: ['whatsapp'],
			},
		]);
		await edit('BAK-RYE', { whatsappReview: 'REJECTED' });
		await edit('DAI-MILK', { description: '' });
		// What only waits for a review has no problem.
		await edit('BAK-BAGEL', { whatsappReview: 'OUTDATED' });
		const rows = (await diagnose(MUST_FIX)).body.data;
		expect(rows.map((row: any) => [row.type, row.number_of_affected_items])).toEqual([
			['POLICY_VIOLATION', 2],
			['ATTRIBUTES_MISSING', 1],
		]);
	});

	it('follow severity and channel', async () => {
		const severities = async (query: string) =>
			new Set((await diagnose(query)).body.data.map(({ severity }: any) => severity));
		expect(await severities('')).toEqual(new Set(['MUST_FIX', 'OPPORTUNITY']));
		expect(await severities('?severities=OPPORTUNITY')).toEqual(new Set(['OPPORTUNITY']));
		expect(await severities('?affected_channels=["shops"]')).toEqual(new Set());
		expect((await diagnose('?severities=BAD')).body.error.code).toBe(100);
	});

	it('answer the fields that are asked for, and are empty for a healthy catalog', async () => {
		const { body } = await diagnose('?fields=type,number_of_affected_items&limit=1');
		expect(body.data).toEqual([{ type: 'POLICY_VIOLATION', number_of_affected_items: 1 }]);
		expect(body.paging.next).toContain('after=');
		expect((await diagnose('?fields=weather')).body.error.code).toBe(100);
		expect((await diagnose(MUST_FIX, CATALOG_IDS.warehouse)).body.data).toEqual([]);
	});

	it('need the catalog’s permission', async () => {
		const answer = await phone.graph(
			'GET',
			`${SHOP}/diagnostics`,
			undefined,
			'sandbox-token-no-catalog',
		);
		expect(answer.body.error.code).toBe(200);
	});
});
