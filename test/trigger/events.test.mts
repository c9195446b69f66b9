import {
	cart,
	change,
	delivery,
	entry,
	envelope,
	line,
	pablo,
	statusChange,
	text,
} from '../support/fixtures/deliveries';
import { TriggerHost } from '../support/webhookHost.mts';

let host: TriggerHost;
const start = async (parameters: object = {}) => {
	host = new TriggerHost(parameters as never);
	await host.listen();
};
afterEach(async () => await host.close());

const items = () => host.runs.flat();

describe('one item per order', () => {
	it('has the fields that workflows map', async () => {
		await start();
		const response = await host.deliver(delivery([cart([line()])]));
		expect([response.status, await response.text()]).toEqual([200, '']);
		expect(items()).toEqual([
			{
				event: 'order',
				orderId: 'wamid.ORDER1',
				placedAt: '2026-11-21T10:00:00.000Z',
				customer: {
					key: 'US.13491208655302741918',
					phone: '+16505551234',
					userId: 'US.13491208655302741918',
					username: 'pablo.m',
					name: 'Pablo',
				},
				phoneNumberId: '106540352242922',
				displayPhoneNumber: '15550783881',
				businessAccountId: '102290129340398',
				standby: false,
				catalogId: '194836987003835',
				note: '',
				quotedMessageId: null,
				lines: [
					{
						line: 1,
						sku: 'SKU-1',
						quantity: 2,
						unitPrice: 15.5,
						currency: 'USD',
						lineTotal: 31,
						lineTotalMinor: 3100,
						shop: null,
					},
				],
				lineCount: 1,
				unitCount: 2,
				currency: 'USD',
				total: 31,
				totalMinor: 3100,
				totalText: '31.00 USD',
				mixedCurrency: false,
				totals: [{ currency: 'USD', total: 31, totalMinor: 3100 }],
			},
		]);
	});

	it('keeps an order without from, with what the contact says', async () => {
		await start();
		await host.deliver(delivery([{ ...cart([line()]), from: undefined, from_user_id: undefined }]));
		expect(items()).toMatchObject([
			{ customer: { key: pablo.user_id, phone: '+16505551234', name: 'Pablo' } },
		]);
	});

	it('names the message that the cart came from', async () => {
		await start();
		const context = { from: '15550783881', id: 'wamid.LIST' };
		await host.deliver(delivery([cart([line()], { context })]));
		expect(items()).toMatchObject([{ orderId: 'wamid.ORDER1', quotedMessageId: 'wamid.LIST' }]);
	});

	it.each<[string, object[], object]>([
		[
			'mixed currencies',
			[line(), line({ currency: 'EUR' })],
			{ total: null, mixedCurrency: true, totals: [{ currency: 'USD' }, { currency: 'EUR' }] },
		],
		['JPY', [line({ item_price: 120, currency: 'JPY' })], { total: 240, totalMinor: 240 }],
		['BHD', [line({ item_price: 1.005, currency: 'BHD' })], { total: 2.01, totalMinor: 2010 }],
		[
			'quantity 0',
			[line({ quantity: 0 })],
			{ total: 0, unitCount: 0, warnings: ['Line 1 has quantity 0.'] },
		],
	])('counts %s', async (_name, lines, expected) => {
		await start();
		await host.deliver(delivery([cart(lines)]));
		expect(items()).toMatchObject([expected]);
	});
});

it('gives one item per line, with the order on each', async () => {
	await start({ outputMode: 'perLine' });
	await host.deliver(
		delivery([cart([line(), line({ product_retailer_id: 'SKU-2', quantity: 1 })])]),
	);
	expect(items()).toMatchObject([
		{ orderId: 'wamid.ORDER1', line: 1, sku: 'SKU-1', lineTotal: 31, total: 46.5, lineCount: 2 },
		{ orderId: 'wamid.ORDER1', line: 2, sku: 'SKU-2', lineTotal: 15.5, total: 46.5, lineCount: 2 },
	]);
	expect(items()[0]).not.toHaveProperty('lines');
});

describe('only what was chosen starts a run', () => {
	it('statuses, other fields and unknown types are answered 200 and pass by', async () => {
		await start();
		for (const body of [
			envelope([entry([statusChange])]),
			delivery([{ id: 'wamid.S', type: 'sticker', timestamp: '1' }]),
			delivery([text('hello')]),
			envelope([entry([{ field: 'message_template_status_update', value: {} }])]),
			{ object: 'page', entry: [] },
			{},
			[],
			null,
			'not json at all',
		]) {
			const response = await host.deliver(body);
			expect([response.status, await response.text()]).toEqual([200, '']);
		}
		expect(host.runs).toEqual([]);
	});

	it('texts come when they are wanted', async () => {
		await start({ events: ['textMessage'] });
		await host.deliver(delivery([text('menu'), cart([line()])]));
		expect(items()).toEqual([
			{
				event: 'textMessage',
				messageId: 'wamid.TEXT1',
				sentAt: '2026-11-21T10:00:00.000Z',
				text: 'menu',
				quotedMessageId: null,
				editedMessageId: null,
				revokedMessageId: null,
				customer: expect.objectContaining({ phone: '+16505551234' }),
				phoneNumberId: '106540352242922',
				displayPhoneNumber: '15550783881',
				businessAccountId: '102290129340398',
				standby: false,
			},
		]);
	});
});

it('reads every message of every change of every entry, in one run', async () => {
	await start({ events: ['order', 'textMessage'] });
	const order = (id: string) => cart([line()], { id });
	await host.deliver(
		envelope([
			entry([change([order('a'), text('hi', { id: 'b' })]), statusChange]),
			{ id: 'broken', changes: 'none' },
			null,
			entry([change([null, { id: 'c' }, { type: 'order' }, order('d')]), change([order('e')])]),
		]),
	);
	expect(host.runs).toHaveLength(1);
	expect(items().map(({ orderId, messageId }) => orderId ?? messageId)).toEqual([
		'a',
		'b',
		null,
		'd',
		'e',
	]);
});

it('keeps an order that cannot be read, with the reason', async () => {
	await start();
	await host.deliver(delivery([cart(undefined), cart([line()], { id: 'wamid.GOOD' })]));
	expect(items()).toMatchObject([
		{
			event: 'unrecognized',
			messageId: 'wamid.ORDER1',
			reason: 'The order message has no ID or no list of products.',
			raw: { type: 'order' },
		},
		{ event: 'order', orderId: 'wamid.GOOD' },
	]);
});

it.each([
	['deeper than anything of Meta', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
	['a text', '"none"'],
])('keeps the good order beside one that is %s', async (_name, odd) => {
	await start();
	const body = JSON.stringify(delivery([cart([]), cart([line()], { id: 'wamid.GOOD' })]));
	await host.deliver(body.replace(/"order":\{[^}]*\}/, `"order":${odd}`));
	expect(items()).toMatchObject([
		{ event: 'unrecognized', messageId: 'wamid.ORDER1' },
		{ event: 'order', orderId: 'wamid.GOOD' },
	]);
	expect(() => structuredClone(items())).not.toThrow();
});

it.each([
	['one name', 'order'],
	['a name that is none', ['order', 'nothing', {}]],
])('reads events given as %s', async (_name, events) => {
	await start({ events });
	expect((await host.deliver(delivery([cart([line()])]))).status).toBe(200);
	expect(items()).toHaveLength(1);
});

it('keeps an order without an id, since nothing else can recognize it', async () => {
	await start();
	await host.deliver(delivery([{ ...cart([line()]), id: undefined }]));
	expect(items()).toMatchObject([
		{ event: 'unrecognized', messageId: null, raw: { type: 'order' } },
	]);
});

it('takes a delivery of 3 MB', async () => {
	await start();
	const messages = Array.from({ length: 1000 }, (_, index) =>
		cart(
			Array.from({ length: 36 }, () => line()),
			{ id: `wamid.BIG${index}` },
		),
	);
	const body = JSON.stringify(delivery(messages));
	expect(body.length).toBeGreaterThan(3_000_000);
	expect((await host.deliver(body)).status).toBe(200);
	expect(items()).toHaveLength(1000);
	expect(items()[999]).toMatchObject({ lineCount: 36, totalMinor: 36 * 3100 });
});
