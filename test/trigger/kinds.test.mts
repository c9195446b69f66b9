import {
	cart,
	change,
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
	statusChange,
	statusDelivery,
	systemMessage,
	text,
} from '../support/fixtures/deliveries';
import { TriggerHost } from '../support/webhookHost.mts';

let host: TriggerHost;
const start = async (events: string[], parameters: object = {}) => {
	host = new TriggerHost({ events, ...parameters });
	await host.listen();
};
afterEach(async () => await host.close());

const items = () => host.runs.flat();
const came = () => items().map(({ event, messageId, orderId }) => [event, messageId ?? orderId]);

const origin = {
	phoneNumberId: '106540352242922',
	displayPhoneNumber: '15550783881',
	businessAccountId: '102290129340398',
	standby: false,
};
const customer = {
	key: pablo.user_id,
	phone: '+16505551234',
	userId: pablo.user_id,
	username: 'pablo.m',
	name: 'Pablo',
};

describe('a question about a product', () => {
	it('comes with the product', async () => {
		await start(['productQuestion']);
		await host.deliver(delivery([question('Is this in stock?'), text('hello')]));
		expect(items()).toEqual([
			{
				event: 'productQuestion',
				messageId: 'wamid.QUESTION1',
				sentAt: '2026-11-21T10:00:00.000Z',
				text: 'Is this in stock?',
				product: { catalogId: '194836987003835', sku: 'SKU-1' },
				quotedMessageId: 'wamid.LIST',
				customer,
				...origin,
			},
		]);
	});

	it('is one event even when texts are wanted too', async () => {
		await start(['textMessage', 'productQuestion']);
		await host.deliver(delivery([question('This one?'), text('hello')]));
		expect(came()).toEqual([
			['productQuestion', 'wamid.QUESTION1'],
			['textMessage', 'wamid.TEXT1'],
		]);
	});

	it('still is a text when only texts are wanted', async () => {
		await start(['textMessage']);
		await host.deliver(delivery([question('This one?')]));
		expect(items()).toMatchObject([{ event: 'textMessage', text: 'This one?' }]);
	});

	it.each([
		['without a SKU', { catalog_id: '1' }],
		['as a text', 'SKU-1'],
	])('is kept when its product comes %s', async (_name, product) => {
		await start(['productQuestion']);
		await host.deliver(delivery([question('?', product)]));
		expect(items()).toMatchObject([
			{
				event: 'unrecognized',
				reason: 'The question about a product has no text or no SKU.',
				raw: { text: { body: '?' } },
			},
		]);
	});

	it('comes from somebody without a phone number', async () => {
		await start(['productQuestion']);
		const contact = { profile: { username: 'robin' }, user_id: 'US.77' };
		await host.deliver(
			delivery([question('?', undefined, { from: undefined, from_user_id: 'US.77' })], [contact]),
		);
		expect(items()).toMatchObject([
			{ customer: { key: 'US.77', phone: null, userId: 'US.77', username: 'robin', name: null } },
		]);
	});
});

describe('a message that could not be delivered', () => {
	it('comes with what happened, what to do, and what Meta said', async () => {
		await start(['messageFailed']);
		await host.deliver(statusDelivery([failed({ biz_opaque_callback_data: 'campaign 7' })]));
		expect(items()).toEqual([
			{
				event: 'messageFailed',
				whatHappened: 'The 24-hour window of this chat is closed',
				whatToDo:
					'Product messages go only into a chat in which the customer wrote within 24 hours. Send an approved template instead.',
				messageId: 'wamid.SENT1',
				failedAt: '2026-11-21T10:00:00.000Z',
				code: 131047,
				title: 'Re-engagement message',
				details: 'More than 24 hours have passed.',
				trackingData: 'campaign 7',
				// Facts 2.5: nothing else is known when it went to a phone.
				customer: {
					key: '+16505551234',
					phone: '+16505551234',
					userId: null,
					username: null,
					name: null,
				},
				...origin,
			},
		]);
	});

	it('names the user ID when it went to one', async () => {
		await start(['messageFailed']);
		await host.deliver(
			statusDelivery([failed({ recipient_id: undefined, recipient_user_id: 'US.77' })]),
		);
		expect(items()).toMatchObject([
			{ trackingData: null, customer: { key: 'US.77', phone: null, userId: 'US.77' } },
		]);
	});

	it.each([
		['no errors', undefined],
		['an empty list', []],
		['a text', 'broken'],
		['a code that is none', [{ code: {} }]],
	])('comes with %s too', async (_name, errors) => {
		await start(['messageFailed']);
		await host.deliver(statusDelivery([failed({ errors })]));
		expect(items()).toMatchObject([
			{
				event: 'messageFailed',
				code: null,
				details: null,
				whatHappened: 'Meta could not deliver the message',
			},
		]);
	});

	it('comes once however often Meta says so, and once for each message', async () => {
		await start(['messageFailed']);
		const two = statusDelivery([failed(), failed({ id: 'wamid.SENT2' }), failed()]);
		await Promise.all([host.deliver(two), host.deliver(two)]);
		await host.deliver(statusDelivery([failed()]));
		expect(came().sort()).toEqual([
			['messageFailed', 'wamid.SENT1'],
			['messageFailed', 'wamid.SENT2'],
		]);
	});

	it('leaves the other statuses alone', async () => {
		await start(['messageFailed', 'unrecognized']);
		await host.deliver(envelope([entry([statusChange])]));
		for (const status of ['sent', 'delivered', 'read', 'played'])
			await host.deliver(statusDelivery([failed({ status, errors: undefined })]));
		expect(host.runs).toEqual([]);
	});
});

describe('a status that is about no message', () => {
	it.each<[string, object]>([
		['a payment', payment()],
		['a payment that waits', payment({ status: 'pending' }, { status: 'pending' })],
		[
			'a payment that failed',
			payment({ status: 'pending' }, { status: 'failed', error: { code: 'X', reason: 'Y' } }),
		],
		['a payment whose status is "failed"', payment({ status: 'failed' })],
		['a payment with the errors of a delivery', { ...failed(), ...payment({ status: 'failed' }) }],
		['a payment that its type does not name', payment({ status: 'failed', type: undefined })],
		['a payment whose content is null', payment({ status: 'failed', payment: null })],
		['another type', failed({ type: 'refund' })],
		['a type that is none', failed({ type: {} })],
	])('is never a failed message: %s', async (_name, status) => {
		await start(['messageFailed']);
		expect((await host.deliver(statusDelivery([status]))).status).toBe(200);
		expect(host.runs).toEqual([]);
		await host.close();
		await start(['messageFailed', 'unrecognized']);
		await host.deliver(statusDelivery([status]));
		const { type } = status as { type?: unknown };
		const named = typeof type === 'string' ? type : type === undefined ? 'payment' : 'unknown';
		expect(items()).toMatchObject([
			{
				event: 'unrecognized',
				type: named,
				reason: `No chosen event reads statuses of type "${named}".`,
				customer: { phone: '+16505551234' },
				raw: JSON.parse(JSON.stringify(status)),
			},
		]);
	});

	it('hides no failed message beside it', async () => {
		await start(['messageFailed', 'unrecognized']);
		await host.deliver(statusDelivery([payment(), failed(), failed({ id: 'b', type: 'message' })]));
		expect(items().map(({ event }) => event)).toEqual([
			'unrecognized',
			'messageFailed',
			'messageFailed',
		]);
	});

	it('comes with all its news, and each only once', async () => {
		await start(['unrecognized']);
		const waits = payment({ status: 'pending' }, { status: 'pending' });
		const failedNow = payment({ status: 'pending' }, { status: 'failed' });
		for (const news of [waits, waits, failedNow, waits, failedNow])
			await host.deliver(statusDelivery([news]));
		expect(items().map(({ raw }) => raw)).toEqual([waits, failedNow]);
	});

	it('is kept whatever it holds', async () => {
		await start(['messageFailed', 'unrecognized']);
		const odd = [null, {}, { type: 'payment' }, payment({ id: null }), payment({ status: null })];
		await host.deliver(statusDelivery(odd));
		expect(items().map(({ event, reason }) => [event, reason])).toEqual(
			odd.map(() => ['unrecognized', 'The status has no ID or no name.']),
		);
	});

	it('is recognized when it comes again even if it is nested too deep to be kept', async () => {
		await start(['unrecognized']);
		const body = JSON.stringify(statusDelivery([payment({ receipt: 'DEEP' })])).replace(
			'"DEEP"',
			`${'['.repeat(10_000)}${']'.repeat(10_000)}`,
		);
		for (let time = 0; time < 2; time++) expect((await host.deliver(body)).status).toBe(200);
		expect(items()).toMatchObject([{ event: 'unrecognized', type: 'payment', raw: null }]);
	});
});

describe('a message that the customer has changed', () => {
	it('comes as a customer message, with what it replaces', async () => {
		await start(['textMessage', 'unrecognized']);
		await host.deliver(delivery([text('one loaf'), edited(), revoked()]));
		expect(items()).toMatchObject([
			{ messageId: 'wamid.TEXT1', text: 'one loaf', editedMessageId: null, revokedMessageId: null },
			{ messageId: 'wamid.EDIT1', text: 'two loaves', editedMessageId: 'wamid.TEXT1' },
			{ messageId: 'wamid.REVOKE1', text: '', revokedMessageId: 'wamid.TEXT1' },
		]);
		for (const { event, customer: sender } of items())
			expect([event, sender]).toEqual(['textMessage', customer]);
	});

	it('comes once, and is no repetition of the message that it is about', async () => {
		await start(['textMessage']);
		const same = { id: 'wamid.TEXT1' };
		const body = delivery([text('one loaf'), { ...edited(), ...same }, { ...revoked(), ...same }]);
		await Promise.all([host.deliver(body), host.deliver(body)]);
		expect(items().map(({ text: written }) => written)).toEqual(['one loaf', 'two loaves', '']);
	});

	it.each<[string, object, string]>([
		[
			'an edit of which nothing can be read',
			edited({ type: 'poll', poll: {} }),
			'The edited message holds no text, or does not name the message that it replaces.',
		],
		[
			'an edit of nobody knows what',
			{ ...edited(), edit: null },
			'The edited message holds no text, or does not name the message that it replaces.',
		],
		[
			'a deletion of nobody knows what',
			revoked({}),
			'The message about a deleted one does not name the deleted message.',
		],
	])('is kept with the reason: %s', async (_name, message, reason) => {
		await start(['textMessage']);
		await host.deliver(delivery([message]));
		expect(items()).toMatchObject([{ event: 'unrecognized', reason, raw: message }]);
	});

	it('is left to Unrecognized where texts are not wanted', async () => {
		await start(['order', 'unrecognized']);
		await host.deliver(delivery([edited(), revoked()]));
		expect(items().map(({ type }) => type)).toEqual(['edit', 'revoke']);
	});
});

describe('a system message', () => {
	it('is passed on as it is', async () => {
		await start(['systemMessage']);
		const system = {
			body: 'Pablo changed from 1 to 2',
			type: 'user_changed_number',
			wa_id: '16505559999',
			anything: { new: true },
		};
		await host.deliver(delivery([systemMessage(system)]));
		expect(items()).toEqual([
			{
				event: 'systemMessage',
				messageId: 'wamid.SYSTEM1',
				sentAt: '2026-11-21T10:00:00.000Z',
				change: 'user_changed_number',
				text: 'Pablo changed from 1 to 2',
				system,
				customer,
				...origin,
			},
		]);
	});

	it('is kept when there is nothing in it', async () => {
		await start(['systemMessage']);
		await host.deliver(delivery([systemMessage('?')]));
		expect(items()).toMatchObject([{ event: 'unrecognized', raw: { system: '?' } }]);
	});
});

describe('what nobody reads', () => {
	it.each<[string, unknown, string]>([
		[
			'another kind of message',
			delivery([{ id: 'wamid.S', type: 'sticker', timestamp: '1795255200' }]),
			'No chosen event reads messages of type "sticker".',
		],
		[
			'a kind that was not chosen',
			delivery([text('hello')]),
			'No chosen event reads messages of type "text".',
		],
		[
			'what WhatsApp cannot hand over',
			delivery([{ id: 'wamid.U', type: 'unsupported', errors: [{ code: 131051 }] }]),
			'WhatsApp does not hand over the content of this message (code 131051).',
		],
		[
			'what WhatsApp cannot hand over, with its name',
			delivery([
				{
					id: 'wamid.U',
					type: 'unsupported',
					unsupported: { type: 'order' },
					errors: [{ code: 131060 }],
				},
			]),
			'WhatsApp does not hand over the content of this message (type "order", code 131060).',
		],
		['a message without a type', delivery([{ id: 'wamid.N' }]), 'The message has no type.'],
		[
			'a status without an ID',
			statusDelivery([{ status: 'sent' }]),
			'The status has no ID or no name.',
		],
		[
			'messages that are no list',
			envelope([entry([change('none' as never)])]),
			'The change holds no list where one should be.',
		],
		[
			'a change without content',
			envelope([entry([{ field: 'messages' }])]),
			'The change has no content.',
		],
		[
			'an empty change',
			envelope([entry([{ field: 'messages', value: {} }])]),
			'The change has neither messages nor statuses.',
		],
		['a change that is none', envelope([entry([null])]), 'The change has no field.'],
		['an entry that is none', envelope([null]), 'The entry has no list of changes.'],
		[
			'a fault of the account',
			statusDelivery([], { errors: [{ code: 131000 }] }),
			'Meta reports a fault that belongs to no message.',
		],
		[
			'another kind of delivery',
			{ object: 'page', entry: [] },
			'The delivery is not one of a WhatsApp business account.',
		],
	])('is kept with the reason when asked for: %s', async (_name, body, reason) => {
		await start(['order', 'unrecognized']);
		expect((await host.deliver(body)).status).toBe(200);
		expect(items()).toMatchObject([{ event: 'unrecognized', reason }]);
		expect(Object.keys(items()[0]).sort()).toEqual(
			['businessAccountId', 'customer', 'displayPhoneNumber', 'event', 'messageId'].concat([
				'phoneNumberId',
				'raw',
				'reason',
				'sentAt',
				'standby',
				'type',
			]),
		);
		await host.close();
		await start(['order']);
		await host.deliver(body);
		expect(host.runs).toEqual([]);
	});

	it('never drops the good ones beside it', async () => {
		await start(['order', 'unrecognized']);
		await host.deliver(
			envelope([
				null,
				entry([null, change([cart([line()]), null, { type: 7 }]), { field: 'other' }]),
			]),
		);
		expect(came()).toEqual([
			['unrecognized', undefined],
			['unrecognized', undefined],
			['order', 'wamid.ORDER1'],
			['unrecognized', undefined],
			['unrecognized', undefined],
		]);
	});
});
