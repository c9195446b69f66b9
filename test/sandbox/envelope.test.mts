import { Client, GERMAN_NUMBER, NUMBER, refused } from '../support/client.mts';

const client = new Client();
beforeAll(() => client.start());
beforeEach(() => client.control('POST', 'reset'));
afterAll(() => client.stop());

const TEXT = { type: 'text', text: { body: 'hello' } };

describe('the envelope', () => {
	it('accepts a text and answers as Meta does', async () => {
		const answer = await client.send({
			...TEXT,
			recipient_type: 'individual',
			context: { message_id: 'wamid.x' },
			biz_opaque_callback_data: 'order-7',
		});
		expect(answer).toEqual({
			status: 200,
			body: {
				messaging_product: 'whatsapp',
				contacts: [{ input: '+16505551234', wa_id: '16505551234' }],
				messages: [{ id: expect.stringMatching(/^wamid\.\S{20,121}$/) }],
			},
		});
		expect(await client.messages()).toEqual([
			expect.objectContaining({
				id: answer.body.messages[0].id,
				phoneNumberId: NUMBER,
				customer: 'US.13491208655302741918',
				to: '16505551234',
				recipient: null,
				type: 'text',
				fate: 'delivered',
				products: [],
				dropped: [],
				trackingData: 'order-7',
				payload: expect.objectContaining({ text: { body: 'hello' }, to: '+16505551234' }),
			}),
		]);
	});

	it.each([
		['messaging_product missing', { messaging_product: undefined }, 131008, 'messaging_product'],
		['messaging_product of another kind', { messaging_product: 'sms' }, 100, 'messaging_product'],
		['type missing', { type: undefined }, 131008, 'type'],
		['type unknown', { type: 'pigeon' }, 131051, 'pigeon'],
		[
			'type known to Meta only',
			{ type: 'image', image: { link: 'https://x.example/a.png' } },
			131051,
			'image',
		],
		['unknown key', { txet: {} }, 100, 'Unexpected key "txet"'],
		['content of another type', { interactive: {} }, 100, 'Unexpected key "interactive"'],
		['group', { recipient_type: 'group' }, 131009, 'group'],
		['recipient_type unknown', { recipient_type: 'crowd' }, 131009, 'recipient_type'],
		['quote without id', { context: {} }, 131008, "context\\['message_id'\\]"],
		[
			'quote with a long id',
			{ context: { message_id: 'x'.repeat(129) } },
			131009,
			'Max length: 128',
		],
		[
			'tracking data too long',
			{ biz_opaque_callback_data: 'x'.repeat(513) },
			131009,
			'Max length: 512',
		],
		['tracking data not a string', { biz_opaque_callback_data: 7 }, 100, 'must be a string'],
		["somebody else's account", { messaging_account_id: '1' }, 131009, 'messaging_account_id'],
		['text missing', { text: undefined }, 131008, 'text'],
		['text without body', { text: {} }, 131008, "text\\['body'\\]"],
		['text empty', { text: { body: '' } }, 131009, 'Min length: 1'],
		['text too long', { text: { body: 'x'.repeat(4097) } }, 131009, 'Max length: 4096'],
		['text as a string', { text: 'hello' }, 100, 'must be a JSON object'],
		['preview_url not a boolean', { text: { body: 'x', preview_url: 'yes' } }, 100, 'preview_url'],
	])('refuses: %s', async (_name, change, code, details) => {
		refused(await client.send({ ...TEXT, ...change }), code, new RegExp(details));
		expect(await client.messages()).toEqual([]);
	});

	it('accepts the longest values, counted in code points', async () => {
		const message = {
			...TEXT,
			context: { message_id: 'x'.repeat(128) },
			biz_opaque_callback_data: '🥐'.repeat(512),
		};
		expect((await client.send(message)).status).toBe(200);
		refused(
			await client.send({ ...message, biz_opaque_callback_data: '🥐'.repeat(513) }),
			131009,
			/biz_opaque_callback_data/,
		);
	});

	it.each(['[]', '"text"', '7', 'null'])(
		'refuses a body that is JSON but no object: %s',
		async (body) => {
			const answer = await client.graph('POST', `${NUMBER}/messages`, body);
			expect(answer).toMatchObject({ status: 400, body: { error: { code: 100 } } });
		},
	);
});

describe('the recipient', () => {
	const to = (value: unknown, number = NUMBER) => client.send({ ...TEXT, to: value }, number);

	it('ignores punctuation in a phone number', async () => {
		const answer = await to('+1 (650) 555-1234');
		expect(answer.body.contacts).toEqual([{ input: '+1 (650) 555-1234', wa_id: '16505551234' }]);
	});

	it("puts the sender's country code in front of a number without +, even if it has one", async () => {
		expect((await to('16505559876')).body.contacts).toEqual([
			{ input: '16505559876', wa_id: '116505559876' },
		]);
		expect((await to('6505551234')).body.contacts).toEqual([
			{ input: '6505551234', wa_id: '16505551234' },
		]);
		expect((await to('17604069011', GERMAN_NUMBER)).body.contacts).toEqual([
			{ input: '17604069011', wa_id: '4917604069011' },
		]);
		// With the German country code already there, a number becomes a stranger's.
		expect((await to('4917604069099', GERMAN_NUMBER)).body.contacts).toEqual([
			{ input: '4917604069099', wa_id: '494917604069099' },
		]);
		const customers = (await client.messages()).map(({ customer }) => customer);
		expect(customers).toEqual([null, 'US.13491208655302741918', 'DE.20981346713459087122', null]);
	});

	it("reaches a customer by the whole number without +, whatever the sender's country", async () => {
		for (const number of [NUMBER, GERMAN_NUMBER]) {
			expect((await to('16505551234', number)).body.contacts).toEqual([
				{ input: '16505551234', wa_id: '16505551234' },
			]);
			expect((await to('49 176 04069011', number)).body.contacts).toEqual([
				{ input: '49 176 04069011', wa_id: '4917604069011' },
			]);
		}
		const customers = (await client.messages()).map(({ customer }) => customer);
		const both = ['US.13491208655302741918', 'DE.20981346713459087122'];
		expect(customers).toEqual([...both, ...both]);
	});

	it('wants one of to and recipient', async () => {
		refused(await to(undefined), 131008, /\bto\b/);
	});

	it.each(['', 'Pablo', '+', '++16505551234', '+1650555123x', '+1234567890123456', 'US.'])(
		'refuses "%s" as a phone number',
		async (input) => {
			refused(await to(input), 131009, /not a valid phone number/);
		},
	);

	it('refuses a phone number that is not a string', async () => {
		refused(await to(16505551234), 100, /must be a string/);
	});

	it('refuses the sender as the recipient', async () => {
		refused(await to('+15550783881'), 131021, /sent from/);
	});

	it('sends to a business-scoped user id', async () => {
		const answer = await client.send({
			...TEXT,
			to: undefined,
			recipient: 'GB.30761298450917263548',
		});
		expect(answer.body.contacts).toEqual([
			{ input: 'GB.30761298450917263548', user_id: 'GB.30761298450917263548' },
		]);
		expect((await client.messages())[0]).toMatchObject({
			customer: 'GB.30761298450917263548',
			to: null,
			recipient: 'GB.30761298450917263548',
			fate: 'delivered',
		});
	});

	it.each(['16505551234', 'us.123', 'US.', 'US.12 3', `US.${'1'.repeat(129)}`])(
		'refuses "%s" as a user id',
		async (recipient) => {
			refused(
				await client.send({ ...TEXT, to: undefined, recipient }),
				131009,
				/business-scoped user id/,
			);
		},
	);

	it('lets to win when both are given', async () => {
		const answer = await client.send({ ...TEXT, recipient: 'GB.30761298450917263548' });
		expect(answer.body.contacts).toEqual([{ input: '+16505551234', wa_id: '16505551234' }]);
		expect((await client.messages())[0]).toMatchObject({
			customer: 'US.13491208655302741918',
			recipient: null,
		});
	});

	it('says yes to a user id in to and drops the message', async () => {
		const answer = await to('US.13491208655302741918');
		expect(answer).toMatchObject({
			status: 200,
			body: { messages: [{ id: expect.stringMatching(/^wamid\./) }] },
		});
		expect(await client.messages()).toMatchObject([
			{ fate: 'dropped', to: 'US.13491208655302741918', customer: null },
		]);
	});
});
