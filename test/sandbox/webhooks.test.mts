import { createHmac } from 'node:crypto';
import { Callback, Client, GERMAN_NUMBER } from '../support/client.mts';
import type { Received } from '../support/client.mts';

const client = new Client();
const callback = new Callback();

beforeAll(() => Promise.all([client.start({ timeoutMs: 1_000 }), callback.start()]));
afterAll(() => Promise.all([client.stop(), callback.stop()]));
beforeEach(async () => {
	await client.sandbox.settled();
	await client.control('POST', 'reset');
	Object.assign(callback, {
		handshakes: [],
		received: [],
		status: 200,
		answer: '',
		silent: false,
		delayMs: 0,
		mostOpen: 0,
	});
	await client.subscribe(callback);
});

const order = (body: object, key = '16505551234') =>
	client.control('POST', `customers/${key}/orders`, body);

/** Worked out here once more, from facts 5.2 alone. */
function signedRight({ body, headers }: Received): boolean {
	const hex = createHmac('sha256', 'sandbox-app-secret-0123456789abcdef')
		.update(Buffer.from(body, 'latin1'))
		.digest('hex');
	return headers['x-hub-signature-256'] === `sha256=${hex}`;
}

describe('an order', () => {
	it("arrives in Meta's shape", async () => {
		const before = Math.floor(Date.now() / 1000);
		const answer = await order({
			lines: [{ sku: 'BAK-RYE', quantity: 2 }, { sku: 'DAI-MILK' }],
			note: 'Ring twice',
		});
		expect(answer).toMatchObject({
			status: 200,
			body: {
				orderId: expect.stringMatching(/^wamid\./),
				deliveries: [{ event: 'order', signature: 'valid', url: callback.url }],
			},
		});
		expect(callback.payloads()).toEqual([
			{
				object: 'whatsapp_business_account',
				entry: [
					{
						id: '102290129340398',
						changes: [
							{
								field: 'messages',
								value: {
									messaging_product: 'whatsapp',
									metadata: {
										display_phone_number: '15550783881',
										phone_number_id: '106540352242922',
									},
									contacts: [
										{
											profile: { name: 'Pablo Morales', username: 'pablo.m' },
											wa_id: '16505551234',
											user_id: 'US.13491208655302741918',
										},
									],
									messages: [
										{
											from: '16505551234',
											from_user_id: 'US.13491208655302741918',
											id: answer.body.orderId,
											timestamp: expect.stringMatching(/^\d{10}$/),
											type: 'order',
											order: {
												catalog_id: '194836987003835',
												text: 'Ring twice',
												product_items: [
													{
														product_retailer_id: 'BAK-RYE',
														quantity: 2,
														item_price: 6.2,
														currency: 'USD',
													},
													{
														product_retailer_id: 'DAI-MILK',
														quantity: 1,
														item_price: 1.9,
														currency: 'USD',
													},
												],
											},
										},
									],
								},
							},
						],
					},
				],
			},
		]);
		const sent = Number(callback.payloads()[0].entry[0].changes[0].value.messages[0].timestamp);
		expect(sent).toBeGreaterThanOrEqual(before);
		expect(sent).toBeLessThanOrEqual(Date.now() / 1000);
	});

	it('passes explicit values through untouched and leaves out what is null', async () => {
		const lines = [
			{ sku: 'BAK-RYE', quantity: 0, price: 500, currency: 'JPY' },
			{ sku: 'DAI-MILK', quantity: -3.5, price: '1.250', currency: 'BHD' },
			{ sku: 'MADE-UP', price: 1.005 },
			{ sku: 'FRU-APPLE', price: null, currency: null, quantity: null },
			{ sku: 'COF-HOUSE' },
		];
		await order({ lines });
		expect(callback.payloads()[0].entry[0].changes[0].value.messages[0].order).toEqual({
			catalog_id: '194836987003835',
			text: '',
			product_items: [
				{ product_retailer_id: 'BAK-RYE', quantity: 0, item_price: 500, currency: 'JPY' },
				{ product_retailer_id: 'DAI-MILK', quantity: -3.5, item_price: '1.250', currency: 'BHD' },
				{ product_retailer_id: 'MADE-UP', quantity: 1, item_price: 1.005, currency: 'USD' },
				{ product_retailer_id: 'FRU-APPLE' },
				{ product_retailer_id: 'COF-HOUSE', quantity: 1, item_price: 9.5, currency: 'USD' },
			],
		});
	});

	it('from the other catalog to the other number carries their ids', async () => {
		await order(
			{ lines: [{ sku: 'WH-00001' }], catalogId: '204836987003841', phoneNumberId: GERMAN_NUMBER },
			'4917604069011',
		);
		const { value } = callback.payloads()[0].entry[0].changes[0];
		expect(value.metadata).toEqual({
			display_phone_number: '493023125123',
			phone_number_id: GERMAN_NUMBER,
		});
		expect(value.contacts[0].profile).toEqual({
			name: 'Käthe Beispiel',
			username: '@kaethe.beispiel',
		});
		expect(value.messages[0].order).toMatchObject({
			catalog_id: '204836987003841',
			product_items: [{ item_price: 1.37, currency: 'EUR' }],
		});
	});

	it('from somebody without a phone number has neither from nor wa_id', async () => {
		await order({ lines: [{ sku: 'BAK-RYE' }] }, 'GB.30761298450917263548');
		const { value } = callback.payloads()[0].entry[0].changes[0];
		expect(value.contacts).toEqual([
			{
				profile: { name: 'Robin Example', username: '@robin.example' },
				user_id: 'GB.30761298450917263548',
			},
		]);
		expect(Object.keys(value.messages[0]).sort()).toEqual([
			'from_user_id',
			'id',
			'order',
			'timestamp',
			'type',
		]);
	});
});

describe('a text', () => {
	it('arrives as an ordinary message', async () => {
		const answer = await client.control('POST', 'customers/US.13491208655302741918/texts', {
			body: 'Is the rye sold out?',
		});
		expect(answer.body.messageId).toMatch(/^wamid\./);
		expect(callback.payloads()[0].entry[0].changes[0].value.messages).toEqual([
			{
				from: '16505551234',
				from_user_id: 'US.13491208655302741918',
				id: answer.body.messageId,
				timestamp: expect.stringMatching(/^\d{10}$/),
				type: 'text',
				text: { body: 'Is the rye sold out?' },
			},
		]);
	});
});

describe('the bytes', () => {
	it('are escaped as Meta escapes them, and signed as they are', async () => {
		const note = 'Grüße aus Köln / 2. Stock @home 🥐 "quoted" \\ \u2028 <b>';
		await order({ lines: [{ sku: 'CAFÉ-DECAF' }], note }, '4917604069011');
		const [received] = callback.received;
		expect(received!.method).toBe('POST');
		expect(received!.headers['content-type']).toBe('application/json');
		expect(received!.body).toMatch(/^[\x20-\x7e]+$/);
		expect(received!.body).toContain(
			String.raw`"text":"Gr\u00fc\u00dfe aus K\u00f6ln \/ 2. Stock \u0040home \ud83e\udd50 \"quoted\" \\ \u2028 <b>"`,
		);
		expect(received!.body).toContain(String.raw`"name":"K\u00e4the Beispiel"`);
		expect(received!.body).toContain(String.raw`"product_retailer_id":"CAF\u00c9-DECAF"`);
		expect(JSON.parse(received!.body).entry[0].changes[0].value.messages[0].order.text).toBe(note);
		expect(signedRight(received!)).toBe(true);
		// A receiver that parses and writes again gets other bytes.
		expect(JSON.stringify(JSON.parse(received!.body))).not.toBe(received!.body);
	});
});

describe('statuses', () => {
	const statuses = () => callback.payloads().map((payload) => payload.entry[0].changes[0].value);

	it('sent and delivered follow an accepted message', async () => {
		const answer = await client.send({
			type: 'text',
			text: { body: 'hi' },
			biz_opaque_callback_data: 'order-7',
		});
		await client.sandbox.settled();
		expect(statuses()).toEqual(
			['sent', 'delivered'].map((status) => ({
				messaging_product: 'whatsapp',
				metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
				contacts: [{ wa_id: '16505551234', user_id: 'US.13491208655302741918' }],
				statuses: [
					{
						id: answer.body.messages[0].id,
						status,
						timestamp: expect.stringMatching(/^\d{10}$/),
						recipient_id: '16505551234',
						recipient_user_id: 'US.13491208655302741918',
						biz_opaque_callback_data: 'order-7',
						pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
					},
				],
			})),
		);
		expect(callback.received.every(signedRight)).toBe(true);
	});

	it('name a person without a phone by the user id alone, a stranger by the phone alone', async () => {
		await client.send({
			to: undefined,
			recipient: 'GB.30761298450917263548',
			type: 'text',
			text: { body: 'hi' },
		});
		await client.sandbox.settled();
		await client.send({ to: '+16505550000', type: 'text', text: { body: 'hi' } });
		await client.sandbox.settled();
		const [toRobin, , toStranger] = statuses();
		expect(toRobin.contacts).toEqual([{ user_id: 'GB.30761298450917263548' }]);
		expect(toRobin.statuses[0]).not.toHaveProperty('recipient_id');
		expect(toStranger.contacts).toEqual([{ wa_id: '16505550000' }]);
		expect(toStranger.statuses[0]).not.toHaveProperty('recipient_user_id');
	});

	it('do not follow what was refused, dropped or sent while they are switched off', async () => {
		await client.send({ type: 'text', text: {} });
		await client.send({ to: 'US.13491208655302741918', type: 'text', text: { body: 'hi' } });
		expect((await client.control('POST', 'settings', { statusWebhooks: false })).body).toEqual({
			statusWebhooks: false,
		});
		await client.send({ type: 'text', text: { body: 'hi' } });
		await client.sandbox.settled();
		expect(callback.received).toEqual([]);
		await client.control('POST', 'settings', { statusWebhooks: true });
		await client.send({ type: 'text', text: { body: 'hi' } });
		await client.sandbox.settled();
		expect(callback.received).toHaveLength(2);
	});

	it('all go out when many messages are sent at once', async () => {
		const ids = await Promise.all(
			Array.from(
				{ length: 100 },
				async (_, index) =>
					(
						await client.send({
							to: `+1650555${String(index).padStart(4, '0')}`,
							type: 'text',
							text: { body: 'hi' },
						})
					).body.messages[0].id,
			),
		);
		await client.sandbox.settled();
		const seen = statuses().map(({ statuses: [status] }) => `${status.id} ${status.status}`);
		expect(new Set(seen)).toEqual(new Set(ids.flatMap((id) => [`${id} sent`, `${id} delivered`])));
		expect(seen).toHaveLength(200);
	});
});

describe('deliveries', () => {
	it('are recorded with every attempt', async () => {
		Object.assign(callback, { status: 503, answer: 'x'.repeat(5000) });
		const answer = await order({ lines: [{ sku: 'BAK-RYE' }] });
		const { body: deliveries } = await client.control('GET', 'deliveries');
		expect(deliveries).toEqual(answer.body.deliveries);
		expect(deliveries).toEqual([
			{
				id: expect.any(String),
				url: callback.url,
				event: 'order',
				body: callback.received[0]!.body,
				signature: 'valid',
				attempts: [
					{
						at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
						ms: expect.any(Number),
						status: 503,
						answer: 'x'.repeat(2048),
					},
				],
			},
		]);
		// A failed delivery is not repeated by itself.
		expect(callback.received).toHaveLength(1);
	});

	it('say why no answer came', async () => {
		callback.silent = true;
		const silent = (await order({ lines: [{ sku: 'BAK-RYE' }] })).body.deliveries[0].attempts[0];
		expect(silent).toMatchObject({ status: null, answer: 'no answer within 1000 ms' });
		expect(silent.ms).toBeGreaterThanOrEqual(950);
	});

	it('can be repeated with the same bytes and signature, in a row or at once', async () => {
		const { id } = (await order({ lines: [{ sku: 'BAK-RYE' }], note: 'ä' })).body.deliveries[0];
		const row = await client.control('POST', `deliveries/${id}/again`, { times: 3 });
		expect(row.body.deliveries[0].attempts).toHaveLength(4);
		await client.control('POST', `deliveries/${id}/again`, { times: 5, atOnce: true });
		await client.control('POST', `deliveries/${id}/again`);
		expect(callback.received).toHaveLength(10);
		expect(
			new Set(
				callback.received.map(
					({ body, headers }) => `${body} ${String(headers['x-hub-signature-256'])}`,
				),
			).size,
		).toBe(1);
		expect((await client.control('GET', 'deliveries')).body).toHaveLength(1);
	});

	it('really overlap when asked to go at once, and do not when not', async () => {
		callback.delayMs = 100;
		const payload = { object: 'whatsapp_business_account' };
		await client.control('POST', 'deliveries', { payload, times: 3 });
		expect(callback.mostOpen).toBe(1);
		await client.control('POST', 'deliveries', { payload, times: 3, atOnce: true });
		expect(callback.mostOpen).toBe(3);
	});

	it("of the caller's own making go out signed right, wrong or not at all", async () => {
		const payload = {
			object: 'whatsapp_business_account',
			entry: [{ id: 'ü/1', changes: [{ field: 'future', value: { odd: [null, 1] } }] }],
		};
		await client.control('POST', 'deliveries', { payload });
		await client.control('POST', 'deliveries', { payload, signature: 'wrong' });
		const missing = await client.control('POST', 'deliveries', {
			payload,
			signature: 'missing',
			times: 2,
		});
		expect(missing.body.deliveries).toMatchObject([
			{ event: 'custom', signature: 'missing', attempts: [{ status: 200 }, { status: 200 }] },
		]);
		expect(callback.payloads()).toEqual([payload, payload, payload, payload]);
		expect(callback.received.map(signedRight)).toEqual([true, false, false, false]);
		expect(callback.received[1]!.headers['x-hub-signature-256']).toMatch(/^sha256=[0-9a-f]{64}$/);
		expect(callback.received[2]!.headers).not.toHaveProperty('x-hub-signature-256');
	});
});
