import { KAETHE, PABLO, Phone, product, text } from '../support/phoneClient.mts';
import { GERMAN_NUMBER, NUMBER } from '../support/client.mts';

const phone = new Phone().use();
const edits = (change: object, customer = PABLO) =>
	phone.control('POST', `customers/${customer}/edits`, change);
const revokes = (change: object, customer = PABLO) =>
	phone.control('POST', `customers/${customer}/revokes`, change);
const last = async () => (await phone.values()).at(-1);

describe('an edited text', () => {
	it('comes as a message of its own that names the first one', async () => {
		const { messageId } = (
			await phone.writes(PABLO, 'two breads', { phoneNumberId: GERMAN_NUMBER })
		).body;
		const { body } = await edits({ messageId, body: 'three breads' });
		expect(await last()).toMatchObject({
			metadata: { phone_number_id: GERMAN_NUMBER },
			contacts: [{ user_id: PABLO }],
		});
		expect((await last()).messages).toEqual([
			{
				from: '16505551234',
				from_user_id: PABLO,
				id: body.messageId,
				timestamp: expect.stringMatching(/^\d{10}$/),
				type: 'edit',
				edit: {
					original_message_id: messageId,
					message: { type: 'text', text: { body: 'three breads' } },
				},
			},
		]);
		expect(body.messageId).not.toBe(messageId);
		expect(await phone.chat(PABLO)).toMatchObject([
			{ id: messageId, body: 'three breads', edited: true },
		]);
		expect((await phone.log()).at(-1).summary).toBe('Pablo Morales has edited a message');
	});

	it('is only an unsupported message to most businesses', async () => {
		const { messageId } = (await phone.writes(PABLO, 'two')).body;
		await edits({ messageId, body: 'three', as: 'unsupported' });
		const [message] = (await last()).messages;
		expect(message).toMatchObject({
			type: 'unsupported',
			errors: [{ code: 131051 }],
			unsupported: { type: 'edit' },
		});
		expect(JSON.stringify(message)).not.toContain('three');
	});

	it('a question about a product can be edited, an order cannot', async () => {
		const asked = await phone.control('POST', `customers/${PABLO}/questions`, {
			body: 'Fresh?',
			sku: 'BAK-RYE',
		});
		expect((await edits({ messageId: asked.body.messageId, body: 'Dark?' })).status).toBe(200);
		const { orderId } = (await phone.orders(PABLO, [{ sku: 'BAK-RYE' }])).body;
		expect(await edits({ messageId: orderId, body: 'x' })).toEqual({
			status: 400,
			body: { error: 'Only a text can be edited.' },
		});
	});
});

describe('a message that is taken back', () => {
	it('comes as a revoke, and is deleted in the chat', async () => {
		const { orderId } = (await phone.orders(PABLO, [{ sku: 'BAK-RYE' }])).body;
		const { body } = await revokes({ messageId: orderId });
		expect((await last()).messages).toMatchObject([
			{ id: body.messageId, type: 'revoke', revoke: { original_message_id: orderId } },
		]);
		expect(await phone.chat(PABLO)).toMatchObject([{ id: orderId, revoked: true }]);
		expect((await phone.log()).at(-1).summary).toBe('Pablo Morales has deleted a message');
		for (const again of [revokes({ messageId: orderId }), edits({ messageId: orderId, body: 'x' })])
			expect((await again).body.error).toContain('was deleted');
	});
});

it.each<[string, () => Promise<string>]>([
	['of the business', async () => (await phone.send(text())).body.messages[0].id],
	['of another customer', async () => (await phone.writes(KAETHE, 'hi')).body.messageId],
	['that does not exist', () => Promise.resolve('wamid.none')],
])('a message %s cannot be edited or taken back', async (_name, make) => {
	const messageId = await make();
	for (const { status, body } of [
		await edits({ messageId, body: 'x' }),
		await revokes({ messageId }),
	])
		expect([status, body.error]).toEqual([400, expect.stringContaining('has sent no message')]);
});

it.each([
	[{ body: 'x' }, '"messageId"'],
	[{ messageId: 'wamid.x' }, '"body"'],
	[{ messageId: 'wamid.x', body: 'x', as: 'video' }, '"as" must be one of edit, unsupported.'],
])('an edit %j is refused', async (change, words) => {
	expect((await edits(change)).body.error).toContain(words);
});

describe('the message that an order came from', () => {
	const contextOf = async () => (await last()).messages[0].context;

	it('is not said, unless it is given', async () => {
		const { body } = await phone.send(product());
		await phone.sandbox.settled();
		const [{ id: quotedId }] = body.messages;
		await phone.orders(PABLO, [{ sku: 'BAK-RYE' }]);
		expect((await last()).messages[0]).not.toHaveProperty('context');
		await phone.orders(PABLO, [{ sku: 'BAK-RYE' }], { quotedId });
		expect(await contextOf()).toEqual({ from: '15550783881', id: quotedId });
		expect((await phone.chat(PABLO)).at(-1)).toMatchObject({ kind: 'order', quotedId });
		expect((await phone.orders(PABLO, [{ sku: 'BAK-RYE' }], { quotedId: 'x' })).status).toBe(400);
	});

	it('of another number is not found', async () => {
		await phone.troubles({ orderContext: 'given' });
		await phone.send(product(), NUMBER);
		await phone.sandbox.settled();
		await phone.orders(PABLO, [{ sku: 'BAK-RYE' }], { phoneNumberId: GERMAN_NUMBER });
		expect(await contextOf()).toBeUndefined();
	});
});
