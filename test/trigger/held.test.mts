import { verifyTokenFor } from '../../nodes/WhatsAppCommerceTrigger/registration/verifyToken';
import { CUSTOMERS, PHONE_NUMBERS } from '../../sandbox/world/shop/world.mts';
import { CATALOG_ID } from '../support/parameters';
import { useSandbox } from '../support/sandbox';
import { Meta, OtherService, on, type Level } from '../support/meta.mts';
import { TriggerHost } from '../support/webhookHost.mts';

/** What the sandbox's Meta delivers while an agent holds the chat, after edits and deletions, and about payments. */

const { credential, control, messages } = useSandbox();
const other = new OtherService();
let meta: Meta;
let host: TriggerHost;

const { userId: PABLO } = CUSTOMERS[0];
const NUMBER = PHONE_NUMBERS[0].id;
const FIELDS = 'messages,standby,messaging_handovers';
const PRODUCT = {
	type: 'interactive',
	interactive: {
		type: 'product',
		body: { text: 'Still warm' },
		action: { catalog_id: CATALOG_ID, product_retailer_id: 'BAK-RYE' },
	},
};
const EVERYTHING = ['order', 'productQuestion', 'messageFailed', 'systemMessage', 'textMessage'];

const publish = async (level: Level = 'app', options: object = {}) => {
	host = new TriggerHost({ events: [...EVERYTHING, 'unrecognized'], ...on(level, options) }, {
		...credential,
	} as never);
	await host.listen();
	expect(await host.lifecycle('checkExists')).toBe(false);
	await host.lifecycle('create');
};
beforeAll(async () => {
	meta = new Meta(credential);
	await other.start();
});
afterEach(async () => await host.close());
afterAll(async () => await other.stop());

const act = async (what: string, body: object = {}) =>
	await control<Record<string, string>>(`customers/${PABLO}/${what}`, 'POST', body);
const hold = async (agentHolds: boolean) =>
	await control(`customers/${PABLO}`, 'PATCH', { agentHolds });
const trouble = async (change: object) => await control('troubles', 'PATCH', change);
const LINES = { lines: [{ sku: 'BAK-RYE', quantity: 2 }] };
const events = async () =>
	(await control<Array<{ event: string }>>('deliveries')).map(({ event }) => event);
const came = () =>
	host.runs
		.flat()
		.map(({ event, standby, orderId, messageId }) => [event, standby, orderId ?? messageId]);

describe('a chat that an agent holds', () => {
	it('brings its orders, texts and questions, and nothing of the agent', async () => {
		await publish();
		await hold(true);
		const { orderId } = await act('orders', LINES);
		const { messageId: written } = await act('texts', { body: 'and quickly' });
		const { messageId: asked } = await act('questions', { body: 'Fresh?', sku: 'BAK-RYE' });
		await act('agent-replies', { body: 'It is' });
		await hold(false);
		const { orderId: later } = await act('orders', LINES);
		expect(came()).toEqual([
			['order', true, orderId],
			['textMessage', true, written],
			['productQuestion', true, asked],
			['order', false, later],
		]);
		expect(host.runs[0][0]).toMatchObject({ lineCount: 1, customer: { userId: PABLO } });
	});

	it('passes by who holds it, where somebody has subscribed the app to that', async () => {
		await publish();
		const url = String(await meta.at('app'));
		await meta.set('app', url, verifyTokenFor(url, credential.appSecret), FIELDS);
		await hold(true);
		const { orderId } = await act('orders', LINES);
		await hold(false);
		expect((await events()).filter((event) => event === 'handover').length).toBeGreaterThan(0);
		expect(came()).toEqual([['order', true, orderId]]);
	});

	it.each(['businessAccount', 'phoneNumber'] as const)(
		'reaches the URL of a %s where Meta routes it there, and the app where it does not',
		async (level) => {
			await meta.set('app', other.url(), other.verifyToken, 'messages,standby');
			await meta.subscribe();
			await publish(level);
			await hold(true);
			await trouble({ standbyRoute: 'override' });
			const { orderId } = await act('orders', LINES);
			await trouble({ standbyRoute: 'app' });
			await act('orders', LINES);
			expect(came()).toEqual([['order', true, orderId]]);
		},
	);

	it('starts nothing with texts that the builder leaves to the agent', async () => {
		await publish('app', { leaveOutMessages: ['standby'] });
		await hold(true);
		await act('texts', { body: 'hello' });
		const { orderId } = await act('orders', LINES);
		await hold(false);
		const { messageId } = await act('texts', { body: 'hello' });
		expect(came()).toEqual([
			['order', true, orderId],
			['textMessage', false, messageId],
		]);
	});
});

it('an order names the message that it came from where Meta does', async () => {
	await publish();
	await act('orders', LINES);
	await fetch(`${credential.baseUrl}/v26.0/${NUMBER}/messages`, {
		method: 'POST',
		headers: {
			authorization: `Bearer ${credential.accessToken}`,
			'content-type': 'application/json',
		},
		body: JSON.stringify({ messaging_product: 'whatsapp', recipient: PABLO, ...PRODUCT }),
	});
	const [{ id }] = await messages();
	await trouble({ orderContext: 'given' });
	await act('orders', LINES);
	expect(host.runs.flat().map(({ quotedMessageId }) => quotedMessageId)).toEqual([null, id]);
});

it('an edited and a deleted text come with what they are about', async () => {
	await publish();
	const { messageId } = await act('texts', { body: 'two loaves' });
	await act('edits', { messageId, body: 'three loaves' });
	await act('revokes', { messageId });
	expect(host.runs.flat()).toMatchObject([
		{ event: 'textMessage', messageId, text: 'two loaves' },
		{ event: 'textMessage', text: 'three loaves', editedMessageId: messageId },
		{ event: 'textMessage', text: '', revokedMessageId: messageId },
	]);
});

it('a deleted order names the order', async () => {
	await publish();
	const { orderId } = await act('orders', LINES);
	await act('revokes', { messageId: orderId });
	expect(host.runs.flat()).toMatchObject([
		{ event: 'order', orderId },
		{ event: 'textMessage', revokedMessageId: orderId },
	]);
});

it.each(['captured', 'pending', 'failed'])(
	'a payment that is %s is no failed message',
	async (outcome) => {
		await publish();
		await act('payments', { outcome, addressee: 'from' });
		expect(host.runs.flat()).toMatchObject([
			{ event: 'unrecognized', type: 'payment', customer: { phone: '+16505551234' } },
		]);
	},
);
