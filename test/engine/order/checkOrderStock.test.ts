import type { IDataObject } from 'n8n-workflow';

import { orderOf, rowsOf } from '../../support/fixtures/orders';
import { CATALOG_ID, singleProduct } from '../../support/parameters';
import { runAction, search } from '../../support/run';
import { useSandbox } from '../../support/sandbox';

const { credential, control } = useSandbox();

const run = async (items: IDataObject[]) =>
	(await runAction(credential, { resource: 'order', operation: 'checkOrder' }, { items })).json;

const edit = async (sku: string, change: object) =>
	await control(`catalogs/${CATALOG_ID}/products/${sku}`, 'PATCH', change);

const lines = (json: IDataObject) => json.lines as IDataObject[];

describe('the stock that counts', () => {
	// The catalog's `inventory` is stale (facts 17.5).
	beforeEach(async () => await edit('HOU-MUG-GOLD', { quantityToSell: 2, inventory: 99 }));

	it('is enough', async () => {
		const [json] = await run([orderOf([['HOU-MUG-GOLD', 2, 14.9]])]);
		expect(json).toMatchObject({
			suggestedAction: 'confirm',
			lines: [
				{ lineStatus: 'ok', quantityInStock: 2, size: null, color: 'Gold', groupId: 'HOU-MUG' },
			],
		});
	});

	it('is less than was ordered: the customer has to be asked', async () => {
		const order = orderOf([
			['HOU-MUG-GOLD', 3, 14.9],
			['BAK-RYE', 1, 6.2],
		]);
		const [json] = await run([order]);
		expect(json).toMatchObject({
			suggestedAction: 'askCustomer',
			explanation: 'Magic Mug (Gold) (HOU-MUG-GOLD) has 2 in stock of the 3 that were ordered.',
			orderedTotalMinor: 5090,
			currentTotalMinor: 3600,
			lines: [
				{
					lineStatus: 'fewerInStock',
					quantity: 3,
					quantityInStock: 2,
					currentLineTotalMinor: 2980,
					lineExplanation:
						'Magic Mug (Gold) (HOU-MUG-GOLD) has 2 in stock of the 3 that were ordered.',
				},
				{ lineStatus: 'ok', quantityInStock: null },
			],
		});
	});

	it('is nothing', async () => {
		await edit('HOU-MUG-GOLD', { quantityToSell: 0 });
		const order = orderOf([
			['HOU-MUG-GOLD', 1, 14.9],
			['BAK-RYE', 1, 6.2],
		]);
		const [json] = await run([order]);
		expect(json).toMatchObject({
			suggestedAction: 'offerSubstitute',
			currentTotalMinor: 620,
			lines: [{ lineStatus: 'fewerInStock', quantityInStock: 0 }, {}],
		});
	});

	it('is not told', async () => {
		await edit('HOU-MUG-GOLD', { quantityToSell: null, inventory: 1 });
		const [json] = await run([orderOf([['HOU-MUG-GOLD', 3, 14.9]])]);
		expect(json).toMatchObject({ suggestedAction: 'confirm', lines: [{ quantityInStock: null }] });
	});

	it('is told apart for variants of the same name', async () => {
		const order = orderOf([
			['HOU-MUG-GOLD', 3, 14.9],
			['HOU-MUG-BLACK', 1, 12],
		]);
		const [json] = await run([order]);
		expect(json.explanation).toBe(
			'Magic Mug (Gold) (HOU-MUG-GOLD) has 2 in stock of the 3 that were ordered. ' +
				'Magic Mug (Black) (HOU-MUG-BLACK) was ordered at 12.00 USD and costs 14.90 USD now.',
		);
	});

	it('is shared by the lines of an order, and not by orders', async () => {
		const twice = orderOf([
			['HOU-MUG-GOLD', 1, 14.9],
			['HOU-MUG-GOLD', 2, 14.9],
		]);
		const other = orderOf([['HOU-MUG-GOLD', 2, 14.9]], { orderId: 'wamid.OTHER' });
		const [json, beside] = await run([twice, other]);
		expect(lines(json)).toMatchObject([
			{ lineStatus: 'ok', quantityInStock: 2 },
			{ lineStatus: 'fewerInStock', quantityInStock: 1 },
		]);
		expect(json.currentTotalMinor).toBe(2980);
		expect(beside).toMatchObject({ suggestedAction: 'confirm' });
	});

	it('is shared by lines that come one by one, and a line that comes twice counts once', async () => {
		const twice = orderOf([
			['HOU-MUG-GOLD', 1, 14.9],
			['HOU-MUG-GOLD', 2, 14.9],
		]);
		const [first, second] = rowsOf(twice);
		const json = await run([first, first, second]);
		expect(json).toMatchObject([
			{ lineStatus: 'ok', quantityInStock: 2, currentTotalMinor: 2980 },
			{ lineStatus: 'ok', quantityInStock: 2, currentTotalMinor: 2980 },
			{ lineStatus: 'fewerInStock', quantityInStock: 1, currentTotalMinor: 2980 },
		]);
	});
});

describe('a sale price', () => {
	const DAY = 24 * 60 * 60 * 1000;
	const days = (count: number) => new Date(Date.now() + count * DAY).toISOString();

	it.each<[string, object, number]>([
		['without dates counts', { salePriceMinor: 500 }, 5],
		['of zero is none', { salePriceMinor: 0 }, 6.2],
		[
			'of zero with the dates of a plug-in is none',
			{
				salePriceMinor: 0,
				salePriceStart: '1970-01-01T00:00:00Z',
				salePriceEnd: '2038-01-18T23:59:59Z',
			},
			6.2,
		],
		['above the price is none', { salePriceMinor: 700 }, 6.2],
		[
			'counts between its dates',
			{ salePriceMinor: 500, salePriceStart: days(-1), salePriceEnd: days(1) },
			5,
		],
		['does not count before', { salePriceMinor: 500, salePriceStart: days(1) }, 6.2],
		['does not count afterwards', { salePriceMinor: 500, salePriceEnd: days(-1) }, 6.2],
	])('%s', async (_name, change, price) => {
		await edit('BAK-RYE', change);
		const [json] = await run([orderOf([['BAK-RYE', 1, price]])]);
		expect(json).toMatchObject({
			suggestedAction: 'confirm',
			lines: [{ lineStatus: 'ok', currentPrice: price }],
		});
		const got = await runAction(credential, {
			resource: 'catalog',
			operation: 'getProduct',
			catalogId: { __rl: true, mode: 'id', value: CATALOG_ID },
			productRetailerId: { __rl: true, mode: 'id', value: 'BAK-RYE' },
		} as IDataObject);
		const isSale = price !== 6.2;
		expect(got.json).toMatchObject([
			{
				price: 6.2,
				currentPrice: price,
				salePrice: isSale ? 5 : null,
				salePriceText: isSale ? '$5.00' : null,
			},
		]);
		const shown = isSale ? '$5.00' : '$6.20';
		const inShop = { operation: 'sendSingleProduct', catalogId: singleProduct.catalogId };
		const { results } = await search(credential, 'searchProducts', inShop, 'BAK-RYE');
		expect(results[0].name).toBe(`Dark Rye Loaf (BAK-RYE) · ${shown}`);
		const options = { previewOnly: true };
		const { items } = await runAction(credential, { ...singleProduct, options });
		const svg = Buffer.from(items[0].binary?.picture?.data ?? '', 'base64').toString();
		expect(svg).toContain(`>${shown} · BAK-RYE<`);
	});
});
