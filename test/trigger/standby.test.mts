import {
	cart,
	delivery,
	edited,
	entry,
	envelope,
	failed,
	line,
	pablo,
	payment,
	question,
	revoked,
	standbyChange,
	standbyDelivery,
	systemMessage,
	text,
} from '../support/fixtures/deliveries';
import { TriggerHost } from '../support/webhookHost.mts';

/** What comes while Meta Business Agent holds the chat (facts 15.4). */

let host: TriggerHost;
const EVERYTHING = ['order', 'productQuestion', 'messageFailed', 'systemMessage', 'textMessage'];
const start = async (parameters: object = {}) => {
	host = new TriggerHost({ events: [...EVERYTHING, 'unrecognized'], ...parameters });
	await host.listen();
};
afterEach(async () => await host.close());

const items = () => host.runs.flat();
const came = () =>
	items().map(({ event, standby, orderId, messageId }) => [event, standby, orderId ?? messageId]);

const MESSAGES = [
	cart([line()]),
	question('Is it fresh?'),
	text('menu'),
	edited(),
	revoked(),
	systemMessage({ type: 'user_changed_number' }),
	{ id: 'wamid.STICKER', type: 'sticker' },
];
const STATUSES = [failed(), payment()];
const ALL = [
	['order', true, 'wamid.ORDER1'],
	['productQuestion', true, 'wamid.QUESTION1'],
	['textMessage', true, 'wamid.TEXT1'],
	['textMessage', true, 'wamid.EDIT1'],
	['textMessage', true, 'wamid.REVOKE1'],
	['systemMessage', true, 'wamid.SYSTEM1'],
	['unrecognized', true, 'wamid.STICKER'],
	['messageFailed', true, 'wamid.SENT1'],
	['unrecognized', true, payment().id],
];

it('every event comes as in the field "messages", and says so', async () => {
	await start();
	await host.deliver(standbyDelivery({ messages: MESSAGES, statuses: STATUSES }));
	expect(came()).toEqual(ALL);
	const held = items();
	await host.close();

	await start();
	const { value } = standbyChange({});
	const beside = { ...value, contacts: [pablo], messages: MESSAGES, statuses: STATUSES };
	await host.deliver(
		envelope([entry([{ field: 'messages', value: { ...beside, standby: undefined } }])]),
	);
	expect(items()).toEqual(held.map((item) => ({ ...item, standby: false })));
});

it('an order has its lines, totals and customer', async () => {
	await start({ events: ['order'], outputMode: 'perLine' });
	await host.deliver(standbyDelivery({ messages: [cart([line()])] }));
	expect(items()).toMatchObject([
		{ standby: true, sku: 'SKU-1', totalText: '31.00 USD', customer: { name: 'Pablo' } },
	]);
});

it('the lists may stand where they stand in the field "messages"', async () => {
	await start();
	const { value } = standbyChange({});
	const { standby: _level, ...shared } = value;
	const flat = { ...shared, contacts: [pablo], messages: MESSAGES, statuses: STATUSES };
	await host.deliver(envelope([entry([{ field: 'standby', value: flat }])]));
	expect(came()).toEqual(ALL);
});

it('what came in one field is not repeated by the other', async () => {
	await start();
	const order = cart([line()]);
	await Promise.all([
		host.deliver(standbyDelivery({ messages: [order] })),
		host.deliver(delivery([order])),
	]);
	await host.deliver(delivery([order]));
	expect(items()).toHaveLength(1);
});

it('what the agent writes, and who holds the chat, starts nothing', async () => {
	await start();
	const echo = {
		id: 'wamid.ECHO',
		timestamp: '1795255200',
		message: { to: '16505551234', type: 'text', text: { body: 'Hello! How can I help?' } },
	};
	const handover = {
		messaging_product: 'whatsapp',
		sender: { phone_number: '16505551234' },
		recipient: { phone_number_id: '106540352242922', display_phone_number: '15550783881' },
		type: 'control_passed',
		timestamp: '1795255200',
		control_passed: { previous_owner_role: 'ai_agent', new_owner_role: 'escalation' },
	};
	for (const body of [
		standbyDelivery({ message_echoes: [echo] }),
		standbyDelivery({ message_echoes: [] }),
		standbyDelivery({
			message_echoes: [echo],
			statuses: [failed({ status: 'delivered', errors: undefined })],
		}),
		envelope([entry([{ field: 'messaging_handovers', value: handover }])]),
		envelope([entry([{ field: 'messaging_handovers', value: null }])]),
	]) {
		expect((await host.deliver(body)).status).toBe(200);
	}
	expect(host.runs).toEqual([]);
});

it('a customer is found whatever the contacts look like', async () => {
	await start({ events: ['order'] });
	const order = (id: string) => cart([line()], { id });
	const unknown = { ...order('c'), from: undefined, from_user_id: undefined };
	await host.deliver(standbyDelivery({ messages: [order('a')] }, 'none'));
	await host.deliver(standbyDelivery({ messages: [order('b')] }, [null, pablo]));
	await host.deliver(standbyDelivery({ messages: [unknown] }));
	expect(items().map(({ customer }) => customer)).toMatchObject([
		{ key: pablo.user_id, name: null },
		{ key: pablo.user_id, name: 'Pablo' },
		{ key: pablo.user_id, name: 'Pablo' },
	]);
});

describe('what cannot be read', () => {
	it.each<[string, unknown]>([
		['no content', null],
		['a list', [text('a')]],
		['a text', 'none'],
		['an empty level', { standby: {} }],
		['a level that is a list', { standby: [cart([line()])] }],
		['messages that are no list', { standby: { messages: cart([line()]) } }],
		['messages that are null', { standby: { messages: [null] } }],
		['statuses that are no list', { standby: { statuses: {} } }],
	])('is kept, and hides nothing: %s', async (_name, value) => {
		await start();
		const good = cart([line()], { id: 'wamid.GOOD' });
		await host.deliver(
			envelope([entry([{ field: 'standby', value }, standbyChange({ messages: [good] })])]),
		);
		expect(came()).toEqual([
			['unrecognized', true, null],
			['order', true, 'wamid.GOOD'],
		]);
	});

	it('an order in it is kept too', async () => {
		await start({ events: ['order'] });
		await host.deliver(standbyDelivery({ messages: [cart(undefined)] }));
		expect(items()).toMatchObject([
			{ event: 'unrecognized', standby: true, messageId: 'wamid.ORDER1', raw: { type: 'order' } },
		]);
	});
});
