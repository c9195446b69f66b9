import { readFailedStatus } from '../../../../nodes/shared/payload/webhooks/failedStatus';
import type { IncomingStatus } from '../../../../nodes/shared/payload/webhooks/deliveryParts';
import {
	namesProduct,
	readProductQuestion,
} from '../../../../nodes/shared/payload/webhooks/productQuestion';
import { readSystemMessage } from '../../../../nodes/shared/payload/webhooks/systemMessage';
import { readDelivery } from '../../../../nodes/shared/payload/webhooks/delivery';
import {
	cart,
	change,
	delivery,
	entry,
	envelope,
	failed,
	pablo,
	payment,
	question,
	standbyChange,
	statusDelivery,
	systemMessage,
	text,
} from '../../../support/fixtures/deliveries';
import { readMessages } from '../../../support/fixtures/read';

const kinds = (body: unknown) =>
	readDelivery(body).map((part) => (part.kind === 'unread' ? part.reason : part.kind));

it('reads messages, statuses and what is neither, in the order of the delivery', () => {
	const status = statusDelivery([failed(), 'none']).entry[0];
	expect(
		kinds(envelope([entry([change([text('a'), null])]), status, { changes: [] }, 'none'])),
	).toEqual([
		'message',
		'The message has no type.',
		'status',
		'The status has no ID or no name.',
		'The entry has no list of changes.',
	]);
});

it('passes by webhooks about something else', () => {
	expect(kinds(envelope([entry([{ field: 'message_template_status_update' }])]))).toEqual([]);
});

it('passes by the news of who holds a chat, and what the business or its agent wrote', () => {
	const handover = {
		messaging_product: 'whatsapp',
		sender: { phone_number: '16505551234' },
		recipient: { phone_number_id: '106540352242922' },
		type: 'control_taken',
		control_taken: { new_owner_role: 'escalation' },
	};
	const echo = { id: 'wamid.E', timestamp: '1', message: { to: '16505551234', type: 'text' } };
	expect(
		kinds(
			envelope([
				entry([
					{ field: 'messaging_handovers', value: handover },
					{ field: 'messaging_handovers' },
					standbyChange({ message_echoes: [echo, null] }),
				]),
			]),
		),
	).toEqual([]);
});

describe('while an agent holds the chat', () => {
	const read = (value: object) =>
		readDelivery(envelope([entry([{ ...standbyChange({}), value }])])).map(
			({ standby, ...part }) =>
				part.kind === 'unread'
					? [standby, part.reason]
					: [standby, part.messageId, part.customer.name, part.phoneNumberId],
		);
	const metadata = { phone_number_id: '106' };
	const nested = { messages: [text('a')], statuses: [failed()] };

	it.each<[string, object, string | null]>([
		['one level deeper', { metadata, contacts: [pablo], standby: nested }, 'Pablo'],
		['with the contacts there', { metadata, standby: { ...nested, contacts: [pablo] } }, 'Pablo'],
		['with the number there', { contacts: [pablo], standby: { ...nested, metadata } }, 'Pablo'],
		['without the level', { metadata, contacts: [pablo], ...nested }, 'Pablo'],
		['with an empty level', { metadata, contacts: [pablo], ...nested, standby: null }, 'Pablo'],
		['without contacts', { metadata, standby: nested }, null],
	])('messages and statuses are read %s', (_name, value, name) => {
		expect(read(value)).toEqual([
			[true, 'wamid.TEXT1', name, '106'],
			[true, 'wamid.SENT1', name, '106'],
		]);
	});

	it('both levels are read, and in the field "messages" too', () => {
		const value = {
			metadata,
			messages: [text('a', { id: '1' })],
			standby: { messages: [text('b')] },
		};
		const parts = readDelivery(envelope([entry([{ field: 'messages', value }])]));
		expect(parts.map(({ standby }) => standby)).toEqual([false, true]);
	});

	const NO_LIST = 'The change holds no list where one should be.';
	const BARE = 'The change has neither messages nor statuses.';
	it.each<[unknown, string]>([
		[{ standby: 'none' }, NO_LIST],
		[{ standby: [text('a')] }, NO_LIST],
		[{ standby: { messages: {} } }, NO_LIST],
		[{ standby: { message_echoes: 'none' } }, NO_LIST],
		[{ standby: {} }, BARE],
		[{ standby: null }, BARE],
		[{ standby: { messages: null, statuses: null } }, BARE],
		[{}, BARE],
		['none', 'The change has no content.'],
		[undefined, 'The change has no content.'],
	])('%j is kept with the reason', (value, reason) => {
		expect(read(value as object)).toEqual([[true, reason]]);
	});
});

it('lists that are null hide nothing beside them', () => {
	const value = { messages: null, statuses: [failed()], errors: null, standby: null };
	expect(kinds(envelope([entry([{ field: 'messages', value }])]))).toEqual(['status']);
});

it('tells what it can about a part that it cannot read', () => {
	expect(readDelivery(delivery([{ id: 'x' }]))).toEqual([
		{
			kind: 'unread',
			phoneNumberId: '106540352242922',
			displayPhoneNumber: '15550783881',
			businessAccountId: '102290129340398',
			standby: false,
			reason: 'The message has no type.',
			raw: { id: 'x' },
		},
	]);
});

describe('customers of statuses', () => {
	const customerOf = (status: object, contacts?: unknown) => {
		const [part] = readDelivery(statusDelivery([failed(status)], { contacts }));
		return (part as IncomingStatus).customer;
	};

	it('are found by phone, by user id, and in the contact beside the only status', () => {
		expect(customerOf({})).toMatchObject({ key: '+16505551234', userId: null });
		expect(customerOf({ recipient_id: undefined, recipient_user_id: 'US.1' })).toMatchObject({
			key: 'US.1',
			phone: null,
		});
		expect(customerOf({}, [pablo])).toMatchObject({ key: pablo.user_id, name: 'Pablo' });
		expect(customerOf({ recipient_id: '4930123' }, [pablo])).toMatchObject({ name: null });
	});

	it('have no phone when recipient_id is something else', () => {
		expect(customerOf({ recipient_id: 'US.1' })).toMatchObject({ key: null, phone: null });
	});
});

it.each<[object, string]>([
	[{}, 'message'],
	[{ type: null }, 'message'],
	[{ type: '' }, 'message'],
	[{ type: 'message' }, 'message'],
	[{ type: 'payment' }, 'payment'],
	[{ payment: { reference_id: 'A' } }, 'payment'],
	[{ type: {}, payment: {} }, 'payment'],
	[{ type: 'payment', payment: null }, 'payment'],
	[{ type: 'refund' }, 'refund'],
	[{ type: 7 }, '7'],
	[{ type: {} }, 'unknown'],
	[{ type: ['message'] }, 'unknown'],
])('the status with %j is about "%s"', (more, subject) => {
	expect(readDelivery(statusDelivery([failed(more)]))).toMatchObject([{ subject }]);
});

it('the customer of a payment is found in "from" as well', () => {
	const [part] = readDelivery(
		statusDelivery([payment({ recipient_id: undefined, from: '16505551234' })]),
	);
	expect(part).toMatchObject({ customer: { phone: '+16505551234' } });
});

describe('a failed status', () => {
	const read = (more: object) => {
		const [part] = readDelivery(statusDelivery([failed(more)]));
		return readFailedStatus(part as IncomingStatus);
	};

	it('holds what Meta says', () => {
		expect(read({ biz_opaque_callback_data: 'x' })).toMatchObject({
			messageId: 'wamid.SENT1',
			failedAt: '2026-11-21T10:00:00.000Z',
			code: 131047,
			title: 'Re-engagement message',
			details: 'More than 24 hours have passed.',
			trackingData: 'x',
		});
	});

	it.each<[unknown, object]>([
		[[{ code: '131026', message: 'Undeliverable' }], { code: 131026, title: 'Undeliverable' }],
		[[{ code: 1.5, error_data: 'none' }], { code: null, title: null, details: null }],
		[[{ code: -1 }, { code: 131026 }], { code: null }],
		[{ code: 131026 }, { code: null }],
	])('copes with %j', (errors, expected) => {
		expect(read({ errors, timestamp: 'soon' })).toMatchObject({ ...expected, failedAt: null });
	});
});

describe('a question about a product', () => {
	const of = (product: unknown, body: unknown = 'Is it fresh?') => {
		const [incoming] = readMessages(delivery([question(body as string, product)]));
		return [namesProduct(incoming), readProductQuestion(incoming)] as const;
	};

	it('names text, product and the quoted message', () => {
		expect(of({ catalog_id: '7', product_retailer_id: 42 })).toMatchObject([
			true,
			{
				text: 'Is it fresh?',
				product: { catalogId: '7', sku: '42' },
				quotedMessageId: 'wamid.LIST',
			},
		]);
		expect(of({ product_retailer_id: 'A' })[1]).toMatchObject({ product: { catalogId: null } });
	});

	it.each<[unknown, unknown, boolean]>([
		[undefined, 'x', false],
		[null, 'x', false],
		[{}, 'x', true],
		['A', 'x', true],
		[{ product_retailer_id: 'A' }, null, true],
	])('is none with the product %j and the text %j', (product, body, names) => {
		const [incoming] = readMessages(
			delivery([text('', { text: { body }, context: { referred_product: product } })]),
		);
		expect([namesProduct(incoming), readProductQuestion(incoming)]).toEqual([names, null]);
	});

	it('is none without any context', () => {
		const [incoming] = readMessages(delivery([text('hi')]));
		expect(namesProduct(incoming)).toBe(false);
	});
});

it('a system message holds what came', () => {
	const system = { type: 'user_changed_user_id', body: 'B', previous: { user_id: 'US.1' } };
	const [read, bare] = readMessages(
		delivery([systemMessage(system), systemMessage(null), cart([])]),
	).map(readSystemMessage);
	expect(read).toMatchObject({ change: 'user_changed_user_id', text: 'B', system });
	expect(bare).toBeNull();
});
