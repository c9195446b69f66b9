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
	question,
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

it('tells what it can about a part that it cannot read', () => {
	expect(readDelivery(delivery([{ id: 'x' }]))).toEqual([
		{
			kind: 'unread',
			phoneNumberId: '106540352242922',
			displayPhoneNumber: '15550783881',
			businessAccountId: '102290129340398',
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
