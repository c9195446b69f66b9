import { createHmac } from 'node:crypto';
import { APP, APP_TOKEN, BUSINESS_ACCOUNT, CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import { Client, NUMBER } from '../support/client.mts';

const client = new Client();
beforeAll(() => client.start());
afterAll(() => client.stop());

describe('tokens', () => {
	const TEXT = {
		messaging_product: 'whatsapp',
		to: '+16505551234',
		type: 'text',
		text: { body: 'hello' },
	};

	it('refuses a call without a token', async () => {
		const answer = await client.ask('GET', `/v26.0/${BUSINESS_ACCOUNT.id}`);
		expect(answer).toMatchObject({
			status: 401,
			body: {
				error: {
					code: 104,
					type: 'OAuthException',
					message: 'An access token is required to request this resource.',
				},
			},
		});
	});

	it('refuses an unknown token', async () => {
		const answer = await client.graph('GET', BUSINESS_ACCOUNT.id, undefined, 'made-up');
		expect(answer).toMatchObject({
			status: 401,
			body: {
				error: {
					code: 190,
					type: 'OAuthException',
					message: expect.stringMatching(/^Invalid OAuth access token/),
				},
			},
		});
	});

	it('refuses the expired token and says that it expired', async () => {
		const answer = await client.graph(
			'GET',
			BUSINESS_ACCOUNT.id,
			undefined,
			'sandbox-token-expired',
		);
		expect(answer).toMatchObject({
			status: 401,
			body: {
				error: {
					code: 190,
					message: expect.stringMatching(/^Error validating access token: Session has expired/),
				},
			},
		});
	});

	it('takes the token as a parameter too', async () => {
		const answer = await client.ask(
			'GET',
			`/v26.0/${BUSINESS_ACCOUNT.id}?access_token=sandbox-token`,
		);
		expect(answer).toMatchObject({ status: 200, body: { id: BUSINESS_ACCOUNT.id } });
	});

	it('lets a token without catalog_management send, but not see catalogs', async () => {
		const sent = await client.graph('POST', `${NUMBER}/messages`, TEXT, 'sandbox-token-no-catalog');
		expect(sent.status).toBe(200);
		for (const path of [
			`${BUSINESS_ACCOUNT.id}/product_catalogs`,
			`${CATALOG_IDS.cornerShop}/products`,
			CATALOG_IDS.cornerShop,
			'5900000000000001',
		]) {
			const answer = await client.graph('GET', path, undefined, 'sandbox-token-no-catalog');
			expect(answer).toMatchObject({
				status: 403,
				body: { error: { code: 200, message: expect.stringContaining('catalog_management') } },
			});
		}
	});

	it('wants the app token for subscriptions and nowhere else', async () => {
		expect(await client.graph('GET', `${APP.id}/subscriptions`)).toMatchObject({
			status: 400,
			body: { error: { code: 15 } },
		});
		expect(
			await client.graph('GET', `${APP.id}/subscriptions`, undefined, APP_TOKEN),
		).toMatchObject({ status: 200, body: { data: [] } });
		expect(await client.graph('POST', `${NUMBER}/messages`, TEXT, APP_TOKEN)).toMatchObject({
			status: 403,
			body: { error: { code: 10 } },
		});
		expect(await client.graph('GET', BUSINESS_ACCOUNT.id, undefined, APP_TOKEN)).toMatchObject({
			status: 403,
			body: { error: { code: 10 } },
		});
	});

	it('checks appsecret_proof when it is given', async () => {
		const right = createHmac('sha256', 'sandbox-app-secret-0123456789abcdef')
			.update('sandbox-token')
			.digest('hex');
		const wrong = createHmac('sha256', 'another secret').update('sandbox-token').digest('hex');
		expect(
			(await client.graph('GET', `${BUSINESS_ACCOUNT.id}?appsecret_proof=${right}`)).status,
		).toBe(200);
		for (const proof of [wrong, 'short', `${right}00`, '']) {
			const answer = await client.graph('GET', `${BUSINESS_ACCOUNT.id}?appsecret_proof=${proof}`);
			expect(answer).toMatchObject({
				status: 400,
				body: { error: { code: 100, message: expect.stringContaining('appsecret_proof') } },
			});
		}
	});
});

describe('objects and edges', () => {
	it("refuses an unknown object in Meta's words", async () => {
		const answer = await client.graph('POST', '999999999999999/messages', {});
		expect(answer).toMatchObject({
			status: 400,
			body: { error: { code: 100, error_subcode: 33, type: 'GraphMethodException' } },
		});
		expect(answer.body.error.message).toMatch(
			/^Unsupported post request\. Object with ID '999999999999999' does not exist/,
		);
	});

	it('refuses to send from an object that is not a phone number', async () => {
		const answer = await client.graph('POST', `${BUSINESS_ACCOUNT.id}/messages`, {});
		expect(answer.body.error).toMatchObject({ code: 100, error_subcode: 33 });
	});

	it('names an edge the object does not have', async () => {
		const answer = await client.graph('GET', `${BUSINESS_ACCOUNT.id}/nonsense`);
		expect(answer).toMatchObject({
			status: 400,
			body: {
				error: {
					code: 100,
					message: expect.stringContaining(
						'nonexisting field (nonsense) on node type (WhatsAppBusinessAccount)',
					),
				},
			},
		});
	});

	it('takes any Graph version and refuses deeper paths', async () => {
		for (const version of ['v13.0', 'v21.0', 'v30.1']) {
			expect(
				(await client.ask('GET', `/${version}/${BUSINESS_ACCOUNT.id}?access_token=sandbox-token`))
					.status,
			).toBe(200);
		}
		expect(await client.graph('GET', 'one/two/three')).toMatchObject({
			status: 400,
			body: { error: { code: 2500 } },
		});
	});

	it('judges the token first, then the object, then the body', async () => {
		expect(
			(await client.graph('POST', '999999999999999/messages', '{broken', 'made-up')).body.error
				.code,
		).toBe(190);
		expect(
			(await client.graph('POST', '999999999999999/messages', '{broken')).body.error,
		).toMatchObject({ code: 100, error_subcode: 33 });
		const last = await client.graph('POST', `${NUMBER}/messages`, '{broken');
		expect(last).toMatchObject({
			status: 400,
			body: { error: { code: 100, message: expect.stringContaining('not valid JSON') } },
		});
	});

	it('reads the business account and its numbers, field by field', async () => {
		const account = await client.graph('GET', `${BUSINESS_ACCOUNT.id}?fields=name,health_status`);
		expect(account.body).toEqual({
			id: '102290129340398',
			name: 'Sandbox Bakery & Grocery',
			health_status: expect.objectContaining({ can_send_message: 'AVAILABLE' }),
		});
		const numbers = await client.graph(
			'GET',
			`${BUSINESS_ACCOUNT.id}/phone_numbers?fields=id,display_phone_number,status,platform_type`,
		);
		expect(numbers.body.data).toEqual([
			{
				id: '106540352242922',
				display_phone_number: '+1 555-078-3881',
				status: 'CONNECTED',
				platform_type: 'CLOUD_API',
			},
			{
				id: '106540352242933',
				display_phone_number: '+49 30 23125123',
				status: 'CONNECTED',
				platform_type: 'CLOUD_API',
			},
		]);
		const one = await client.graph('GET', `${NUMBER}?fields=verified_name`);
		expect(one.body).toEqual({ id: NUMBER, verified_name: 'Sandbox Bakery & Grocery' });
		const bad = await client.graph('GET', `${NUMBER}?fields=shoe_size`);
		expect(bad).toMatchObject({
			status: 400,
			body: { error: { code: 100, message: expect.stringContaining('(shoe_size)') } },
		});
	});
});
