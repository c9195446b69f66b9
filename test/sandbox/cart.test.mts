import { CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import { PABLO, Phone } from '../support/phoneClient.mts';

const phone = new Phone().use();
const shop = `catalogs/${CATALOG_IDS.cornerShop}/products`;

describe('a cart', () => {
	it.each([
		[[{ sku: 'BAK-RYE', quantity: 0 }], 'Line 1: a cart holds 1 to 99 of "Dark Rye Loaf"'],
		[[{ sku: 'BAK-RYE', quantity: 100 }], 'not 100.'],
		[[{ sku: 'BAK-RYE', quantity: 1.5 }], 'not 1.5.'],
		[[{ sku: 'BAK-RYE', quantity: '2' }], 'Line 1: a cart holds 1 to 99'],
		[
			[
				{ sku: 'BAK-RYE', quantity: 60 },
				{ sku: 'BAK-RYE', quantity: 40 },
			],
			'Line 2: a cart holds 1 to 99 of "Dark Rye Loaf" (BAK-RYE), not 60 and 40.',
		],
		[
			[{ sku: 'BAK-RYE' }, { sku: 'BAK-BAGUETTE' }],
			'Line 2: "Baguette" (BAK-BAGUETTE) is not available now, so it cannot be ordered.',
		],
		[[{ sku: 'SWE-CHRISTMAS' }], 'not available now'],
		[[{ sku: 'HOU-LIGHTER' }], 'not available now'],
	])('%j is refused, and nothing is ordered', async (lines, words) => {
		expect(await phone.orders(PABLO, lines)).toEqual({
			status: 400,
			body: { error: expect.stringContaining(words) },
		});
		expect(phone.callback.received).toEqual([]);
		expect(await phone.chat(PABLO)).toEqual([]);
	});

	it.each([1, 99])('may hold %d of a product', async (quantity) => {
		expect((await phone.orders(PABLO, [{ sku: 'BAK-RYE', quantity }])).status).toBe(200);
	});

	it('with a price of its own is a test and goes through', async () => {
		const odd = { sku: 'BAK-BAGUETTE', quantity: 500, price: 1 };
		expect((await phone.orders(PABLO, [odd])).status).toBe(200);
	});

	it('follows the catalog: sold out is refused, a new price is ordered', async () => {
		await phone.control('PATCH', `${shop}/BAK-RYE`, { availability: 'out of stock' });
		expect((await phone.orders(PABLO, [{ sku: 'BAK-RYE' }])).body.error).toContain('not available');
		await phone.control('PATCH', `${shop}/BAK-RYE`, { availability: 'in stock', priceMinor: 711 });
		await phone.orders(PABLO, [{ sku: 'BAK-RYE' }]);
		const [{ messages }] = await phone.values();
		expect(messages[0].order.product_items[0].item_price).toBe(7.11);
	});
});
