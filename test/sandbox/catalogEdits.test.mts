import { CATALOG_IDS } from '../../sandbox/world/shop/world.mts';
import { PABLO, Phone, product } from '../support/phoneClient.mts';
import { refused } from '../support/client.mts';

const phone = new Phone().use();
const shop = `catalogs/${CATALOG_IDS.cornerShop}/products`;
const warehouse = `catalogs/${CATALOG_IDS.warehouse}/products`;

const edit = (change: object, sku = 'BAK-RYE') => phone.control('PATCH', `${shop}/${sku}`, change);
const graphProduct = async (sku: string, fields: string) => {
	const id = `catalog:${CATALOG_IDS.cornerShop}:${Buffer.from(sku).toString('base64')}`;
	return (await phone.graph('GET', `${encodeURIComponent(id)}?fields=${fields}`)).body;
};

describe('catalogs', () => {
	it('are listed', async () => {
		expect((await phone.control('GET', 'catalogs')).body).toEqual([
			{ id: '194836987003835', name: 'Corner Shop', currency: 'USD', productCount: 60 },
			{ id: '204836987003841', name: 'Warehouse', currency: 'EUR', productCount: 10_000 },
		]);
	});

	it('show a product with all the page needs', async () => {
		const { body } = await phone.control('GET', `${shop}/COF-HOUSE`);
		expect(body).toEqual({
			sku: 'COF-HOUSE',
			name: expect.any(String),
			description: expect.any(String),
			category: 'Coffee & Tea',
			price: expect.stringMatching(/^\$\d+\.\d\d$/),
			priceMinor: expect.any(Number),
			salePrice: '$9.50',
			salePriceMinor: 950,
			salePriceStart: null,
			salePriceEnd: null,
			onSale: true,
			currency: 'USD',
			availability: 'in stock',
			visibility: 'published',
			reviewStatus: 'approved',
			whatsappReview: 'APPROVED',
			inventory: 40,
			quantityToSell: null,
			size: null,
			color: null,
			groupId: null,
			pictureUrl: '/pictures/COF-HOUSE.svg',
		});
		const picture = await fetch(phone.address + body.pictureUrl);
		expect(picture.headers.get('content-type')).toMatch('image/svg+xml');
	});

	it('are searched by name and SKU, page by page', async () => {
		const search = async (path: string) => {
			const { products, next } = (await phone.control('GET', path)).body;
			return { skus: products.map(({ sku }: any) => sku), next };
		};
		expect(await search(`${shop}?search=RyE%20`)).toMatchObject({ next: null });
		expect((await search(`${shop}?search=rye`)).skus).toContain('BAK-RYE');
		expect((await search(`${shop}?search=vine%20tom`)).skus).toEqual(['VEG-TOMATO']);
		expect((await search(`${warehouse}?search=no.%2009876`)).skus).toEqual(['WH-09876']);
		expect(await search(`${shop}?search=nothing+like+it`)).toEqual({ skus: [], next: null });
		const seen: string[] = [];
		let after = '';
		do {
			const page = await search(`${shop}?limit=25&after=${encodeURIComponent(after)}`);
			seen.push(...page.skus);
			after = page.next ?? '';
		} while (after !== '');
		expect(seen).toHaveLength(60);
		expect(new Set(seen).size).toBe(60);
		expect((await search(warehouse)).skus).toHaveLength(50);
	});

	it.each([
		['GET', 'catalogs/1/products', undefined, 404, 'no catalog "1"'],
		['GET', `${shop}/NO-SUCH`, undefined, 404, 'no product "NO-SUCH"'],
		['GET', `${shop}?limit=0`, undefined, 400, '"limit"'],
		['GET', `${shop}?limit=501`, undefined, 400, '"limit"'],
		['GET', `${shop}?after=NO-SUCH`, undefined, 400, '"after"'],
		['PATCH', `${shop}/NO-SUCH`, { name: 'x' }, 404, 'no product'],
		['PATCH', `${shop}/BAK-RYE`, { name: ' ' }, 400, '"name" must be a text of 1 to 200'],
		['PATCH', `${shop}/BAK-RYE`, { priceMinor: 1.5 }, 400, '"priceMinor" must be a whole number'],
		['PATCH', `${shop}/BAK-RYE`, { priceMinor: 0 }, 400, '"priceMinor"'],
		['PATCH', `${shop}/BAK-RYE`, { availability: 'gone' }, 400, 'one of in stock, out of stock'],
		['PATCH', `${shop}/BAK-RYE`, { visibility: 'hidden' }, 400, 'one of published, staging'],
		['PATCH', `${shop}/BAK-RYE`, { price: 5 }, 400, 'There is no "price" here'],
	])('%s %s %j is refused', async (method, path, body, status, words) => {
		expect(await phone.control(method, path, body)).toEqual({
			status,
			body: { error: expect.stringContaining(words) },
		});
		expect((await phone.control('GET', `${shop}/BAK-RYE`)).body.priceMinor).toBe(620);
	});
});

describe('an edited product', () => {
	it('shows at the Graph API, in its filters and in the chat', async () => {
		await phone.send(product());
		const { body } = await edit({ name: 'Rye for Käthe', priceMinor: 1234 });
		expect(body).toMatchObject({ name: 'Rye for Käthe', price: '$12.34', priceMinor: 1234 });
		expect(await graphProduct('BAK-RYE', 'name,price')).toMatchObject({
			name: 'Rye for Käthe',
			price: '$12.34',
		});
		const filter = encodeURIComponent('{"price_amount":{"eq":1234}}');
		const found = await phone.graph(
			'GET',
			`${CATALOG_IDS.cornerShop}/products?fields=retailer_id,price&filter=${filter}`,
		);
		expect(found.body.data).toMatchObject([{ retailer_id: 'BAK-RYE', price: '$12.34' }]);
		// The page draws the product of a message that was sent before from here.
		const [{ catalogId, sku }] = await phone.chat(PABLO);
		const shown = await phone.control('GET', `catalogs/${catalogId}/products/${sku}`);
		expect(shown.body).toMatchObject({ name: 'Rye for Käthe', price: '$12.34' });
	});

	it('can be put on sale, hidden, and have an awkward SKU', async () => {
		await edit({ salePriceMinor: 300 });
		expect(await graphProduct('BAK-RYE', 'sale_price')).toMatchObject({ sale_price: '$3.00' });
		await edit({ salePriceMinor: null, visibility: 'staging' });
		expect(await graphProduct('BAK-RYE', 'sale_price')).not.toHaveProperty('sale_price');
		refused(await phone.send(product()), 131009, 'Products not found in FB Catalog');
		const sku = 'CAFÉ-DECAF';
		await edit({ priceMinor: 999 }, encodeURIComponent(sku));
		expect(await graphProduct(sku, 'price')).toMatchObject({ price: '$9.99' });
	});

	it('is as before after a reset', async () => {
		await edit({ priceMinor: 1 });
		await phone.control('POST', 'reset');
		expect((await phone.control('GET', `${shop}/BAK-RYE`)).body.priceMinor).toBe(620);
	});
});
