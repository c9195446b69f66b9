import type { IDataObject } from 'n8n-workflow';

import { CUSTOMERS } from '../../../sandbox/world/shop/world.mts';
import { orderOf } from '../../support/fixtures/orders';
import { CATALOG_ID } from '../../support/parameters';
import { byId, runAction } from '../../support/run';
import { useSandbox } from '../../support/sandbox';
import { TriggerHost } from '../../support/webhookHost.mts';

/** Orders in dinars, from the customer's phone through the trigger and Check Order. */
const { credential, control, calls } = useSandbox();
const { userId } = CUSTOMERS[0];

let host: TriggerHost;
beforeEach(async () => {
	host = new TriggerHost({ options: { enrich: true } }, { ...credential });
	await host.listen();
	await host.lifecycle('create');
	await write({ currency: 'KWD' });
});
afterEach(async () => await host.close());

interface Edit {
	sku: string;
	priceMinor: number;
}

const write = async (style: object) => await control(`catalogs/${CATALOG_ID}`, 'PATCH', style);
const edit = async ({ sku, ...change }: Edit & { salePriceMinor?: null }) =>
	await control(`catalogs/${CATALOG_ID}/products/${encodeURIComponent(sku)}`, 'PATCH', change);

/** Every price from one dinar to 999: none shows by itself what its separator is. */
async function raiseAll(): Promise<void> {
	const { products } = await control<{ products: Edit[] }>(
		`catalogs/${CATALOG_ID}/products?limit=500`,
	);
	for (const { sku, priceMinor } of products) {
		await edit({ sku, priceMinor: priceMinor + 1000, salePriceMinor: null });
	}
}

const placed = async (...lines: object[]): Promise<IDataObject> => {
	await control(`customers/${userId}/orders`, 'POST', { lines });
	return host.runs.at(-1)![0];
};
const checked = async (...orders: IDataObject[]) =>
	(await runAction(credential, { resource: 'order', operation: 'checkOrder' }, { items: orders }))
		.json;
const lookUps = async () => (await calls()).filter(({ path }) => path.endsWith('/products'));

describe('a catalog in dinars', () => {
	it.each([
		'en-US',
		'de-DE',
		'fr-FR',
		'es-ES',
		'ar-KW',
		'ar-AE',
		'fa-IR',
		'bn-BD',
		'my-MM',
		'hi-IN',
	])('is read as %s writes it, and an order needs nobody', async (priceLocale) => {
		await write({ priceLocale });
		const order = await placed({ sku: 'BAK-RYE', quantity: 2 }, { sku: 'BAK-CAKE-CARROT' });
		expect(order).toMatchObject({ currency: 'KWD', total: 3.64, totalText: '3.640 KWD' });
		const known = { priceChanged: false, priceExplanation: null };
		expect(order.lines).toMatchObject([
			{ currentPrice: 0.62, ...known },
			{ currentPrice: 2.4, ...known },
		]);
		expect(await checked(order)).toMatchObject([
			{
				suggestedAction: 'confirm',
				orderedTotalText: '3.640 KWD',
				currentTotalText: '3.640 KWD',
				lines: [
					{ lineStatus: 'ok', currentPriceMinor: 620 },
					{ lineStatus: 'ok', currentPriceMinor: 2400 },
				],
			},
		]);
	});

	it.each(['BHD', 'OMR', 'JOD', 'TND', 'LYD', 'IQD'])('may be in %s', async (currency) => {
		await write({ currency });
		const order = await placed({ sku: 'BAK-CAKE-CARROT', quantity: 3 });
		expect(await checked(order)).toMatchObject([
			{ suggestedAction: 'confirm', lines: [{ lineStatus: 'ok' }] },
		]);
	});

	it('is decided by the ordered price, without another question', async () => {
		await raiseAll();
		const order = await placed({ sku: 'BAK-RYE' });
		expect(order.lines).toMatchObject([{ currentPrice: 1.62, priceChanged: false }]);
		expect(await checked(order)).toMatchObject([
			{ suggestedAction: 'confirm', currentTotalText: '1.620 KWD' },
		]);
		expect(await lookUps()).toHaveLength(2);
	});

	it('is decided by another product of the catalog, which is asked once', async () => {
		const [order, other] = [
			await placed({ sku: 'BAK-CAKE-CARROT' }),
			await placed({ sku: 'BAK-CAKE-CARROT', quantity: 2 }),
		];
		await edit({ sku: 'BAK-CAKE-CARROT', priceMinor: 2500 });
		const before = (await lookUps()).length;
		expect(await checked(order, other)).toMatchObject([
			{ suggestedAction: 'askCustomer', lines: [{ lineStatus: 'priceChanged' }] },
			{ suggestedAction: 'askCustomer', currentTotalText: '5.000 KWD' },
		]);
		const asked = (await lookUps()).slice(before).map(({ query }) => query.fields);
		expect(asked).toEqual([expect.anything(), 'retailer_id,price,sale_price,currency']);
	});

	it('is decided by one line for the others of all orders', async () => {
		await raiseAll();
		const changed = await placed({ sku: 'BAK-RYE', quantity: 2 });
		const same = await placed({ sku: 'BAK-BAGEL' });
		await edit({ sku: 'BAK-RYE', priceMinor: 1500 });
		expect(await checked(changed, same)).toMatchObject([
			{
				suggestedAction: 'confirm',
				explanation: 'Dark Rye Loaf (BAK-RYE) was ordered at 1.620 KWD and costs 1.500 KWD now.',
				currentTotalText: '3.000 KWD',
			},
			{ suggestedAction: 'confirm', currentTotalText: '1.180 KWD' },
		]);
	});

	it('is reviewed where nothing decides, with the reason', async () => {
		await raiseAll();
		const order = await placed({ sku: 'BAK-RYE', quantity: 2 });
		await edit({ sku: 'BAK-RYE', priceMinor: 1500 });
		const why =
			'"KWD 1.500" can mean 1.500 KWD or 1500.000 KWD, and no other price of the catalog says which. One product with a price below 1 KWD or above a million, even a hidden one, settles it for all of them.';
		const [json] = await checked(order);
		expect({ ...json, explanation: String(json.explanation).replace(/\s/g, ' ') }).toMatchObject({
			suggestedAction: 'review',
			explanation: `Dark Rye Loaf (BAK-RYE) has a price in the catalog that cannot be read for sure: ${why}`,
			orderedTotalText: '3.240 KWD',
			currentTotal: null,
			lines: [{ lineStatus: 'unknown', currentPrice: null, currentPriceMinor: null }],
		});
		// What the sentence recommends helps.
		await edit({ sku: 'HOU-LIGHTER', priceMinor: 500 });
		expect(await checked(order)).toMatchObject([
			{ suggestedAction: 'confirm', currentTotalText: '3.000 KWD' },
		]);
	});
});

describe('a catalog that hides decimals', () => {
	beforeEach(async () => await write({ priceDecimals: 'hidden' }));

	it('is reviewed where its price may be the ordered one', async () => {
		const order = await placed({ sku: 'BAK-CAKE-CARROT', quantity: 2 });
		expect(order).toMatchObject({
			totalText: '4.800 KWD',
			lines: [{ currentPrice: null, priceChanged: null }],
		});
		const [json] = await checked(order);
		expect({ ...json, explanation: String(json.explanation).replace(/\s/g, ' ') }).toMatchObject({
			suggestedAction: 'review',
			explanation:
				'Carrot Cake (BAK-CAKE-CARROT) has a price in the catalog that cannot be read for sure: "KWD 2" shows no decimals, so it may still be 2.400 KWD. Look at the product in Commerce Manager.',
			currentTotal: null,
		});
	});

	it('needs nobody where the price is whole', async () => {
		await edit({ sku: 'BAK-CAKE-CARROT', priceMinor: 1_250_000 });
		const order = await placed({ sku: 'BAK-CAKE-CARROT', quantity: 2 });
		expect(await checked(order)).toMatchObject([
			{
				suggestedAction: 'confirm',
				currentTotalText: '2500.000 KWD',
				lines: [{ lineStatus: 'ok', currentPrice: 1250 }],
			},
		]);
	});

	it('is no other price by far', async () => {
		const order = await placed({ sku: 'BAK-CAKE-CARROT' });
		await edit({ sku: 'BAK-CAKE-CARROT', priceMinor: 9000 });
		expect(await checked(order)).toMatchObject([{ suggestedAction: 'askCustomer' }]);
	});
});

describe('the products of a catalog in dinars', () => {
	const get = async (operation: string, parameters: IDataObject = {}) =>
		await runAction(credential, {
			resource: 'catalog',
			operation,
			catalogId: byId(CATALOG_ID),
			...parameters,
		});
	const cake = { productRetailerId: byId('BAK-CAKE-CARROT') };

	it('have their prices, whether one is read or all', async () => {
		const one = await get('getProduct', cake);
		expect(one.json).toMatchObject([{ price: 2.4, currency: 'KWD', priceExplanation: null }]);
		const all = await get('getProducts', { returnAll: true });
		expect(all.json.filter(({ price }) => price === null)).toEqual([]);
		expect([...one.hints, ...all.hints]).toEqual([]);
		expect((await get('checkProducts', { skus: 'BAK-CAKE-CARROT' })).json).toMatchObject([
			{ price: 2.4 },
		]);
	});

	it('say why where nothing decides, once in the editor', async () => {
		await raiseAll();
		const { json, hints } = await get('getProducts', { returnAll: true });
		expect(json).toHaveLength(60);
		expect(json[1]).toMatchObject({
			sku: 'BAK-RYE',
			price: null,
			priceExplanation: expect.stringMatching(/^"KWD.1\.620" can mean 1\.620 KWD or 1620\.000 KWD/),
		});
		expect(hints).toEqual([
			expect.stringMatching(
				/^No price as a number for BAK-SOURDOUGH and 59 more products\. "KWD.1\.680" can mean/,
			),
		]);
	});
});

describe('a substitute in dinars', () => {
	const offered = async () =>
		await runAction(
			credential,
			{
				resource: 'order',
				operation: 'reorder',
				headerText: 'Order again',
				bodyText: 'Running low?',
				substitutes: 'nearest',
			},
			{
				items: [
					orderOf([
						['BAK-BAGUETTE', 1],
						['BAK-RYE', 1],
					]),
				],
			},
		);

	it('is the product with the nearest price', async () => {
		const { json, hints } = await offered();
		expect(json).toMatchObject([{ substituted: [{ sku: 'BAK-BAGUETTE', by: 'BAK-PAIN-CHOC' }] }]);
		expect(hints.join()).not.toContain('KWD');
	});

	it('is looked for only where the price is sure, which is told', async () => {
		await raiseAll();
		const { json, hints } = await offered();
		expect(json).toMatchObject([{ products: ['BAK-RYE'], substituted: [] }]);
		expect(hints).toContainEqual(
			expect.stringMatching(
				/^Nothing was offered in the place of BAK-BAGUETTE\. "KWD.1\.320" can mean 1\.320 KWD or/,
			),
		);
	});
});
