import { CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import { PABLO, Phone } from '../support/phoneClient.mts';

const phone = new Phone().use();
const SHOP = CATALOG_IDS.cornerShop;
const DAY = 24 * 60 * 60 * 1_000;

const edit = (change: object, sku = 'BAK-RYE') =>
	phone.control('PATCH', `catalogs/${SHOP}/products/${sku}`, change);
const write = (change: object) => phone.control('PATCH', `catalogs/${SHOP}`, change);
const read = async (fields: string, sku = 'BAK-RYE') => {
	const id = encodeURIComponent(`catalog:${SHOP}:${Buffer.from(sku).toString('base64')}`);
	return (await phone.graph('GET', `${id}?fields=${fields}`)).body;
};
const ordered = async (sku = 'BAK-RYE') => {
	await phone.orders(PABLO, [{ sku }]);
	const value = (await phone.values()).at(-1);
	return value.messages[0].order.product_items[0];
};
const days = (count: number) => new Date(Date.now() + count * DAY).toISOString();

describe('a sale', () => {
	it.each<[string, object, number]>([
		['without dates counts', { salePriceMinor: 500 }, 5],
		['of 0 is none', { salePriceMinor: 0 }, 6.2],
		['above the price is none', { salePriceMinor: 700 }, 6.2],
		['that has begun counts', { salePriceMinor: 500, salePriceStart: days(-1) }, 5],
		['that begins later does not count yet', { salePriceMinor: 500, salePriceStart: days(1) }, 6.2],
		['that ends later counts', { salePriceMinor: 500, salePriceEnd: days(1) }, 5],
		['that is over does not count', { salePriceMinor: 500, salePriceEnd: days(-1) }, 6.2],
		[
			'of 0 for ever, as a shop plug-in writes it, is none',
			{
				salePriceMinor: 0,
				salePriceStart: '1970-01-29T00:00:00+00:00',
				salePriceEnd: '2038-01-17T23:59:00+00:00',
			},
			6.2,
		],
	])('%s', async (_name, change, price) => {
		const { body } = await edit(change);
		expect(body.onSale).toBe(price === 5);
		expect((await ordered()).item_price).toBe(price);
	});

	it('is read as it was given, with its dates', async () => {
		await edit({
			salePriceMinor: 0,
			salePriceStart: '2026-11-01T02:00:00+02:00',
			salePriceEnd: '2038-01-17T23:59:00Z',
		});
		expect(await read('sale_price,sale_price_start_date,sale_price_end_date')).toMatchObject({
			sale_price: '$0.00',
			sale_price_start_date: '2026-11-01T00:00:00+0000',
			sale_price_end_date: '2038-01-17T23:59:00+0000',
		});
		await edit({ salePriceMinor: null, salePriceStart: null, salePriceEnd: null });
		for (const field of ['sale_price', 'sale_price_start_date', 'sale_price_end_date'])
			expect(await read(field)).not.toHaveProperty(field);
	});

	it('filters by what is paid now', async () => {
		await edit({ salePriceMinor: 0 });
		const found = async (amount: number) => {
			const filter = encodeURIComponent(JSON.stringify({ sale_price_amount: { eq: amount } }));
			const { body } = await phone.graph(
				'GET',
				`${SHOP}/products?filter=${filter}&fields=retailer_id`,
			);
			return body.data.map(({ retailer_id }: any) => retailer_id);
		};
		expect(await found(0)).toEqual([]);
		expect(await found(620)).toContain('BAK-RYE');
	});
});

describe('a catalog in another currency', () => {
	const plain = (text: string) => text.replace(/\u00a0/g, ' ');

	it('of three decimals writes them or not, and orders carry the number', async () => {
		await write({ currency: 'KWD' });
		await edit({ priceMinor: 1_250 });
		expect(plain((await read('price,currency')).price)).toBe('KWD 1.250');
		expect(await ordered()).toMatchObject({ item_price: 1.25, currency: 'KWD' });
		await edit({ priceMinor: 1_250_000 });
		await write({ priceDecimals: 'hidden' });
		expect(plain((await read('price')).price)).toBe('KWD 1,250');
		expect(await ordered()).toMatchObject({ item_price: 1_250, currency: 'KWD' });
	});

	it('is that of all its products, and of the catalog', async () => {
		await write({ currency: 'JPY' });
		expect(await read('price,currency', 'DAI-MILK')).toMatchObject({
			price: '¥190',
			currency: 'JPY',
		});
		expect((await phone.control('GET', 'catalogs')).body).toMatchObject([
			{ id: SHOP, currency: 'JPY' },
			{ currency: 'EUR' },
		]);
		const filter = encodeURIComponent('{"price_amount":{"eq":19000}}');
		const { body } = await phone.graph(
			'GET',
			`${SHOP}/products?filter=${filter}&fields=retailer_id`,
		);
		expect(body.data.map(({ retailer_id }: any) => retailer_id)).toContain('DAI-MILK');
	});

	it('can be written in another language, with its digits', async () => {
		await write({ currency: 'KWD', priceLocale: 'ar-KW-u-nu-arab' });
		await edit({ priceMinor: 1_250 });
		expect((await read('price')).price).toMatch(/١٫٢٥٠/);
		expect((await phone.control('GET', `catalogs/${SHOP}/products/BAK-RYE`)).body.price).toMatch(
			/1\.250/,
		);
	});

	it('is in dollars again after a reset', async () => {
		await write({ currency: 'KWD', priceDecimals: 'hidden' });
		expect((await phone.control('GET', `catalogs/${SHOP}`)).body).toEqual({
			id: SHOP,
			name: 'Corner Shop',
			currency: 'KWD',
			priceLocale: 'en-US',
			priceDecimals: 'hidden',
		});
		await phone.control('POST', 'reset');
		expect((await read('price')).price).toBe('$6.20');
	});

	it.each([
		[{ currency: 'GOLD' }, '"currency" must be a currency of ISO 4217'],
		[{ priceLocale: 'not a tag' }, '"priceLocale" must be a language tag'],
		[{ priceDecimals: 'some' }, '"priceDecimals" must be one of shown, hidden'],
		[{ decimals: 'shown' }, 'There is no "decimals" here'],
	])('%j is refused', async (change, words) => {
		const { status, body } = await write(change);
		expect([status, body.error]).toEqual([400, expect.stringContaining(words)]);
	});
});
