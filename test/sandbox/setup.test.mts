import {
	APP,
	APP_TOKEN,
	BUSINESS_ACCOUNT,
	CATALOG_IDS,
	TOKENS,
} from '../../sandbox/world/shop/world.mts';
import { KAETHE, PABLO, Phone, product, text } from '../support/phoneClient.mts';
import { GERMAN_NUMBER, NUMBER, refused } from '../support/client.mts';

const phone = new Phone().use();
const CATALOGS = `${BUSINESS_ACCOUNT.id}/product_catalogs`;
const WABA = BUSINESS_ACCOUNT.id;

const setNumber = (change: object, id = NUMBER) =>
	phone.control('PATCH', `setup/numbers/${id}`, change);
const field = async (path: string, name: string) =>
	(await phone.graph('GET', `${path}?fields=${name}`)).body[name];

describe('commerce settings', () => {
	const settings = async (number = NUMBER) =>
		(await phone.graph('GET', `${number}/whatsapp_commerce_settings`)).body;
	const change = (query: string, number = NUMBER) =>
		phone.graph('POST', `${number}/whatsapp_commerce_settings${query}`);

	it('of a new number: cart on, storefront hidden; of the shop’s own, shown', async () => {
		expect(await settings(GERMAN_NUMBER)).toEqual({
			data: [
				{ is_cart_enabled: true, is_catalog_visible: false, id: expect.stringMatching(/^\d+$/) },
			],
		});
		expect((await settings()).data[0]).toMatchObject({
			is_cart_enabled: true,
			is_catalog_visible: true,
		});
	});

	it('are changed by query parameters, each for itself and each number for itself', async () => {
		expect(await change('?is_cart_enabled=false')).toEqual({
			status: 200,
			body: { success: true },
		});
		const [first] = (await settings()).data;
		expect(first).toMatchObject({ is_cart_enabled: false, is_catalog_visible: true });
		await change('?is_catalog_visible=false&is_cart_enabled=true');
		const [second] = (await settings()).data;
		expect(second).toMatchObject({ is_cart_enabled: true, is_catalog_visible: false });
		expect((await settings(GERMAN_NUMBER)).data[0].is_cart_enabled).toBe(true);
	});

	it.each(['', '?is_cart_enabled=maybe', '?is_cart_enabled='])('refuse %j', async (query) => {
		expect((await change(query)).body.error.code).toBe(100);
	});

	it('need whatsapp_business_management', async () => {
		for (const method of ['GET', 'POST'])
			expect(
				await phone.graph(
					method,
					`${NUMBER}/whatsapp_commerce_settings`,
					undefined,
					'sandbox-token-messaging-only',
				),
			).toMatchObject({ status: 403, body: { error: { code: 200 } } });
	});

	it('without a cart let no order through, and messages still', async () => {
		await change('?is_cart_enabled=false');
		expect(await phone.orders(PABLO, [{ sku: 'BAK-RYE' }])).toEqual({
			status: 400,
			body: {
				error: 'The cart of +1 555-078-3881 is switched off, so customers cannot order there.',
			},
		});
		expect(await phone.chat(PABLO)).toEqual([]);
		const lines = [{ sku: 'BAK-RYE' }];
		expect((await phone.orders(PABLO, lines, { phoneNumberId: GERMAN_NUMBER })).status).toBe(200);
		expect((await phone.send(product())).status).toBe(200);
	});
});

describe('catalogs of the account', () => {
	const connected = async () =>
		(await phone.graph('GET', CATALOGS)).body.data.map(({ id }: any) => id);
	const { cornerShop, warehouse } = CATALOG_IDS;

	it('are disconnected and connected', async () => {
		expect(await connected()).toEqual([cornerShop, warehouse]);
		expect((await phone.graph('DELETE', CATALOGS, { catalog_id: cornerShop })).body).toEqual({
			success: true,
		});
		expect(await connected()).toEqual([warehouse]);
		refused(await phone.send(product()), 131009, /catalog is linked/);
		// What is in it can still be read: that is the catalog's own business.
		expect((await phone.graph('GET', `${cornerShop}/products`)).status).toBe(200);
		await phone.graph('POST', `${CATALOGS}?catalog_id=${cornerShop}`);
		expect(await connected()).toEqual([warehouse, cornerShop]);
		expect((await phone.send(product())).status).toBe(200);
	});

	it.each([{}, { catalog_id: '1' }, { catalog_id: 7 }])('refuse %j', async (body) => {
		for (const method of ['POST', 'DELETE'])
			expect((await phone.graph(method, CATALOGS, body)).body.error.code).toBe(100);
		expect(await connected()).toEqual([cornerShop, warehouse]);
	});

	it('need both permissions', async () => {
		for (const method of ['POST', 'DELETE'])
			expect(
				await phone.graph(method, CATALOGS, { catalog_id: warehouse }, 'sandbox-token-no-catalog'),
			).toMatchObject({ status: 403, body: { error: { code: 200 } } });
	});
});

describe('a number', () => {
	it('that is not registered is still verified, and not connected', async () => {
		const fields =
			'status,platform_type,host_platform,code_verification_status,name_status,quality_rating,throughput,account_mode';
		const read = () => phone.graph('GET', `${NUMBER}?fields=${fields}`);
		expect((await read()).body).toEqual({
			id: NUMBER,
			status: 'CONNECTED',
			platform_type: 'CLOUD_API',
			host_platform: 'CLOUD_API',
			code_verification_status: 'VERIFIED',
			name_status: 'APPROVED',
			quality_rating: 'GREEN',
			throughput: { level: 'STANDARD' },
			account_mode: 'SANDBOX',
		});
		await setNumber({ registered: false });
		const { status, platform_type, code_verification_status } = (await read()).body;
		expect(status).not.toBe('CONNECTED');
		expect(platform_type).not.toBe('CLOUD_API');
		expect(code_verification_status).toBe('VERIFIED');
		refused(await phone.send(text()), 133010, /not registered/);
		const list = await phone.graph('GET', `${WABA}/phone_numbers?fields=status`);
		expect(list.body.data.map((row: any) => row.status === 'CONNECTED')).toEqual([false, true]);
	});

	it('shows what it was set to', async () => {
		await setNumber({ quality: 'RED', nameStatus: 'DECLINED', codeVerification: 'EXPIRED' });
		expect(await field(NUMBER, 'quality_rating')).toBe('RED');
		expect(await field(NUMBER, 'name_status')).toBe('DECLINED');
		expect(await field(NUMBER, 'code_verification_status')).toBe('EXPIRED');
		expect(await field(GERMAN_NUMBER, 'quality_rating')).toBe('GREEN');
	});

	it('has a health with reasons, and the account’s on top of it', async () => {
		await setNumber({ health: 'LIMITED' });
		expect(await field(NUMBER, 'health_status')).toEqual({
			can_send_message: 'LIMITED',
			entities: [
				{ entity_type: 'WABA', id: WABA, can_send_message: 'AVAILABLE' },
				{
					entity_type: 'PHONE_NUMBER',
					id: NUMBER,
					can_send_message: 'LIMITED',
					additional_info: [expect.any(String)],
				},
			],
		});
		await phone.control('PATCH', 'setup', { accountHealth: 'BLOCKED' });
		expect((await field(NUMBER, 'health_status')).can_send_message).toBe('BLOCKED');
		expect(await field(WABA, 'health_status')).toEqual({
			can_send_message: 'BLOCKED',
			entities: [
				{
					entity_type: 'WABA',
					id: WABA,
					can_send_message: 'BLOCKED',
					errors: [{ error_description: expect.any(String) }],
				},
			],
		});
	});
});

describe('debug_token', () => {
	const debug = async (token: string, caller: string = TOKENS.full.value) =>
		(
			await phone.graph(
				'GET',
				`debug_token?input_token=${encodeURIComponent(token)}`,
				undefined,
				caller,
			)
		).body.data;

	it('tells app, validity, end and scopes with their targets', async () => {
		expect(await debug(TOKENS.full.value)).toMatchObject({
			app_id: APP.id,
			is_valid: true,
			expires_at: 0,
			scopes: TOKENS.full.scopes,
			granular_scopes: [
				{ scope: 'whatsapp_business_messaging', target_ids: [WABA] },
				{ scope: 'whatsapp_business_management', target_ids: [WABA] },
				{ scope: 'catalog_management' },
			],
		});
		expect((await debug(TOKENS.messagingOnly.value, APP_TOKEN)).scopes).toEqual([
			'whatsapp_business_messaging',
		]);
	});

	it('tells when a token has expired, is nobody’s, or is the app’s', async () => {
		const expired = await debug(TOKENS.expired.value);
		expect(expired).toMatchObject({ is_valid: false, error: { code: 190 } });
		expect(expired.expires_at).toBe(1_795_197_600);
		expect(await debug('made-up')).toMatchObject({ is_valid: false, error: { code: 190 } });
		expect(await debug(APP_TOKEN, APP_TOKEN)).toMatchObject({ type: 'APP', is_valid: true });
	});

	it('follows the troubles: a scope is gone, the token has expired', async () => {
		await phone.troubles({ permissions: 'catalog_management' });
		const missing = await debug(TOKENS.full.value);
		expect(missing.scopes).not.toContain('catalog_management');
		expect(missing.granular_scopes).toHaveLength(2);
		await phone.troubles({ token: 'expired' });
		expect(await debug(TOKENS.full.value, APP_TOKEN)).toMatchObject({ is_valid: false });
		expect(await debug(TOKENS.full.value)).toBeUndefined();
	});

	it('wants a token to look at, and a valid one to ask with', async () => {
		expect((await phone.graph('GET', 'debug_token')).body.error.code).toBe(100);
		expect(
			(await phone.graph('GET', 'debug_token?input_token=x', undefined, 'made-up')).body.error.code,
		).toBe(190);
	});

	it('leaves no token in the log', async () => {
		await debug(TOKENS.expired.value);
		await debug('a-real-secret-pasted-by-mistake');
		const seen = JSON.stringify([(await phone.control('GET', 'calls')).body, await phone.log()]);
		expect(seen).toContain('"input_token":"(not shown)"');
		expect(seen).not.toContain('sandbox-token-expired');
		expect(seen).not.toContain('a-real-secret');
		expect((await phone.log()).at(-1).summary).toBe('Look at an access token');
	});
});

describe('the app', () => {
	it('is read with its own token and a user’s', async () => {
		for (const token of [APP_TOKEN, 'sandbox-token'])
			expect((await phone.graph('GET', APP.id, undefined, token)).body).toEqual({
				id: APP.id,
				name: APP.name,
			});
	});
});

describe('a parent user id', () => {
	const PARENT = 'DE.ENT.11815799212886844830';

	it('reaches the customer it belongs to', async () => {
		const answer = await phone.send({ ...product(), to: undefined, recipient: PARENT });
		expect(answer.body.contacts).toEqual([{ input: PARENT, user_id: PARENT }]);
		expect(await phone.chat(KAETHE)).toHaveLength(1);
		const [status] = (await phone.values()).flatMap(({ statuses = [] }) => statuses);
		expect(status.recipient_user_id).toBe(KAETHE);
	});

	it('comes with what the customer writes, and only with hers', async () => {
		await phone.writes(KAETHE, 'hi');
		await phone.writes(PABLO, 'hi');
		const [hers, his] = await phone.values();
		expect(hers).toMatchObject({
			contacts: [{ user_id: KAETHE, parent_user_id: PARENT }],
			messages: [{ from_user_id: KAETHE, from_parent_user_id: PARENT }],
		});
		expect(his.contacts[0]).not.toHaveProperty('parent_user_id');
		expect(his.messages[0]).not.toHaveProperty('from_parent_user_id');
	});

	it('in `to` is dropped without a word, as any user id there', async () => {
		expect((await phone.send({ ...text(), to: PARENT })).status).toBe(200);
		expect(await phone.messages()).toMatchObject([{ fate: 'dropped' }]);
	});
});

describe('the setup in the control API', () => {
	it('shows everything, and a reset puts all back', async () => {
		const before = (await phone.control('GET', 'setup')).body;
		expect(before).toEqual({
			accountSubscribed: true,
			accountHealth: 'AVAILABLE',
			catalogs: [
				{ id: CATALOG_IDS.cornerShop, name: 'Corner Shop', connected: true },
				{ id: CATALOG_IDS.warehouse, name: 'Warehouse', connected: true },
			],
			numbers: [
				expect.objectContaining({
					id: NUMBER,
					display: '+1 555-078-3881',
					registered: true,
					cartEnabled: true,
					catalogVisible: true,
				}),
				expect.objectContaining({ id: GERMAN_NUMBER, catalogVisible: false }),
			],
		});
		await setNumber({ cartEnabled: false });
		await phone.control('PATCH', `setup/catalogs/${CATALOG_IDS.warehouse}`, { connected: false });
		await phone.control('POST', 'reset');
		expect((await phone.control('GET', 'setup')).body).toEqual({
			...before,
			accountSubscribed: false,
		});
	});

	it('takes the subscription away, with the override, and gives it back', async () => {
		await phone.graph('POST', `${WABA}/subscribed_apps`, {
			override_callback_uri: phone.callback.url,
			verify_token: 'verify-me',
		});
		await phone.control('PATCH', 'setup', { accountSubscribed: false });
		expect((await phone.graph('GET', `${WABA}/subscribed_apps`)).body.data).toEqual([]);
		const { body } = await phone.writes(PABLO, 'anybody?');
		expect(body).toMatchObject({
			deliveries: [],
			reason: expect.stringContaining('subscribed_apps'),
		});
		await phone.control('PATCH', 'setup', { accountSubscribed: true });
		const [app] = (await phone.graph('GET', `${WABA}/subscribed_apps`)).body.data;
		expect(app).not.toHaveProperty('override_callback_uri');
		expect((await phone.writes(PABLO, 'hello')).body.deliveries).toHaveLength(1);
	});

	it.each<[string, object, string]>([
		['setup', { weather: 1 }, 'There is no "weather" here'],
		['setup', { accountHealth: 'LIMITED', accountSubscribed: 1 }, '"accountSubscribed" must be'],
		['setup', { accountHealth: 'FINE' }, '"accountHealth" must be one of AVAILABLE,'],
		[`setup/numbers/${NUMBER}`, { quality: 'PINK' }, '"quality" must be one of GREEN,'],
		[`setup/numbers/${NUMBER}`, { registered: 'yes' }, '"registered" must be true or false'],
		[`setup/numbers/${NUMBER}`, { status: 'x' }, 'There is no "status" here'],
		['setup/numbers/1', {}, 'There is no phone number id "1"'],
		['setup/catalogs/1', {}, 'There is no catalog "1"'],
		[`setup/catalogs/${CATALOG_IDS.warehouse}`, { connected: 1 }, '"connected" must be'],
	])('refuses PATCH %s with %j', async (path, body, words) => {
		const before = (await phone.control('GET', 'setup')).body;
		const answer = await phone.control('PATCH', path, body);
		expect(answer.body.error).toContain(words);
		expect((await phone.control('GET', 'setup')).body).toEqual(before);
	});
});

it('the app secret stays out of the answers', async () => {
	// Answers of the Graph API only; /control/world shows the fixtures on purpose.
	const answers = [
		await phone.graph('GET', APP.id),
		await phone.graph('GET', `debug_token?input_token=${encodeURIComponent(APP_TOKEN)}`),
	];
	expect(JSON.stringify(answers)).not.toContain(APP.secret);
});
