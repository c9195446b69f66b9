import { CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import { KAETHE, list, PABLO, Phone, product, ROBIN, SAM, text } from '../support/phoneClient.mts';
import { GERMAN_NUMBER, NUMBER } from '../support/client.mts';

const phone = new Phone().use();

const AT = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);

describe('customers', () => {
	it('are listed as they are', async () => {
		const { body } = await phone.control('GET', 'customers');
		expect(body).toEqual([
			{
				key: PABLO,
				name: 'Pablo Morales',
				phone: '16505551234',
				userId: PABLO,
				username: 'pablo.m',
				phoneVisible: true,
				app: 'current',
				lastWroteAt: null,
				windowOpen: true,
				agentHolds: [],
				unread: 0,
			},
			expect.objectContaining({ key: KAETHE, phone: '4917604069011', app: 'current' }),
			expect.objectContaining({ key: ROBIN, phone: null, phoneVisible: false }),
			expect.objectContaining({ key: SAM, phone: '16505550199', app: 'outdated' }),
		]);
	});

	it('can be changed one by one', async () => {
		const change = { app: 'outdated', phoneVisible: false, windowOpen: false };
		const { body } = await phone.control('PATCH', 'customers/16505551234', change);
		expect(body).toMatchObject({ ...change, phone: null });
		expect(await phone.customer(PABLO)).toEqual(body);
		expect(await phone.customer(KAETHE)).toMatchObject({ app: 'current', windowOpen: true });
		await phone.control('PATCH', `customers/${PABLO}`, { app: 'current' });
		expect(await phone.customer(PABLO)).toMatchObject({ app: 'current', phoneVisible: false });
	});

	it.each([
		[PABLO, { app: 'old' }, 400, '"app" must be one of current, outdated.'],
		[PABLO, { windowOpen: 'no' }, 400, '"windowOpen" must be true or false.'],
		[PABLO, { windwOpen: false }, 400, 'There is no "windwOpen" here.'],
		[ROBIN, { phoneVisible: true }, 400, 'Robin Example has a username only'],
		['US.1', {}, 404, 'no customer'],
	])('%s %j is refused', async (key, change, status, words) => {
		expect(await phone.control('PATCH', `customers/${key}`, change)).toEqual({
			status,
			body: { error: expect.stringContaining(words) },
		});
	});

	it('count what arrived and was not read, and when they wrote', async () => {
		await phone.send(text());
		await phone.send(product());
		await phone.send({ ...text(), to: '+4917604069011' });
		await phone.sandbox.settled();
		expect((await phone.customer(PABLO)).unread).toBe(2);
		expect(await phone.customer(KAETHE)).toMatchObject({ unread: 1, lastWroteAt: null });
		await phone.writes(KAETHE, 'hi');
		expect((await phone.customer(KAETHE)).lastWroteAt).toEqual(AT);
	});
});

describe('a chat', () => {
	it('holds what both sides said, oldest first', async () => {
		await phone.writes(PABLO, 'menu');
		const bare = product('BAK-RYE');
		delete (bare.interactive as { body?: object }).body;
		const sent = [];
		for (const message of [
			text('Welcome'),
			bare,
			{ ...product('BAK-BAGEL'), context: { message_id: 'wamid.quoted' } },
			list(['BAK-RYE', 'SWE-CHRISTMAS'], ['DAI-MILK']),
		])
			sent.push((await phone.send(message)).body.messages[0].id);
		await phone.sandbox.settled();
		const lines = [{ sku: 'BAK-RYE', quantity: 2 }];
		const { orderId } = (await phone.orders(PABLO, lines, { note: 'Ring twice' })).body;
		const fromBusiness = { from: 'business', status: 'delivered', failure: null };
		const shop = { catalogId: CATALOG_IDS.cornerShop };
		expect(await phone.chat(PABLO)).toEqual(
			[
				{ kind: 'text', body: 'menu', from: 'customer', id: expect.stringMatching(/^wamid\./) },
				{ kind: 'text', body: 'Welcome', ...fromBusiness, id: sent[0] },
				{
					kind: 'product',
					sku: 'BAK-RYE',
					bodyText: null,
					footerText: null,
					buttonText: 'View',
					...shop,
					...fromBusiness,
					id: sent[1],
				},
				{
					kind: 'product',
					sku: 'BAK-BAGEL',
					bodyText: 'Fresh today',
					footerText: null,
					buttonText: 'View',
					quotedId: 'wamid.quoted',
					...shop,
					...fromBusiness,
					id: sent[2],
				},
				{
					kind: 'product_list',
					headerText: 'Our shop',
					bodyText: 'Pick what you like',
					footerText: 'Open until six',
					buttonText: 'View items',
					thumbnailSku: 'BAK-RYE',
					sections: [
						{ title: 'Shelf 1', skus: ['BAK-RYE'] },
						{ title: 'Shelf 2', skus: ['DAI-MILK'] },
					],
					dropped: ['SWE-CHRISTMAS'],
					...shop,
					...fromBusiness,
					id: sent[3],
				},
				{
					kind: 'order',
					note: 'Ring twice',
					lines: [{ sku: 'BAK-RYE', quantity: 2, price: 6.2, currency: 'USD' }],
					...shop,
					from: 'customer',
					id: orderId,
				},
			].map((entry) => ({
				at: AT,
				customer: PABLO,
				phoneNumberId: NUMBER,
				status: null,
				failure: null,
				quotedId: null,
				...entry,
			})),
		);
		expect(await phone.chat(KAETHE)).toEqual([]);
	});

	it('does not show a section of which nothing is left', async () => {
		await phone.send(list(['SWE-CHRISTMAS'], ['DAI-MILK']));
		expect((await phone.chat(PABLO))[0].sections).toEqual([
			{ title: 'Shelf 2', skus: ['DAI-MILK'] },
		]);
	});

	it('follows a message from accepted to delivered', async () => {
		phone.callback.delayMs = 150;
		const seen: string[] = [];
		await phone.send(text());
		for (let count = 0; count < 40 && seen.at(-1) !== 'delivered'; count += 1) {
			const [{ status }] = await phone.chat(PABLO);
			if (seen.at(-1) !== status) seen.push(status);
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
		expect(seen.slice(-2)).toEqual(['sent', 'delivered']);
	});

	it('follows it also without status webhooks', async () => {
		await phone.control('POST', 'settings', { statusWebhooks: false });
		await phone.send(text());
		expect(await phone.chat(PABLO)).toMatchObject([{ status: 'delivered' }]);
		expect(phone.callback.received).toEqual([]);
	});

	it('has no place for what was dropped', async () => {
		await phone.send({ ...text(), to: PABLO });
		expect(await phone.chat(PABLO)).toEqual([]);
	});
});

describe('reading', () => {
	it('tells the business with read statuses, once', async () => {
		const ids = [];
		for (const trackingData of ['one', 'two'])
			ids.push(
				(await phone.send({ ...text(), biz_opaque_callback_data: trackingData })).body.messages[0]
					.id,
			);
		await phone.sandbox.settled();
		phone.callback.received = [];
		expect((await phone.control('POST', `customers/${PABLO}/read`)).body).toEqual({ read: 2 });
		const values = await phone.values();
		expect(values.map(({ statuses }) => statuses[0])).toEqual([
			{
				id: ids[0],
				status: 'read',
				timestamp: expect.any(String),
				recipient_id: '16505551234',
				recipient_user_id: PABLO,
				biz_opaque_callback_data: 'one',
			},
			expect.objectContaining({ id: ids[1], status: 'read', biz_opaque_callback_data: 'two' }),
		]);
		expect((await phone.chat(PABLO)).map(({ status }) => status)).toEqual(['read', 'read']);
		expect((await phone.customer(PABLO)).unread).toBe(0);
		expect((await phone.control('POST', `customers/${PABLO}/read`)).body).toEqual({ read: 0 });
		expect((await phone.control('POST', 'customers/US.1/read')).status).toBe(404);
	});
});

describe('a quoted reply', () => {
	it('names the message and whose it is', async () => {
		const { body } = await phone.send(text('Which bread?'));
		const [{ id: quotedId }] = body.messages;
		await phone.sandbox.settled();
		phone.callback.received = [];
		const answer = await phone.writes(PABLO, 'The rye', { quotedId });
		const again = await phone.writes(PABLO, 'Two of it', { quotedId: answer.body.messageId });
		expect(again.status).toBe(200);
		expect((await phone.values()).map(({ messages }) => messages[0].context)).toEqual([
			{ from: '15550783881', id: quotedId },
			{ from: '16505551234', id: answer.body.messageId },
		]);
		expect((await phone.chat(PABLO)).at(-2)).toMatchObject({ body: 'The rye', quotedId });
	});

	it('cannot quote what is not in the chat', async () => {
		const { messageId } = (await phone.writes(KAETHE, 'hi')).body;
		expect(await phone.writes(PABLO, 'hm', { quotedId: messageId })).toEqual({
			status: 400,
			body: { error: expect.stringContaining('to quote') },
		});
	});
});

describe('a question about a product', () => {
	const ask = (more: object = {}, key = PABLO) =>
		phone.control('POST', `customers/${key}/questions`, {
			body: 'Is this in stock?',
			sku: 'BAK-RYE',
			...more,
		});

	it("arrives in Meta's shape, with the newest message that shows the product", async () => {
		const ids = [];
		for (const message of [product(), list(['BAK-RYE'], ['DAI-MILK']), product('DAI-MILK')])
			ids.push((await phone.send(message)).body.messages[0].id);
		await phone.sandbox.settled();
		phone.callback.received = [];
		const { body } = await ask({ catalogId: CATALOG_IDS.cornerShop });
		const [{ messages }] = await phone.values();
		expect(messages).toEqual([
			{
				from: '16505551234',
				from_user_id: PABLO,
				id: body.messageId,
				timestamp: expect.any(String),
				type: 'text',
				text: { body: 'Is this in stock?' },
				context: {
					from: '15550783881',
					id: ids[1],
					referred_product: {
						catalog_id: '194836987003835',
						product_retailer_id: 'BAK-RYE',
					},
				},
			},
		]);
		expect((await phone.chat(PABLO)).at(-1)).toMatchObject({
			kind: 'question',
			from: 'customer',
			body: 'Is this in stock?',
			catalogId: CATALOG_IDS.cornerShop,
			sku: 'BAK-RYE',
			quotedId: ids[1],
		});
	});

	it('about a product no message showed names no message', async () => {
		await ask({ phoneNumberId: GERMAN_NUMBER }, ROBIN);
		const [{ messages }] = await phone.values();
		expect(messages[0].context).toEqual({
			from: '493023125123',
			referred_product: { catalog_id: '194836987003835', product_retailer_id: 'BAK-RYE' },
		});
	});

	it.each([
		[{ sku: 'NO-SUCH' }, 'has no product "NO-SUCH"'],
		[{ sku: undefined }, '"sku"'],
		[{ body: '' }, '"body"'],
		[{ catalogId: '1' }, 'no catalog "1"'],
	])('%j is refused', async (more, words) => {
		expect(await ask(more)).toEqual({
			status: 400,
			body: { error: expect.stringContaining(words) },
		});
	});
});
