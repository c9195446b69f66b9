import { CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import { list, PABLO, Phone, product, text } from '../support/phoneClient.mts';
import { NUMBER } from '../support/client.mts';

const phone = new Phone().use();
/** After the two subscriptions and their handshake. */
const sinceSubscribed = async () => (await phone.log()).slice(3);

describe('the log', () => {
	it('holds calls and webhooks together, newest last', async () => {
		await phone.send(product());
		await phone.sandbox.settled();
		await phone.orders(PABLO, [{ sku: 'BAK-RYE' }, { sku: 'DAI-MILK' }]);
		const log = await phone.log();
		expect(log.map(({ direction, method, summary }) => [direction, method, summary])).toEqual([
			['out', 'GET', 'Handshake with a callback URL'],
			['in', 'POST', 'Set the callback URL'],
			['in', 'POST', 'Subscribe the app to the account'],
			['in', 'POST', 'Send product to Pablo Morales'],
			['out', 'POST', 'Status “sent” of a message to Pablo Morales'],
			['out', 'POST', 'Status “delivered” of a message to Pablo Morales'],
			['out', 'POST', 'Order from Pablo Morales, 2 lines'],
		]);
		expect(log[3]).toEqual({
			id: expect.stringMatching(/^\d+$/),
			at: expect.stringMatching(/Z$/),
			direction: 'in',
			method: 'POST',
			url: `/v26.0/${NUMBER}/messages`,
			status: 200,
			ms: expect.any(Number),
			summary: expect.any(String),
			reason: null,
			request: {
				token: 'sandbox-token',
				query: {},
				body: expect.objectContaining({ type: 'interactive' }),
			},
			response: expect.objectContaining({ messages: [expect.any(Object)] }),
		});
		expect(log[6]).toMatchObject({
			url: phone.callback.url,
			status: 200,
			reason: null,
			request: {
				headers: { 'X-Hub-Signature-256': expect.stringMatching(/^sha256=/) },
				body: phone.callback.payloads().at(-1),
			},
			response: '',
		});
	});

	it('can be read on from an entry, also over a reset', async () => {
		await phone.send(text());
		await phone.sandbox.settled();
		const before = await phone.log();
		const last = before.at(-1).id;
		expect((await phone.control('GET', `log?after=${last}`)).body).toEqual([]);
		expect((await phone.control('GET', `log?after=${before.at(-3).id}`)).body).toEqual(
			before.slice(-2),
		);
		await phone.control('POST', 'reset');
		await phone.graph('GET', NUMBER);
		expect((await phone.control('GET', `log?after=${last}`)).body).toHaveLength(1);
		expect(await phone.control('GET', 'log?after=x')).toMatchObject({ status: 400 });
	});

	it.each<[string, () => Promise<unknown>, string]>([
		[
			'a missing parameter',
			() => phone.send({ type: 'text', text: {} }),
			"The parameter text['body'] is required.",
		],
		[
			'a product that is not in the catalog',
			() => phone.send(product('NO-SUCH')),
			'Products not found in FB Catalog.',
		],
		[
			'too many products',
			() => phone.send(list(Array(30).fill('BAK-RYE'), ['DAI-MILK'])),
			'Too many products: 31. Max: 30 over all sections.',
		],
		[
			'a wrong token',
			() => phone.graph('GET', NUMBER, undefined, 'stolen'),
			'Invalid OAuth access token - Cannot parse access token. In the sandbox the valid token is sandbox-token',
		],
		[
			'no token',
			() => phone.ask('GET', `/v26.0/${NUMBER}`),
			'Send the access token as "Authorization: Bearer',
		],
		[
			'a missing permission',
			() =>
				phone.graph(
					'GET',
					`${CATALOG_IDS.cornerShop}/products`,
					undefined,
					'sandbox-token-no-catalog',
				),
			'Requires catalog_management permission to manage the object. Give the token',
		],
		['an unknown object', () => phone.graph('GET', '123'), "Object with ID '123' does not exist"],
	])('says why %s was refused', async (_what, call, words) => {
		await call();
		const [{ status, reason }] = await sinceSubscribed();
		expect(status).toBeGreaterThanOrEqual(400);
		expect(reason).toContain(words);
	});

	it('says why a delivery was not taken', async () => {
		const reasons: Array<[number, string]> = [
			[401, 'The receiver refused the delivery with 401.'],
			[404, 'Nothing listens at this address (404)'],
			[500, 'answered 500 and not 200: Meta would deliver this again'],
		];
		for (const [status, words] of reasons) {
			phone.callback.status = status;
			await phone.writes(PABLO, 'hi');
			expect((await phone.log()).at(-1)).toMatchObject({
				status,
				reason: expect.stringContaining(words),
			});
		}
		const { id } = (await phone.control('GET', 'deliveries')).body.at(-1);
		await phone.control('POST', `deliveries/${id}/again`, { times: 2 });
		expect(await sinceSubscribed()).toHaveLength(5);
	});

	it('says why a callback failed its handshake, and why nothing was sent', async () => {
		await phone.subscribeApp(phone.callback.url, 'another-token');
		expect((await sinceSubscribed())[0]).toMatchObject({
			direction: 'out',
			status: 403,
			reason: 'HTTP Status Code = 403',
		});
		await phone.graph('DELETE', '102290129340398/subscribed_apps');
		await phone.writes(PABLO, 'Anybody there?');
		expect((await phone.log()).at(-1)).toMatchObject({
			direction: 'out',
			url: '',
			status: null,
			summary: 'Text from Pablo Morales: “Anybody there?”',
			reason: expect.stringContaining('The app is not subscribed to the business account'),
		});
	});

	it('copes with webhooks of any making', async () => {
		for (const payload of [{}, { entry: 1 }, { entry: [{ changes: [{ value: null }] }] }])
			await phone.control('POST', 'deliveries', { payload });
		expect((await sinceSubscribed()).map(({ summary }) => summary)).toEqual(
			Array(3).fill('Webhook of your own making'),
		);
	});

	it('shows no secret', async () => {
		await phone.graph('GET', NUMBER, undefined, 'a-secret-token');
		await phone.ask('GET', `/v26.0/${NUMBER}?access_token=a-secret-parameter`);
		await phone.subscribeApp(phone.callback.url, 'a-secret-verify-token');
		await phone.writes(PABLO, 'hi');
		expect(JSON.stringify(await phone.log())).not.toMatch(/secret/);
	});
});
