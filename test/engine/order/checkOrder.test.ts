import type { IDataObject } from 'n8n-workflow';

import { cart, delivery } from '../../support/fixtures/deliveries';
import { orderOf, rowsOf } from '../../support/fixtures/orders';
import { CATALOG_ID, WAREHOUSE_ID, warehouseSkus } from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, control, calls } = useSandbox();

const run = async (items: IDataObject[], more: object = {}, node: object = {}) =>
	await runAction(
		credential,
		{ resource: 'order', operation: 'checkOrder', ...more },
		{ items, node },
	);

const edit = async (sku: string, change: object) =>
	await control(`catalogs/${CATALOG_ID}/products/${encodeURIComponent(sku)}`, 'PATCH', change);

const statuses = (json: IDataObject) =>
	(json.lines as IDataObject[]).map(({ lineStatus }) => lineStatus);

describe('a line', () => {
	it('is ok at the price of now, and a sale price is the price of now', async () => {
		const { json, error } = await run([
			orderOf([
				['BAK-RYE', 2, 6.2],
				['COF-HOUSE', 1, 9.5],
			]),
		]);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{
				event: 'order',
				customer: { name: 'Pablo' },
				suggestedAction: 'confirm',
				explanation: 'Everything is as it was ordered.',
				orderedTotal: 21.9,
				orderedTotalMinor: 2190,
				orderedTotalText: '21.90 USD',
				currentTotal: 21.9,
				currentTotalMinor: 2190,
				checkedTotals: [{ currency: 'USD', orderedTotalMinor: 2190, currentTotalMinor: 2190 }],
				lines: [
					{
						line: 1,
						sku: 'BAK-RYE',
						lineStatus: 'ok',
						lineExplanation: null,
						name: 'Dark Rye Loaf',
						availability: 'in stock',
						unitPriceMinor: 620,
						currentPrice: 6.2,
						currentPriceMinor: 620,
						currentCurrency: 'USD',
						currentLineTotal: 12.4,
						currentLineTotalMinor: 1240,
					},
					{ sku: 'COF-HOUSE', lineStatus: 'ok', currentPrice: 9.5 },
				],
			},
		]);
	});

	it.each<[string, [string, number, number?, string?], string, string, RegExp]>([
		[
			'dearer now',
			['BAK-RYE', 1, 5.9],
			'priceChanged',
			'askCustomer',
			/was ordered at 5\.90 USD and costs 6\.20 USD now/,
		],
		['cheaper now', ['BAK-RYE', 1, 7], 'priceChanged', 'confirm', /was ordered at 7\.00 USD/],
		[
			'at the price before the sale',
			['COF-HOUSE', 1, 11.5],
			'priceChanged',
			'confirm',
			/costs 9\.50 USD now/,
		],
		[
			'out of stock',
			['BAK-BAGUETTE', 1, 3.2],
			'outOfStock',
			'offerSubstitute',
			/Baguette \(BAK-BAGUETTE\) is out of stock/,
		],
		['hidden', ['SWE-CHRISTMAS', 1, 18.9], 'hidden', 'offerSubstitute', /is hidden in the catalog/],
		['not approved', ['HOU-LIGHTER', 1, 2.4], 'notApproved', 'offerSubstitute', /is not approved/],
		['gone', ['OLD-01', 1, 2.4], 'gone', 'reject', /OLD-01 is no longer in the catalog/],
		[
			'in another currency',
			['BAK-RYE', 1, 6.2, 'EUR'],
			'currencyChanged',
			'askCustomer',
			/6\.20 EUR; the catalog has 6\.20 USD/,
		],
		['without a countable quantity', ['BAK-RYE', 0, 6.2], 'unknown', 'review', /has no quantity/],
	])('says that it is %s', async (_name, line, status, action, explanation) => {
		const { json } = await run([orderOf([line])]);
		expect(statuses(json[0])).toEqual([status]);
		expect(json[0].suggestedAction).toBe(action);
		expect(json[0].explanation).toMatch(explanation);
	});

	it.each<[string, object]>([
		['no price', { unitPrice: null }],
		['no currency', { currency: null }],
		['no SKU', { sku: null }],
		['a price in words', { unitPrice: 'six' }],
	])('with %s is unknown, never ok', async (_name, change) => {
		const order = orderOf([['BAK-RYE', 1, 6.2]]);
		const [line] = order.lines as IDataObject[];
		const { json } = await run([{ ...order, lines: [{ ...line, ...change }] }]);
		expect(json).toMatchObject([{ suggestedAction: 'review' }]);
		expect(statuses(json[0])).toEqual(['unknown']);
	});

	it('with texts of a table is read like one with numbers', async () => {
		const order = orderOf([]);
		const lines = JSON.stringify([
			{ sku: 'BAK-RYE', quantity: '2', unitPrice: '6.20', currency: 'usd', shelf: 7 },
		]);
		const { json } = await run([{ ...order, lines }]);
		expect(json).toMatchObject([
			{ suggestedAction: 'confirm', orderedTotalMinor: 1240, lines: [{ line: 1, shelf: 7 }] },
		]);
	});

	it('follows the catalog', async () => {
		const items = [orderOf([['BAK-RYE', 1, 6.2]])];
		await edit('BAK-RYE', { priceMinor: 650 });
		expect((await run(items)).json).toMatchObject([
			{ suggestedAction: 'askCustomer', orderedTotalMinor: 620, currentTotalMinor: 650 },
		]);
		await edit('BAK-RYE', { availability: 'out of stock' });
		expect((await run(items)).json).toMatchObject([{ suggestedAction: 'offerSubstitute' }]);
	});
});

describe('an order', () => {
	it('counts what can be delivered at the prices of now', async () => {
		const { json } = await run([
			orderOf([
				['BAK-RYE', 2, 6],
				['BAK-BAGUETTE', 1, 3.2],
				['OLD-01', 1, 1],
			]),
		]);
		expect(json).toMatchObject([
			{ suggestedAction: 'offerSubstitute', orderedTotalMinor: 1620, currentTotalMinor: 1240 },
		]);
		expect(statuses(json[0])).toEqual(['priceChanged', 'outOfStock', 'gone']);
	});

	it('of nothing but what is gone is rejected, with a total of zero', async () => {
		const { json } = await run([orderOf([['OLD-01', 1, 1]])]);
		expect(json).toMatchObject([
			{ suggestedAction: 'reject', orderedTotalMinor: 100, currentTotalMinor: 0 },
		]);
	});

	it('has no total where a line cannot be counted', async () => {
		const order = orderOf([
			['BAK-RYE', 1, 6.2],
			['TEA-MINT', 1, 4.5],
		]);
		const [rye, tea] = order.lines as IDataObject[];
		const { json } = await run([{ ...order, lines: [rye, { ...tea, unitPrice: 'four' }] }]);
		expect(json).toMatchObject([
			{ orderedTotalMinor: null, orderedTotalText: null, currentTotalMinor: 1070 },
		]);
	});

	it('without lines is rejected', async () => {
		const { json } = await run([orderOf([])]);
		expect(json).toMatchObject([
			{
				suggestedAction: 'reject',
				explanation: 'The order has no lines.',
				orderedTotalMinor: null,
				currentTotalMinor: null,
				checkedTotals: [],
			},
		]);
		expect(await calls()).toEqual([]);
	});

	it('with two currencies has a row for each and no common total', async () => {
		const { json } = await run([
			orderOf([
				['BAK-RYE', 1, 6.2],
				['TEA-MINT', 2, 4, 'EUR'],
			]),
		]);
		expect(json).toMatchObject([
			{
				suggestedAction: 'askCustomer',
				orderedTotal: null,
				orderedTotalText: null,
				currentTotalMinor: null,
				checkedTotals: [
					{ currency: 'USD', orderedTotalMinor: 620, currentTotalMinor: 1520 },
					{ currency: 'EUR', orderedTotalMinor: 800, currentTotalMinor: 0 },
				],
			},
		]);
	});

	it('that comes line by line is judged as a whole, on each of its lines', async () => {
		const first = orderOf([
			['BAK-RYE', 2, 6.2],
			['BAK-BAGUETTE', 1, 3.2],
		]);
		const second = orderOf([['TEA-MINT', 1, 4.5]]);
		const { items } = await run([...rowsOf(first), ...rowsOf(second)]);
		expect(items).toMatchObject([
			{
				json: {
					sku: 'BAK-RYE',
					lineStatus: 'ok',
					suggestedAction: 'offerSubstitute',
					orderedTotalMinor: 1560,
					currentTotalMinor: 1240,
				},
				pairedItem: { item: 0 },
			},
			{
				json: { sku: 'BAK-BAGUETTE', lineStatus: 'outOfStock', orderedTotalMinor: 1560 },
				pairedItem: { item: 1 },
			},
			{ json: { sku: 'TEA-MINT', suggestedAction: 'confirm' }, pairedItem: { item: 2 } },
		]);
		expect(items[0].json).not.toHaveProperty('lines');
	});

	it('counts a line once that comes twice, and one without a number each time', async () => {
		const [line] = rowsOf(orderOf([['BAK-RYE', 2, 6.2]]));
		const { json } = await run([line, line]);
		expect(json).toMatchObject([{ orderedTotalMinor: 1240 }, { orderedTotalMinor: 1240 }]);
		const unnumbered = { ...line, line: undefined };
		const { json: each } = await run([unnumbered, unnumbered]);
		expect(each).toMatchObject([{ orderedTotalMinor: 2480 }, { orderedTotalMinor: 2480 }]);
	});

	it('is compared with the catalog that it names, each asked once', async () => {
		const { json } = await run([
			...Array.from({ length: 50 }, () => orderOf([['BAK-RYE', 1, 6.2]])),
			orderOf([[warehouseSkus(1)[0], 1, 1.37, 'EUR']], { catalogId: WAREHOUSE_ID }),
		]);
		expect(new Set(json.map(({ suggestedAction }) => suggestedAction))).toEqual(
			new Set(['confirm']),
		);
		expect((await calls()).map(({ path }) => path)).toEqual([
			`/v26.0/${CATALOG_ID}/products`,
			`/v26.0/${WAREHOUSE_ID}/products`,
		]);
	});

	it('is compared with the chosen one first, and with the connected one at last', async () => {
		const [line] = rowsOf(orderOf([['BAK-RYE', 1, 6.2]]));
		const { json } = await run([line], { catalogId: byId(WAREHOUSE_ID) });
		expect(json).toMatchObject([{ lineStatus: 'gone' }]);
		const { json: connected } = await run([{ ...line, catalogId: null }]);
		expect(connected).toMatchObject([{ lineStatus: 'ok' }]);
	});
});

describe('what cannot be checked', () => {
	it('is refused when it is no order', async () => {
		const { error } = await run([{ foo: 1 }]);
		expect(error?.message).toBe('This item is not an order [item 0]');
		expect(error?.description).not.toContain('sent');
	});

	it('says so when the lines of an order cannot be read', async () => {
		const { error } = await run([orderOf([], { lines: '[{"sku":"BAK-RYE"' })]);
		expect(error?.description).toMatch(/^"lines" holds something that cannot be read as a list/);
		const { error: empty } = await run([orderOf([], { lines: ' ' })]);
		expect(empty?.description).toContain('neither "lines" nor a "sku"');
	});

	it('goes past the others with Continue On Fail', async () => {
		const items = [{ foo: 1 }, orderOf([['BAK-RYE', 1, 6.2]])];
		const { json } = await run(items, {}, { onError: 'continueRegularOutput' });
		expect(json).toMatchObject([
			{ error: 'This item is not an order [item 0]' },
			{ suggestedAction: 'confirm' },
		]);
	});

	it('says so when the catalog cannot be read', async () => {
		const token = { ...credential, accessToken: 'sandbox-token-no-catalog' };
		const parameters = { resource: 'order', operation: 'checkOrder' };
		const { error } = await runAction(token, parameters, { items: [orderOf([['BAK-RYE', 1]])] });
		expect(error?.message).toBe('The access token lacks a permission [item 0]');
	});
});

describe('orders that are not of the trigger', () => {
	const items = [
		{ product_retailer_id: 'BAK-RYE', quantity: 2, item_price: 6.2, currency: 'USD' },
		{ product_retailer_id: 'BAK-BAGUETTE', quantity: 1, item_price: 3.2, currency: 'USD' },
	];
	const checked = {
		suggestedAction: 'offerSubstitute',
		orderedTotalMinor: 1560,
		lines: [
			{ sku: 'BAK-RYE', unitPrice: 6.2, lineStatus: 'ok' },
			{ sku: 'BAK-BAGUETTE', lineStatus: 'outOfStock' },
		],
	};

	it.each<[string, object]>([
		['the body of a webhook', { body: delivery([cart(items)]) }],
		['a message', cart(items)],
		['the order in it', cart(items).order],
	])('are read in Meta’s shape: %s', async (_name, item) => {
		const { json, error } = await run([item as IDataObject]);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([checked]);
	});

	it('come out one by one where a delivery has several', async () => {
		const two = delivery([cart(items), cart([items[0]], { id: 'wamid.ORDER2' })]);
		const { items: out } = await run([two as unknown as IDataObject]);
		expect(out).toMatchObject([
			{ json: { orderId: 'wamid.ORDER1', ...checked }, pairedItem: { item: 0 } },
			{ json: { orderId: 'wamid.ORDER2', suggestedAction: 'confirm' }, pairedItem: { item: 0 } },
		]);
		expect(await calls()).toHaveLength(1);
	});

	it('keep what else is in the item', async () => {
		const { json } = await run([{ ...cart(items).order, shelf: 7 } as unknown as IDataObject]);
		expect(json).toMatchObject([{ shelf: 7, note: '', ...checked }]);
	});

	it('are rows of a table, with its own columns', async () => {
		const orderColumns = {
			...{ orderId: 'Bestellung', sku: 'Artikel', quantity: 'Menge' },
			...{ unitPrice: 'Preis', currency: 'Waehrung' },
		};
		const rows = [
			{ Bestellung: 7, Artikel: 'BAK-RYE', Menge: '2', Preis: '6.20', Waehrung: 'usd' },
			{ Bestellung: 7, Artikel: 'BAK-BAGUETTE', Menge: '1', Preis: '3.20', Waehrung: 'usd' },
			{ Bestellung: 8, Artikel: 'TEA-MINT', Menge: '1', Preis: '1', Waehrung: 'usd' },
		];
		const { json, error } = await run(rows, { orderColumns });
		expect(error).toBeUndefined();
		expect(json).toMatchObject([
			{ Artikel: 'BAK-RYE', lineStatus: 'ok', suggestedAction: 'offerSubstitute' },
			{ lineStatus: 'outOfStock', orderedTotalMinor: 1560 },
			{ lineStatus: 'priceChanged', orderedTotalMinor: 100, suggestedAction: 'askCustomer' },
		]);
	});

	it('say which columns are missing', async () => {
		const { error } = await run([{ Artikel: 'A' }], { orderColumns: { sku: 'Nummer' } });
		expect(error?.description).toBe(
			'The item has neither "lines" nor a "Nummer". Give orders as the WhatsApp Commerce Trigger or Meta yields them, or say under Columns which columns hold them.',
		);
	});

	it('say which product of the shop a line is', async () => {
		const rows = [
			{ ...items[0], product_retailer_id: 'MUG_12' },
			{ ...items[0], product_retailer_id: 'BAK-RYE', shop: { system: 'magento', sku: 'BAK-RYE' } },
		];
		const { json } = await run(rows as unknown as IDataObject[]);
		expect(json).toMatchObject([
			{ shop: { system: 'woocommerce', productId: '12', sku: 'MUG' } },
			{ shop: { system: 'magento', sku: 'BAK-RYE' } },
		]);
	});
});
