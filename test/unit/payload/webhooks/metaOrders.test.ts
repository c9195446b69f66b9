import { ORDER_COLUMNS, readPastOrders } from '../../../../nodes/shared/payload/reorder/pastOrders';
import { readOrderToCheck } from '../../../../nodes/shared/payload/orderCheck/orderToCheck';
import { readSections } from '../../../../nodes/shared/payload/sections/readSections';
import { ordersIn } from '../../../../nodes/shared/payload/webhooks/metaOrders';
import { cart, delivery, line } from '../../../support/fixtures/deliveries';

const body = delivery([
	cart([line({ product_retailer_id: 'BAK-RYE' }), line({ product_retailer_id: 'TEA-MINT' })]),
]);
const [{ changes }] = body.entry as Array<{ changes: Array<{ value: Record<string, unknown> }> }>;
const [{ value }] = changes;
const [message] = value.messages as Array<{ order: Record<string, unknown> }>;
const { order } = message;

const skusIn = (item: unknown) =>
	readPastOrders([item]).orders.map(({ lines }) => lines.map(({ sku }) => sku));

const BOTH = ['BAK-RYE', 'TEA-MINT'];

describe.each<[string, unknown]>([
	['a delivery', body],
	['a delivery in n8n’s Webhook node', { headers: {}, query: {}, body }],
	['the value that n8n’s WhatsApp Trigger yields', { ...value, field: 'messages' }],
	['a message', message],
	['the order in a message', order],
	['the order with fields of a table beside', { ...order, from: '16505551234', shelf: 7 }],
	['an order beside fields of a table', { id: 'wamid.1', order }],
	['products as JSON text', { ...order, product_items: JSON.stringify(order.product_items) }],
])('%s', (_name, item) => {
	it('is an order for a reorder', () => {
		expect(skusIn(item)).toEqual([BOTH]);
	});

	it('is an order to check, with its prices', () => {
		const [one] = ordersIn(item);
		const read = readOrderToCheck(one as Record<string, unknown>);
		expect(read).toMatchObject({ isWhole: true, catalogId: '194836987003835' });
		expect(read?.lines.map(({ sku }) => sku)).toEqual(BOTH);
		expect(read?.lines[0]).toMatchObject({ unitPrice: 15.5, quantity: 2, lineTotalMinor: 3100 });
	});

	it('is a source of sections', () => {
		expect(readSections(item)).toEqual([{ skus: BOTH }]);
		expect(readSections(JSON.stringify(item))).toEqual([{ skus: BOTH }]);
	});
});

it('brings along who ordered what and when', () => {
	const [read] = readPastOrders([{ body }]).orders;
	expect(read).toMatchObject({
		orderId: 'wamid.ORDER1',
		customer: { key: 'US.13491208655302741918', phone: '+16505551234' },
		catalogId: '194836987003835',
		phoneNumberId: '106540352242922',
	});
	const flat = { ...order, from: '16505551234', id: 'wamid.2', timestamp: '1795255200' };
	expect(readPastOrders([flat]).orders[0]).toMatchObject({
		orderId: 'wamid.2',
		placedAt: 1795255200000,
		customer: '16505551234',
	});
});

it('is several orders where a delivery has them, and none where it has none', () => {
	const two = delivery([cart([line()]), cart([line()], { id: 'wamid.ORDER2' })]);
	expect(readPastOrders([two]).orders.map(({ items, orderId }) => [items, orderId])).toEqual([
		[[0], 'wamid.ORDER1'],
		[[0], 'wamid.ORDER2'],
	]);
	const text = { ...message, type: 'text', text: { body: 'Hello' }, order: undefined };
	expect(readPastOrders([delivery([text])]).unread).toEqual([0]);
});

it.each<[string, unknown]>([
	['nothing', null],
	['a text', 'order'],
	['a list', [order]],
	['an empty object', {}],
	['messages that are no list', { messages: 'none' }],
	['messages of something else', { messages: [null, 7, { role: 'user' }] }],
	['entries that are none', { object: 'page', entry: [null] }],
	['products that are no list', { product_items: 'none' }],
	['an order that is none', { type: 'order', order: null }],
	['an order without products', { type: 'order', order: { catalog_id: '1' } }],
])('takes %s for no order', (_name, item) => {
	expect(readPastOrders([item])).toMatchObject({ orders: [], unread: [0] });
});

it('reads rows in Meta’s words', () => {
	const rows = [
		{ orderId: '7', product_retailer_id: 'A', quantity: '2', item_price: '9.90', currency: 'EUR' },
		{ orderId: '7', product_retailer_id: 'B', quantity: 1, item_price: 1, currency: 'EUR' },
	];
	expect(readPastOrders(rows).orders).toMatchObject([
		{
			lines: [
				{ sku: 'A', quantity: 2 },
				{ sku: 'B', quantity: 1 },
			],
		},
	]);
});

describe('columns of an order to check', () => {
	const columns = {
		...ORDER_COLUMNS,
		orderId: 'Bestellung',
		sku: 'Artikel',
		quantity: 'Menge',
		unitPrice: 'Preis',
		currency: 'Waehrung',
		customer: 'Kunde',
		placedAt: 'Datum',
	};
	const row = { Bestellung: 'B-7', Artikel: 4711, Menge: '2', Preis: '9.90', Waehrung: 'eur' };

	it('are those of the table', () => {
		expect(readOrderToCheck(row, columns)).toMatchObject({
			isWhole: false,
			key: '["B-7"]',
			lines: [{ sku: '4711', quantity: 2, unitPrice: 9.9, currency: 'EUR', lineTotalMinor: 1980 }],
		});
		expect(readOrderToCheck(row)).toBeNull();
	});

	it('say which rows are one order: those with its ID, or of one customer and time', () => {
		const keyOf = (more: object) => readOrderToCheck({ ...row, ...more }, columns)?.key ?? null;
		const dated = { Bestellung: '', Kunde: '+1650', Datum: '2026-11-21' };
		expect(keyOf({})).toBe(keyOf({ Artikel: 'B' }));
		expect(keyOf(dated)).toBe(keyOf({ ...dated, Artikel: 'B' }));
		expect(keyOf(dated)).not.toBe(keyOf({ ...dated, Kunde: '+1651' }));
		expect(keyOf({ ...dated, Datum: '' })).toBeNull();
	});

	it('keep the shop’s product that the trigger has found', () => {
		const shop = { system: 'magento', productId: null, variantId: null, sku: '4711' };
		expect(readOrderToCheck({ ...row, shop }, columns)?.lines[0].shop).toEqual(shop);
		expect(readOrderToCheck({ ...row, Artikel: 'MUG_12' }, columns)?.lines[0].shop).toMatchObject({
			productId: '12',
		});
	});
});
