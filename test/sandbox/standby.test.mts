import { APP, APP_TOKEN, BUSINESS_ACCOUNT } from '../../sandbox/world/shop/world.mts';
import {
	catalogTemplate,
	KAETHE,
	list,
	PABLO,
	Phone,
	product,
	ROBIN,
	text,
} from '../support/phoneClient.mts';
import { Callback, GERMAN_NUMBER, NUMBER } from '../support/client.mts';

const phone = new Phone().use();

/** What came, as field and value. */
async function changes(callback = phone.callback): Promise<any[]> {
	await phone.sandbox.settled();
	return callback.payloads().map((payload) => payload.entry[0].changes[0]);
}

const listen = (fields = 'messages,standby,messaging_handovers') =>
	phone.graph(
		'POST',
		`${APP.id}/subscriptions`,
		{
			object: 'whatsapp_business_account',
			callback_url: phone.callback.url,
			verify_token: 'verify-me',
			fields,
		},
		APP_TOKEN,
	);
/** The agent takes the chat; the event about that is forgotten. */
const hold = async (customer = PABLO, agentHolds: unknown = true) => {
	await phone.control('PATCH', `customers/${customer}`, { agentHolds });
	await phone.sandbox.settled();
	phone.callback.received = [];
};
const says = (body: string, customer = PABLO) =>
	phone.control('POST', `customers/${customer}/agent-replies`, { body });

describe('the subscription', () => {
	it('takes the fields and shows them', async () => {
		expect((await listen()).status).toBe(200);
		const { body } = await phone.graph('GET', `${APP.id}/subscriptions`, undefined, APP_TOKEN);
		expect(body.data[0].fields.map(({ name }: any) => name)).toEqual([
			'messages',
			'standby',
			'messaging_handovers',
		]);
	});

	it('without them nothing comes of a chat that an agent holds, and only the sandbox says so', async () => {
		await hold();
		const order = await phone.orders(PABLO, [{ sku: 'BAK-RYE' }]);
		expect(order.status).toBe(200);
		expect(order.body).toMatchObject({
			deliveries: [],
			reason:
				'Meta Business Agent holds this chat. The app is not subscribed to the field "standby".',
		});
		await phone.writes(KAETHE, 'hello');
		expect((await changes()).map(({ field }) => field)).toEqual(['messages']);
	});

	it('without them not even a status of a template comes', async () => {
		await hold();
		await phone.send(catalogTemplate());
		await phone.sandbox.settled();
		await phone.control('POST', `customers/${PABLO}/read`);
		expect(await changes()).toEqual([]);
		expect((await phone.chat(PABLO)).map(({ status }) => status)).toEqual(['read']);
	});

	it('needs the account, too', async () => {
		await listen();
		await hold();
		await phone.control('PATCH', 'setup', { accountSubscribed: false });
		expect((await phone.writes(PABLO, 'hi')).body.reason).toContain('subscribed_apps');
		expect(await changes()).toEqual([]);
	});
});

describe('a chat that an agent holds', () => {
	beforeEach(async () => {
		await listen();
		await hold();
	});

	it('comes one level deeper: texts, questions and orders', async () => {
		const { body } = await phone.orders(PABLO, [{ sku: 'BAK-RYE', quantity: 2 }]);
		await phone.writes(PABLO, 'and quickly');
		await phone.control('POST', `customers/${PABLO}/questions`, { body: 'Fresh?', sku: 'BAK-RYE' });
		const [order, written, asked] = await changes();
		expect(order).toEqual({
			field: 'standby',
			value: {
				messaging_product: 'whatsapp',
				metadata: { display_phone_number: '15550783881', phone_number_id: NUMBER },
				standby: {
					contacts: [expect.objectContaining({ user_id: PABLO, wa_id: '16505551234' })],
					messages: [
						expect.objectContaining({
							id: body.orderId,
							type: 'order',
							from: '16505551234',
							order: expect.objectContaining({
								product_items: [expect.objectContaining({ product_retailer_id: 'BAK-RYE' })],
							}),
						}),
					],
				},
			},
		});
		expect(written.value.standby.messages).toMatchObject([{ text: { body: 'and quickly' } }]);
		expect(asked.value.standby.messages).toMatchObject([{ context: { referred_product: {} } }]);
	});

	it('brings what the agent writes as an echo, and its statuses', async () => {
		const { body } = await says('May I help?');
		const [echo, sent, delivered] = await changes();
		expect(echo).toEqual({
			field: 'standby',
			value: {
				messaging_product: 'whatsapp',
				metadata: expect.any(Object),
				standby: {
					message_echoes: [
						{
							id: body.messageId,
							timestamp: expect.stringMatching(/^\d{10}$/),
							message: {
								to: '16505551234',
								recipient: '16505551234',
								recipient_type: 'individual',
								type: 'text',
								text: { body: 'May I help?' },
							},
						},
					],
				},
			},
		});
		for (const [change, status] of [
			[sent, 'sent'],
			[delivered, 'delivered'],
		] as const)
			expect(change).toMatchObject({
				field: 'standby',
				value: { standby: { statuses: [{ id: body.messageId, status }] } },
			});
		phone.callback.received = [];
		await phone.control('POST', `customers/${PABLO}/read`);
		expect(await changes()).toMatchObject([
			{ field: 'standby', value: { standby: { statuses: [{ status: 'read' }] } } },
		]);
		expect(await phone.chat(PABLO)).toMatchObject([
			{ from: 'business', byAgent: true, body: 'May I help?', status: 'read' },
		]);
	});

	it('is taken over by a service message, which an event tells', async () => {
		await phone.send(product());
		const came = await changes();
		expect(came.find(({ field }) => field === 'messaging_handovers').value).toEqual({
			messaging_product: 'whatsapp',
			recipient: { display_phone_number: '15550783881', phone_number_id: NUMBER },
			sender: { phone_number: '16505551234', user_id: PABLO },
			timestamp: expect.stringMatching(/^\d{10}$/),
			type: 'control_passed',
			control_passed: {
				previous_owner_app_role: 'meta_business_agent',
				previous_owner_role: 'ai_agent',
				new_owner_role: 'escalation',
			},
		});
		expect(came.filter(({ field }) => field === 'messages')).toHaveLength(2);
		expect(came).toHaveLength(3);
		expect(await phone.customer(PABLO)).toMatchObject({ agentHolds: [GERMAN_NUMBER] });
		phone.callback.received = [];
		await phone.orders(PABLO, [{ sku: 'BAK-RYE' }]);
		expect(await changes()).toMatchObject([{ field: 'messages', value: { messages: [{}] } }]);
		await phone.send(text());
		expect((await changes()).map(({ field }) => field)).not.toContain('messaging_handovers');
	});

	it('is not taken over by a template, nor by what is refused or fails', async () => {
		await phone.send(catalogTemplate());
		await phone.send(product('NO-SUCH'));
		await phone.control('PATCH', `customers/${PABLO}`, { windowOpen: false });
		await phone.send(list(['BAK-RYE']));
		const came = await changes();
		expect(came.map(({ field }) => field)).toEqual(Array(3).fill('standby'));
		expect((await phone.customer(PABLO)).agentHolds).toContain(NUMBER);
	});

	it('of one number says nothing about the other, nor about other customers', async () => {
		await hold(PABLO, [GERMAN_NUMBER]);
		await phone.writes(PABLO, 'one');
		await phone.writes(PABLO, 'two', { phoneNumberId: GERMAN_NUMBER });
		await phone.writes(KAETHE, 'three', { phoneNumberId: GERMAN_NUMBER });
		expect((await changes()).map(({ field }) => field)).toEqual([
			'messages',
			'standby',
			'messages',
		]);
	});

	it('does not share a delivery with a chat of the business', async () => {
		await phone.troubles({ ordersPerDelivery: 'two' });
		await phone.orders(KAETHE, [{ sku: 'BAK-RYE' }]);
		const { body } = await phone.orders(PABLO, [{ sku: 'DAI-MILK' }]);
		expect(body.deliveries).toHaveLength(2);
		const [messages, standby] = await changes();
		expect(messages.value.messages).toMatchObject([{ from_user_id: KAETHE }]);
		expect(standby.value.standby.messages).toMatchObject([{ from_user_id: PABLO }]);
	});

	it('knows customers without a phone number', async () => {
		await hold(ROBIN);
		await says('Hello', ROBIN);
		await phone.send({ ...text(), to: undefined, recipient: ROBIN });
		const came = await changes();
		expect(came[0].value.standby.message_echoes[0].message).not.toHaveProperty('to');
		const { value } = came.find(({ field }) => field === 'messaging_handovers');
		expect(value.sender).toEqual({ user_id: ROBIN });
	});

	it('is explained in the log', async () => {
		await phone.writes(PABLO, 'hi');
		await says('Hello');
		await phone.send(text());
		await phone.sandbox.settled();
		const lines = (await phone.log()).map(({ summary }) => summary);
		expect(lines).toEqual(
			expect.arrayContaining([
				'Text from Pablo Morales: “hi” (an agent holds the chat)',
				'What the agent wrote to Pablo Morales (an agent holds the chat)',
				'The chat with Pablo Morales passes to the business',
			]),
		);
	});

	it('ends with a reset', async () => {
		await phone.control('POST', 'reset');
		expect((await phone.customer(PABLO)).agentHolds).toEqual([]);
	});
});

describe('the switch', () => {
	it('tells of the agent taking over, once', async () => {
		await listen();
		for (const _time of [1, 2])
			await phone.control('PATCH', `customers/${PABLO}`, { agentHolds: [NUMBER] });
		expect(await changes()).toMatchObject([
			{
				field: 'messaging_handovers',
				value: {
					control_passed: { previous_owner_role: 'escalation', new_owner_role: 'ai_agent' },
				},
			},
		]);
	});

	it.each([['yes'], [['1']], [[7]], [null]])('refuses %j', async (agentHolds) => {
		const { status, body } = await phone.control('PATCH', `customers/${PABLO}`, { agentHolds });
		expect([status, body.error]).toEqual([400, expect.stringContaining('"agentHolds"')]);
	});

	it('an agent that holds no chat writes nothing', async () => {
		expect(await says('Hello')).toEqual({
			status: 400,
			body: { error: expect.stringContaining('No agent holds the chat of Pablo Morales') },
		});
		expect(await phone.chat(PABLO)).toEqual([]);
	});
});

describe('a callback of the account', () => {
	const own = new Callback();
	beforeAll(() => own.start());
	afterAll(() => own.stop());
	beforeEach(async () => {
		own.received = [];
		await listen();
		await phone.graph('POST', `${BUSINESS_ACCOUNT.id}/subscribed_apps`, {
			override_callback_uri: own.url,
			verify_token: 'verify-me',
		});
		await hold();
	});

	it('gets the handover and, as a rule, no standby event', async () => {
		await phone.writes(PABLO, 'hi');
		await phone.send(text());
		expect((await changes()).map(({ field }) => field)).toEqual(['standby']);
		const fields = (await changes(own)).map(({ field }) => field);
		expect(fields.filter((field) => field === 'messages')).toHaveLength(2);
		expect(fields).toContain('messaging_handovers');
		expect(fields).not.toContain('standby');
	});

	it('gets it when Meta routes it like messages', async () => {
		await phone.troubles({ standbyRoute: 'override' });
		await phone.writes(PABLO, 'hi');
		expect(await changes()).toEqual([]);
		expect((await changes(own)).at(-1)).toMatchObject({ field: 'standby' });
	});
});
